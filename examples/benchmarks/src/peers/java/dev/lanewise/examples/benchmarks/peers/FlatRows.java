package dev.lanewise.examples.benchmarks.peers;

import java.util.Arrays;

/** Between flat arrays and rows. */
final class FlatRows {

    private FlatRows() {}

    /** Cuts a row-major matrix into its rows. */
    static float[][] cut(float[] flat, int columns) {
        float[][] rows = new float[flat.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    /** Joins matrices of equal shape. */
    static float[] join(Iterable<float[][]> matrices, int size) {
        float[] flat = new float[size];
        int at = 0;
        for (float[][] matrix : matrices) {
            for (float[] row : matrix) {
                System.arraycopy(row, 0, flat, at, row.length);
                at += row.length;
            }
        }
        return flat;
    }
}
