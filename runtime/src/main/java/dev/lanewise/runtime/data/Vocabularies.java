package dev.lanewise.runtime.data;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a model has learned to number: a vocabulary for each of its lookup tables, and its tags.
 *
 * @param lookups the vocabularies under the state-dict names of their tables without {@code .weight}, for example
 *     {@code word_embeddings} and {@code char_embeddings}, in the order of the declaration; an immutable copy
 * @param tags the names of the tags in the order of their numbers; empty for a model without a head; an immutable copy
 */
public record Vocabularies(Map<String, Vocabulary> lookups, List<String> tags) {

    /**
     * Checks that tags are distinct.
     *
     * @throws IllegalArgumentException if a tag stands twice
     */
    public Vocabularies {
        lookups = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
        tags = List.copyOf(tags);
        Set<String> seen = new HashSet<>();
        for (String tag : tags) {
            if (!seen.add(tag)) {
                throw new IllegalArgumentException("the tag \"" + tag + "\" stands twice; list each tag once");
            }
        }
    }

    /** Tags without a lookup table; see {@link #with}. */
    public static Vocabularies ofTags(List<String> tags) {
        return new Vocabularies(Map.of(), tags);
    }

    /**
     * The same and one vocabulary more, or another one in its place.
     *
     * @param name the state-dict name of its table without {@code .weight}, for example {@code word_embeddings}
     */
    public Vocabularies with(String name, Vocabulary vocabulary) {
        Map<String, Vocabulary> more = new LinkedHashMap<>(lookups);
        more.put(name, vocabulary);
        return new Vocabularies(more, tags);
    }

    /** The same vocabularies with these tags. */
    public Vocabularies withTags(List<String> names) {
        return new Vocabularies(lookups, names);
    }

    /**
     * The vocabulary of a lookup table.
     *
     * @param name the table's state-dict name without {@code .weight}, for example {@code word_embeddings}
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public Vocabulary get(String name) {
        Vocabulary vocabulary = lookups.get(name);
        if (vocabulary == null) {
            throw new IllegalArgumentException("there is no vocabulary " + name + ", only " + lookups.keySet()
                    + "; add it with(name, vocabulary)");
        }
        return vocabulary;
    }
}
