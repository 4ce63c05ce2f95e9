package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.TokenSequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.data.WordSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a model reads: words or tokens through lookup tables, or vectors.
 *
 * @param vectors the size of a dense input vector, 0 for a model of words
 * @param columns the components of the tokens that are read, the one that stands for the word first; none for words
 * @param lookups the lookup tables in the order of the declaration; none for a model of vectors
 */
public record FeatureSpec(int vectors, List<String> columns, List<LookupSpec> lookups) {

    /** Copies the lists. */
    public FeatureSpec {
        columns = List.copyOf(columns);
        lookups = List.copyOf(lookups);
    }

    /** A model of dense vectors. */
    public static FeatureSpec ofVectors(int size) {
        return new FeatureSpec(size, List.of(), List.of());
    }

    /** A model of words without lookup tables yet; see {@link #lookup}. */
    public static FeatureSpec ofText() {
        return new FeatureSpec(0, List.of(), List.of());
    }

    /** A model of tokens of which these components are read, without lookup tables yet; see {@link #lookup}. */
    public static FeatureSpec ofTokens(List<String> columns) {
        return new FeatureSpec(0, columns, List.of());
    }

    /** The same with one lookup table more, of words or of what stands for them; see {@link LookupSpec}. */
    public FeatureSpec lookup(String name, LookupKind kind, int length, int minCount, boolean unknown) {
        return lookup(name, 0, kind, length, minCount, unknown);
    }

    /** The same with one lookup table more; see {@link LookupSpec}. */
    public FeatureSpec lookup(String name, int column, LookupKind kind, int length, int minCount, boolean unknown) {
        List<LookupSpec> more = new ArrayList<>(lookups);
        more.add(new LookupSpec(name, column, kind, length, minCount, unknown));
        return new FeatureSpec(vectors, columns, more);
    }

    /** Whether a sequence is a list of words or tokens. */
    public boolean text() {
        return vectors == 0;
    }

    /** Whether anything is read of the characters of words, one by one. */
    boolean characters() {
        for (LookupSpec lookup : lookups) {
            if (lookup.kind() == LookupKind.CHARACTER) {
                return true;
            }
        }
        return false;
    }

    /**
     * The vocabularies of the lookup tables, in their order.
     *
     * @throws IllegalArgumentException if one is missing, or one of characters holds an entry that is none
     */
    public List<Vocabulary> vocabularies(Vocabularies all) {
        List<Vocabulary> own = new ArrayList<>();
        for (LookupSpec lookup : lookups) {
            Vocabulary vocabulary = all.get(lookup.name());
            own.add(lookup.kind() == LookupKind.CHARACTER ? vocabulary.requireCharacters() : vocabulary);
        }
        return Collections.unmodifiableList(own);
    }

    /**
     * The words of a sequence, or the texts of one component of its tokens.
     *
     * @param column the number of the component; 0 for words
     * @throws IllegalArgumentException if the sequence is not of the kind that the model reads
     */
    public List<String> texts(Sequence sequence, int column) {
        if (columns.isEmpty() && sequence instanceof WordSequence sentence) {
            return sentence.words();
        }
        if (sequence instanceof TokenSequence sentence && sentence.columns().equals(columns)) {
            return sentence.texts().get(column);
        }
        throw new IllegalArgumentException("this model reads " + wanted() + ", not " + given(sequence));
    }

    private String wanted() {
        return columns.isEmpty()
                ? "words (use Sequence.of(List<String>))"
                : "the components " + columns
                        + " of tokens (use the methods sequence and example of the generated class)";
    }

    private static String given(Sequence sequence) {
        if (sequence instanceof TokenSequence sentence) {
            return "the components " + sentence.columns() + " of tokens";
        }
        return sequence instanceof WordSequence ? "words" : "vectors";
    }

    /**
     * Tells whether a word occurred in training: by the first table of words whose words are learned; without one, by the first
     * table of words, whose vectors are frozen, so that the words of its file are known; without any, no word is known.
     */
    public Predicate<String> known(Vocabularies all) {
        List<Vocabulary> words = lookups.stream()
                .filter(LookupSpec::isWord)
                .map(lookup -> all.get(lookup.name()))
                .toList();
        return Stream.concat(words.stream().filter(Vocabulary::learnsWords), words.stream())
                .findFirst()
                .<Predicate<String>>map(vocabulary -> vocabulary::isKnown)
                .orElse(word -> false);
    }
}
