package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One parameter as a declaration describes it, before vocabularies and tags are known.
 *
 * @param name the state-dict name, for example {@code lstm.weight_ih_l0}
 * @param annotation the annotation that declares it, for messages: {@code @Lstm(hidden = 6)}
 * @param rows how many rows there are, where they are fixed; of a lookup table, its number in
 *     {@link FeatureSpec#lookups}; and where the rows are tags, the
 *     number of their head
 * @param rowsOf what the rows stand for
 * @param columns the number of columns, 0 for a vector, {@link #AS_ROWS} for as many as rows
 * @param width the size of the last dimension where the tensor has three of them, the other part of the columns being the
 *     second; otherwise 0
 * @param stride the distance of two rows in memory: columns, padded with zeros to whole vectors
 * @param init PyTorch's initialisation, or that it is counted
 */
public record ParameterSpec(
        String name, String annotation, int rows, Rows rowsOf, int columns, int width, int stride, Init init) {

    /** As many columns as rows, without padding. */
    public static final int AS_ROWS = -1;

    /** What the rows of a parameter stand for. */
    public enum Rows {
        /** A number fixed by the declaration. */
        FIXED,
        /** The entries of a lookup table's vocabulary. */
        LOOKUP,
        /** The tags. */
        TAGS
    }

    /** Tells whether the parameter is a lookup table, whose gradient touches a few rows only. */
    public boolean sparse() {
        return rowsOf == Rows.LOOKUP;
    }

    /** Tells whether training moves it; otherwise its numbers are counted in the training data. */
    public boolean trained() {
        return init.kind() != Init.Kind.COUNTED;
    }

    /** The parameter's shape for given sizes of vocabularies and tags. */
    public List<Integer> shape(Sizes sizes) {
        return shape(rowCount(sizes));
    }

    /** The parameter's shape with so many rows. */
    List<Integer> shape(int count) {
        if (columns == 0) {
            return List.of(count);
        }
        int across = columns == AS_ROWS ? count : columns;
        return width == 0 ? List.of(count, across) : List.of(count, columns / width, width);
    }

    int rowCount(Sizes sizes) {
        List<Integer> counts = new ArrayList<>();
        for (List<String> tags : sizes.tags()) {
            counts.add(tags.size());
        }
        return rowCount(sizes.lookups(), counts);
    }

    /** The number of rows for sizes of vocabularies, and of the tags of each head. */
    int rowCount(List<Integer> lookups, List<Integer> tags) {
        return switch (rowsOf) {
            case FIXED -> rows;
            case LOOKUP -> lookups.get(rows);
            case TAGS -> tags.get(rows);
        };
    }
}
