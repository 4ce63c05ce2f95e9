package dev.lanewise.runtime.model;

/** Copies the rows of a batch with one sequence to an array of the caller's. */
public final class RowTarget {

    private RowTarget() {}

    /**
     * Checks the size of a caller's array.
     *
     * @throws IllegalArgumentException if there are too few rows or columns
     */
    public static void check(float[][] into, int rows, int columns) {
        if (into.length < rows) {
            throw new IllegalArgumentException(
                    "the result has " + rows + " rows, but the array has " + into.length + ": make it longer");
        }
        for (int row = 0; row < rows; row++) {
            if (into[row].length < columns) {
                throw new IllegalArgumentException("the result has " + columns + " columns, but row " + row
                        + " of the array has " + into[row].length + ": make it longer");
            }
        }
    }

    static void copy(Worker worker, float[] from, int stride, int columns, float[][] into) {
        Packing words = worker.batch().words();
        for (int t = 0; t < words.steps(); t++) {
            System.arraycopy(from, words.row(0, t) * stride, into[t], 0, columns);
        }
    }
}
