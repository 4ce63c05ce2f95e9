package dev.lanewise.runtime.model;

import java.util.Arrays;

/** The words of a batch, or one component of its tokens: which are distinct, and which of those stands in every packed row. */
final class TextColumn {

    private final DistinctWords distinct = new DistinctWords();
    private int[] ofRows = new int[0];

    /** Begins a batch of so many rows. */
    void start(int rows) {
        distinct.clear();
        ofRows = grown(ofRows, rows);
    }

    void set(int row, String word, int sequence, int position) {
        ofRows[row] = distinct.add(word, sequence, position);
    }

    DistinctWords distinct() {
        return distinct;
    }

    int[] ofRows() {
        return ofRows;
    }

    static int[] grown(int[] array, int size) {
        return array.length >= size ? array : Arrays.copyOf(array, Math.max(size, array.length * 2));
    }
}
