package dev.lanewise.runtime.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a model has learned to number.
 *
 * @param words the words; {@link Vocabulary#empty} for a model without word embeddings
 * @param characters the characters, one code point an entry; {@link Vocabulary#empty} for a model without them
 * @param tags the names of the tags in the order of their numbers; empty for a model without a head; an immutable copy
 */
public record Vocabularies(Vocabulary words, Vocabulary characters, List<String> tags) {

    /**
     * Checks that characters are characters and tags are distinct.
     *
     * @throws IllegalArgumentException if an entry of {@code characters} is not a single character or a tag stands twice
     */
    public Vocabularies {
        tags = List.copyOf(tags);
        for (String entry : characters.words()) {
            if (!CodePoints.isSingle(entry)) {
                throw new IllegalArgumentException("the entry \"" + entry
                        + "\" of the characters is not a single character; build them with addCharacters");
            }
        }
        Set<String> seen = new HashSet<>();
        for (String tag : tags) {
            if (!seen.add(tag)) {
                throw new IllegalArgumentException("the tag \"" + tag + "\" stands twice; list each tag once");
            }
        }
    }
}
