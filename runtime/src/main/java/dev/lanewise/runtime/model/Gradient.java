package dev.lanewise.runtime.model;

import java.util.Arrays;

/**
 * The gradient of one parameter, in the parameter's own layout. That of a lookup table remembers which rows occurred, so that
 * clearing, summing and optimising cost nothing for the others.
 */
public final class Gradient {

    private final Parameter parameter;
    private final float[] values;
    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedCount;

    Gradient(Parameter parameter) {
        this.parameter = parameter;
        this.values = new float[parameter.values().length];
        boolean sparse = parameter.spec().sparse();
        this.touched = new int[sparse ? parameter.rows() : 0];
        this.isTouched = new boolean[sparse ? parameter.rows() : 0];
    }

    /** The parameter it belongs to. */
    public Parameter parameter() {
        return parameter;
    }

    /** The live, padded values. */
    public float[] values() {
        return values;
    }

    /** Tells whether only the rows of {@link #touched} can differ from zero. */
    public boolean sparse() {
        return parameter.spec().sparse();
    }

    /** Number of rows that occurred; only for a sparse gradient. */
    public int touchedCount() {
        return touchedCount;
    }

    /** The i-th row that occurred, in the order of first occurrence. */
    public int touched(int i) {
        return touched[i];
    }

    /** Adds numbers to a row of a sparse gradient. */
    public void addRow(int row, float[] source, int from) {
        touch(row);
        int columns = parameter.columns();
        int to = row * parameter.stride();
        for (int i = 0; i < columns; i++) {
            values[to + i] += source[from + i];
        }
    }

    /**
     * Adds every row of a matrix to the row of an id.
     *
     * @param source the matrix
     * @param from where its first row begins
     * @param sourceStride the distance of its rows
     * @param ids the row of this gradient that each row goes to
     * @param rows how many rows
     */
    public void addRows(float[] source, int from, int sourceStride, int[] ids, int rows) {
        for (int r = 0; r < rows; r++) {
            addRow(ids[r], source, from + r * sourceStride);
        }
    }

    /** Adds another gradient of the same parameter. */
    public void add(Gradient other) {
        if (!sparse()) {
            float[] source = other.values;
            for (int i = 0; i < values.length; i++) {
                values[i] += source[i];
            }
            return;
        }
        for (int i = 0; i < other.touchedCount; i++) {
            int row = other.touched[i];
            addRow(row, other.values, row * parameter.stride());
        }
    }

    /** Sets all to zero. */
    public void clear() {
        if (!sparse()) {
            Arrays.fill(values, 0f);
            return;
        }
        int stride = parameter.stride();
        for (int i = 0; i < touchedCount; i++) {
            int row = touched[i];
            isTouched[row] = false;
            Arrays.fill(values, row * stride, (row + 1) * stride, 0f);
        }
        touchedCount = 0;
    }

    /** Multiplies by a factor. */
    public void scale(float factor) {
        if (!sparse()) {
            scale(0, values.length, factor);
            return;
        }
        int stride = parameter.stride();
        for (int i = 0; i < touchedCount; i++) {
            scale(touched[i] * stride, stride, factor);
        }
    }

    /** The sum of the squares, added up in double precision and in memory order. */
    public double squaredNorm() {
        if (!sparse()) {
            return squares(0, values.length);
        }
        int stride = parameter.stride();
        double sum = 0;
        for (int i = 0; i < touchedCount; i++) {
            sum += squares(touched[i] * stride, stride);
        }
        return sum;
    }

    /** A copy without padding, row-major. */
    public float[] copy() {
        return parameter.unpad(values);
    }

    private void touch(int row) {
        if (!isTouched[row]) {
            isTouched[row] = true;
            touched[touchedCount++] = row;
        }
    }

    private void scale(int from, int count, float factor) {
        for (int i = from; i < from + count; i++) {
            values[i] *= factor;
        }
    }

    // Four chains by index modulo four: a fixed order that does not wait for each addition.
    private double squares(int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        int end = from + count;
        for (; i + 4 <= end; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < end; i++) {
            a += (double) values[i] * values[i];
        }
        return a + b + (c + d);
    }
}
