package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a model that its data decide.
 *
 * @param lookups entries of the vocabulary of each lookup table, the unknown one included
 * @param tags the names of the tags of each head
 */
public record Sizes(List<Integer> lookups, List<List<String>> tags) {

    /** Copies the lists. */
    public Sizes {
        lookups = List.copyOf(lookups);
        List<List<String>> copies = new ArrayList<>();
        for (List<String> names : tags) {
            copies.add(List.copyOf(names));
        }
        tags = List.copyOf(copies);
    }
}
