package dev.lanewise.runtime.data;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a model has learned to number: a vocabulary for each of its lookup tables, and the tags of each of its heads.
 *
 * @param lookups the vocabularies under the state-dict names of their tables without {@code .weight}, for example
 *     {@code word_embeddings} and {@code char_embeddings}, in the order of the declaration; an immutable copy
 * @param heads the names of the tags in the order of their numbers, under the component that a head gives, {@code of} of its
 *     {@code @Linear}; under {@link #ONLY_HEAD} where tags are no records; empty for a model without a head; an immutable copy
 */
public record Vocabularies(Map<String, Vocabulary> lookups, Map<String, List<String>> heads) {

    /** What the tags of the only head stand under. */
    public static final String ONLY_HEAD = "";

    /**
     * Checks that the tags of each head are distinct.
     *
     * @throws IllegalArgumentException if a tag stands twice
     */
    public Vocabularies {
        lookups = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
        Map<String, List<String>> copies = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> head : heads.entrySet()) {
            copies.put(head.getKey(), distinct(head.getValue()));
        }
        heads = Collections.unmodifiableMap(copies);
    }

    /**
     * The vocabularies of a model with one head.
     *
     * @param tags the names of its tags; none for a model without a head
     * @throws IllegalArgumentException if a tag stands twice
     */
    public Vocabularies(Map<String, Vocabulary> lookups, List<String> tags) {
        this(lookups, tags.isEmpty() ? Map.of() : Map.of(ONLY_HEAD, tags));
    }

    private static List<String> distinct(List<String> tags) {
        Set<String> seen = new HashSet<>();
        for (String tag : tags) {
            if (!seen.add(tag)) {
                throw new IllegalArgumentException("the tag \"" + tag + "\" stands twice; list each tag once");
            }
        }
        return List.copyOf(tags);
    }

    /** Tags of one head without a lookup table; see {@link #with}. */
    public static Vocabularies ofTags(List<String> tags) {
        return new Vocabularies(Map.of(), tags);
    }

    /** The names of the tags of the only head, in the order of their numbers; empty for a model without a head. */
    public List<String> tags() {
        return heads.getOrDefault(ONLY_HEAD, List.of());
    }

    /**
     * The names of the tags of a head, in the order of their numbers.
     *
     * @param of the component that it gives; {@link #ONLY_HEAD} where tags are no records
     * @throws IllegalArgumentException if there are no tags for it; the message lists those that there are
     */
    public List<String> tags(String of) {
        List<String> tags = of.equals(ONLY_HEAD) ? tags() : heads.get(of);
        if (tags == null) {
            throw new IllegalArgumentException("there are no tags of " + of + ", only of " + heads.keySet()
                    + "; add them withTags(\"" + of + "\", names)");
        }
        return tags;
    }

    /**
     * The same and one vocabulary more, or another one in its place.
     *
     * @param name the state-dict name of its table without {@code .weight}, for example {@code word_embeddings}
     */
    public Vocabularies with(String name, Vocabulary vocabulary) {
        Map<String, Vocabulary> more = new LinkedHashMap<>(lookups);
        more.put(name, vocabulary);
        return new Vocabularies(more, heads);
    }

    /** The same vocabularies with these tags of the only head. */
    public Vocabularies withTags(List<String> names) {
        return new Vocabularies(lookups, names);
    }

    /**
     * The same vocabularies with these tags of one head more, or others in their place.
     *
     * @param of the component that the head gives, {@code of} of its {@code @Linear}
     */
    public Vocabularies withTags(String of, List<String> names) {
        Map<String, List<String>> more = new LinkedHashMap<>(heads);
        more.put(of, names);
        return new Vocabularies(lookups, more);
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
