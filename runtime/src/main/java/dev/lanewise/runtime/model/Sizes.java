package dev.lanewise.runtime.model;

import java.util.List;

/**
 * The sizes of a model that its data decide.
 *
 * @param lookups entries of the vocabulary of each lookup table, the unknown one included
 * @param tags number of tags
 */
public record Sizes(List<Integer> lookups, int tags) {

    /** Copies the list. */
    public Sizes {
        lookups = List.copyOf(lookups);
    }
}
