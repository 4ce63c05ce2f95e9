package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

/** Rows of numbers as one array, and comparisons to the bit. */
final class Flat {

    private Flat() {}

    static float[] of(float[][] rows) {
        int size = Arrays.stream(rows).mapToInt(row -> row.length).sum();
        float[] flat = new float[size];
        int at = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, flat, at, row.length);
            at += row.length;
        }
        return flat;
    }

    static float[] of(List<float[][]> matrices) {
        return of(matrices.stream().flatMap(Arrays::stream).toArray(float[][]::new));
    }

    static float[][] rows(float[] flat, int columns) {
        float[][] rows = new float[flat.length / columns][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = Arrays.copyOfRange(flat, r * columns, (r + 1) * columns);
        }
        return rows;
    }

    static void assertSameBits(float[] expected, float[] actual, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(expected[i]) != Float.floatToIntBits(actual[i])) {
                throw new AssertionError(what + "[" + i + "] is " + actual[i] + ", not " + expected[i]);
            }
        }
    }

    static void assertSameBits(float[][] expected, float[][] actual, String what) {
        assertSameBits(of(expected), of(actual), what);
    }
}
