package dev.lanewise.runtime.data;

import java.util.List;
import java.util.function.Function;

/**
 * A sequence and the right tag of each of its elements: what a model learns from and is measured by.
 *
 * @param <T> the tags, an enum or {@code String}, or a record of such for a model with several heads
 */
public final class Example<T> {

    private final Sequence sequence;
    private final List<T> tags;

    private Example(Sequence sequence, List<T> tags) {
        this.sequence = sequence;
        this.tags = List.copyOf(tags);
        if (sequence.length() == 0) {
            throw new IllegalArgumentException("an example has no words or vectors; leave empty sentences out");
        }
        if (this.tags.size() != sequence.length()) {
            throw new IllegalArgumentException(sequence.length() + " words or vectors, but " + this.tags.size()
                    + " tags; give one tag for each, in " + sequence + " with " + this.tags);
        }
    }

    /**
     * A tagged sentence.
     *
     * @param <T> the tags, an enum or {@code String}
     * @param words the words, at least one, none of them empty; copied
     * @param tags one tag for each word; copied
     * @throws IllegalArgumentException if there are no words, a word is empty or the numbers differ
     * @throws NullPointerException if a word or a tag is null
     */
    public static <T> Example<T> of(List<String> words, List<T> tags) {
        return new Example<>(Sequence.of(words), tags);
    }

    /**
     * A tagged run of vectors.
     *
     * @param <T> the tags, an enum or {@code String}
     * @param vectors shape {@code [time][dim]}, at least one vector; not copied
     * @param tags one tag for each vector; copied
     * @throws IllegalArgumentException if there are no vectors, their lengths differ or the numbers differ
     * @throws NullPointerException if a vector or a tag is null
     */
    public static <T> Example<T> of(float[][] vectors, List<T> tags) {
        return new Example<>(Sequence.of(vectors), tags);
    }

    /**
     * A tagged sequence. Generated classes that read tokens of a record have a method {@code example} that calls this.
     *
     * @param <T> the tags, an enum or {@code String}
     * @param sequence at least one word, token or vector
     * @param tags one tag for each; copied
     * @throws IllegalArgumentException if the sequence is empty or the numbers differ
     * @throws NullPointerException if a tag is null
     */
    public static <T> Example<T> of(Sequence sequence, List<T> tags) {
        return new Example<>(sequence, tags);
    }

    /**
     * The same sequence with other tags, such as one component of records:
     *
     * <pre>{@code
     * Example<String> example = tagged.map(Tags::xpos);
     * }</pre>
     *
     * @param <R> the other tags
     * @param mapping makes the other tag of a word of this one
     * @throws NullPointerException if it gives null
     */
    public <R> Example<R> map(Function<? super T, ? extends R> mapping) {
        return new Example<>(sequence, tags.stream().<R>map(mapping).toList());
    }

    /** The words, tokens or vectors. */
    public Sequence sequence() {
        return sequence;
    }

    /** One tag for each word or vector; immutable. */
    public List<T> tags() {
        return tags;
    }

    /**
     * The words; of tokens, the texts of the component that stands for the word; immutable.
     *
     * @throws IllegalStateException if this is an example of vectors
     */
    public List<String> words() {
        if (sequence instanceof WordSequence sentence) {
            return sentence.words();
        }
        if (sequence instanceof TokenSequence sentence) {
            return sentence.words();
        }
        throw new IllegalStateException("an example of vectors has no words; ask for sequence()");
    }

    /** The number of words or vectors, at least 1. */
    public int length() {
        return tags.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Example<?> that && sequence.equals(that.sequence) && tags.equals(that.tags);
    }

    @Override
    public int hashCode() {
        return 31 * sequence.hashCode() + tags.hashCode();
    }

    @Override
    public String toString() {
        return "Example[" + sequence + ", " + tags + "]";
    }
}
