package dev.lanewise.runtime.model;

import java.util.Arrays;

/**
 * Moving and adding rows of matrices: what a model does between its kernels. Sums run element by element and row after row, so
 * that the JIT's own vectors cannot change a bit.
 */
public final class Rows {

    private Rows() {}

    /** An array of at least the given size: the same one where it is large enough, otherwise a larger one of zeros. */
    public static float[] grown(float[] array, int size) {
        return array.length >= size ? array : new float[Math.max(size, array.length + array.length / 2)];
    }

    /**
     * The size of a matrix.
     *
     * @throws IllegalArgumentException if no array is as long
     */
    static int size(int rows, int stride) {
        if ((long) rows * stride > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    rows + " words or characters at once, with " + stride
                            + " numbers each, are more than an array holds; give smaller batches or cut long words and sentences");
        }
        return rows * stride;
    }

    /** An array that begins with the given number of zeros. */
    public static float[] zeros(float[] array, int size) {
        float[] grown = grown(array, size);
        Arrays.fill(grown, 0, size, 0f);
        return grown;
    }

    /** Writes the same numbers to the beginning of every row. */
    public static void fill(float[] row, float[] to, int toStride, int rows) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(row, 0, to, r * toStride, row.length);
        }
    }

    /** Copies a block of columns from one matrix to another. */
    public static void copy(
            float[] from, int fromAt, int fromStride, float[] to, int toAt, int toStride, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, fromAt + r * fromStride, to, toAt + r * toStride, columns);
        }
    }

    /** Copies to every row the chosen row of a table. */
    public static void gather(
            float[] table, int tableStride, int[] chosen, float[] to, int toAt, int toStride, int rows, int columns) {
        gather(table, tableStride, chosen, 0, to, toAt, toStride, rows, columns);
    }

    /** The same with the choices from a given place on. */
    public static void gather(
            float[] table,
            int tableStride,
            int[] chosen,
            int first,
            float[] to,
            int toAt,
            int toStride,
            int rows,
            int columns) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(table, chosen[first + r] * tableStride, to, toAt + r * toStride, columns);
        }
    }

    /** Adds every row to the chosen row of a table. */
    public static void scatterAdd(
            float[] from,
            int fromAt,
            int fromStride,
            int[] chosen,
            float[] table,
            int tableStride,
            int rows,
            int columns) {
        for (int r = 0; r < rows; r++) {
            add(from, fromAt + r * fromStride, table, chosen[r] * tableStride, columns);
        }
    }

    /** Copies to every row some columns of the array of numbers that belongs to it, from a given array on. */
    public static void take(
            float[][] arrays, int first, int column, float[] to, int toAt, int toStride, int rows, int columns) {
        // All are asked for before the first one is copied, so that their memory answers at once.
        for (int r = 0; r < rows; r++) {
            float[] row = arrays[first + r];
            int at = toAt + r * toStride;
            to[at] = row[column];
            to[at + columns / 2] = row[column + columns / 2];
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(arrays[first + r], column, to, toAt + r * toStride, columns);
        }
    }

    /** Copies from every row to some columns of the array of numbers that belongs to it. */
    public static void give(float[] from, int fromStride, float[][] arrays, int column, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, r * fromStride, arrays[r], column, columns);
        }
    }

    /** Adds numbers one to one. */
    public static void add(float[] from, int fromAt, float[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    /** Adds every row of a matrix to one row, as long as that is. */
    public static void sum(float[] from, int fromAt, int fromStride, int rows, float[] to) {
        for (int r = 0; r < rows; r++) {
            add(from, fromAt + r * fromStride, to, 0, to.length);
        }
    }
}
