package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a model reads: words through lookup tables, or vectors.
 *
 * @param vectors the size of a dense input vector, 0 for a model of words
 * @param lookups the lookup tables in the order of the declaration; none for a model of vectors
 */
public record FeatureSpec(int vectors, List<LookupSpec> lookups) {

    /** Copies the list. */
    public FeatureSpec {
        lookups = List.copyOf(lookups);
    }

    /** A model of dense vectors. */
    public static FeatureSpec ofVectors(int size) {
        return new FeatureSpec(size, List.of());
    }

    /** A model of words without lookup tables yet; see {@link #lookup}. */
    public static FeatureSpec ofText() {
        return new FeatureSpec(0, List.of());
    }

    /** The same with one lookup table more; see {@link LookupSpec}. */
    public FeatureSpec lookup(String name, LookupKind kind, int length, int minCount, boolean unknown) {
        List<LookupSpec> more = new ArrayList<>(lookups);
        more.add(new LookupSpec(name, kind, length, minCount, unknown));
        return new FeatureSpec(vectors, more);
    }

    /** Whether a sequence is a list of words. */
    public boolean text() {
        return vectors == 0;
    }

    /**
     * The vocabularies of the lookup tables, in their order.
     *
     * @throws IllegalArgumentException if one is missing, or one of characters holds an entry that is none
     */
    public List<Vocabulary> vocabularies(Vocabularies all) {
        return lookups.stream()
                .map(lookup -> {
                    Vocabulary vocabulary = all.get(lookup.name());
                    return lookup.kind() == LookupKind.CHARACTER ? vocabulary.requireCharacters() : vocabulary;
                })
                .toList();
    }

    /** Tells whether a word occurred in training: by the first table that looks up words; without one, no word is known. */
    public Predicate<String> known(Vocabularies all) {
        return lookups.stream()
                .filter(lookup -> lookup.kind() == LookupKind.WORD)
                .findFirst()
                .<Predicate<String>>map(lookup -> all.get(lookup.name())::contains)
                .orElse(word -> false);
    }
}
