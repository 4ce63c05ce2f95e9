package dev.lanewise.runtime.spans;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A stretch of words of one type, such as a name of a person.
 *
 * @param <T> what stands for a type: {@code String} as it is read from tags, or an enum after {@link #map}
 * @param type the type; the empty string where the tags were bare, {@code B} and {@code I}
 * @param start the first word, counted from 0, inclusive
 * @param end the word behind the last one, exclusive
 */
public record Span<T>(T type, int start, int end) {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if there is no word in it, or it starts before word 0
     */
    public Span {
        Objects.requireNonNull(type, "type");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end
                    + " has no words; start counts from 0 and end is the word behind the last one");
        }
    }

    /** The number of words, at least 1. */
    public int length() {
        return end - start;
    }

    /**
     * Its words.
     *
     * @param sentence all words of the sentence
     * @return a view of the sentence
     * @throws IllegalArgumentException if the sentence is shorter than the span reaches
     */
    public List<String> words(List<String> sentence) {
        if (end > sentence.size()) {
            throw new IllegalArgumentException(
                    this + " does not fit into a sentence of " + sentence.size() + " words; give the one it is of");
        }
        return sentence.subList(start, end);
    }

    /**
     * Its words with a space between two.
     *
     * @param sentence all words of the sentence
     * @throws IllegalArgumentException if the sentence is shorter than the span reaches
     */
    public String text(List<String> sentence) {
        return String.join(" ", words(sentence));
    }

    /**
     * The same stretch with another type, such as {@code span.map(Entity::valueOf)}.
     *
     * @param <S> the new types
     * @param types gives the new type
     */
    public <S> Span<S> map(Function<? super T, ? extends S> types) {
        return new Span<>(types.apply(type), start, end);
    }
}
