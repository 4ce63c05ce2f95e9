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
        this.values = new float[parameter.learnedRows() * parameter.stride()];
        boolean sparse = parameter.spec().sparse();
        this.touched = new int[sparse ? parameter.learnedRows() : 0];
        this.isTouched = new boolean[sparse ? parameter.learnedRows() : 0];
    }

    /** The parameter it belongs to. */
    public Parameter parameter() {
        return parameter;
    }

    /** The live, padded values of the rows that are learned. */
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

    /** Adds numbers to a row of a sparse gradient; nothing happens where the row is not learned. */
    public void addRow(int row, float[] source, int from) {
        if (row >= isTouched.length) {
            return;
        }
        int columns = parameter.columns();
        int to = row * parameter.stride();
        if (touch(row)) {
            System.arraycopy(source, from, values, to, columns);
        } else {
            Rows.add(source, from, values, to, columns);
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

    /**
     * How much there is to add, scale or clear: the numbers, or of a sparse gradient the rows that occurred. Ranges of it are
     * independent of each other, so threads can share them.
     */
    public int extent() {
        return sparse() ? touchedCount : values.length;
    }

    /** Takes note of the rows that occurred in another gradient of the same parameter, before {@link #take}. */
    public void touchRowsOf(Gradient other) {
        for (int i = 0; i < other.touchedCount; i++) {
            touch(other.touched[i]);
        }
    }

    /**
     * Adds a range of another gradient of the same parameter and sets it to zero there.
     *
     * @param from the begin of the range, in this gradient's {@link #extent}
     * @param to its end
     */
    public void take(Gradient other, int from, int to) {
        if (!sparse()) {
            move(other.values, from, to);
            return;
        }
        int stride = parameter.stride();
        for (int i = from; i < to; i++) {
            int row = touched[i];
            if (other.isTouched[row]) {
                move(other.values, row * stride, (row + 1) * stride);
            }
        }
    }

    private void move(float[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] += source[i];
            source[i] = 0f;
        }
    }

    /** Sets all to zero. */
    public void clear() {
        clear(0, extent());
        forgetRows();
    }

    /** Sets a range to zero. */
    public void clear(int from, int to) {
        if (!sparse()) {
            Arrays.fill(values, from, to, 0f);
            return;
        }
        int stride = parameter.stride();
        for (int i = from; i < to; i++) {
            Arrays.fill(values, touched[i] * stride, (touched[i] + 1) * stride, 0f);
        }
    }

    /** When all are zero: no row has occurred. */
    public void forgetRows() {
        for (int i = 0; i < touchedCount; i++) {
            isTouched[touched[i]] = false;
        }
        touchedCount = 0;
    }

    /** Multiplies a range by a factor. */
    public void scale(int from, int to, float factor) {
        if (!sparse()) {
            scaleNumbers(from, to, factor);
            return;
        }
        int stride = parameter.stride();
        for (int i = from; i < to; i++) {
            scaleNumbers(touched[i] * stride, (touched[i] + 1) * stride, factor);
        }
    }

    /** The sum of the squares of a range, added up in double precision and in memory order. */
    public double squaredNorm(int from, int to) {
        if (!sparse()) {
            return squares(from, to);
        }
        int stride = parameter.stride();
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += squares(touched[i] * stride, (touched[i] + 1) * stride);
        }
        return sum;
    }

    /** A copy without padding, row-major. */
    public float[] copy() {
        return parameter.unpad(values);
    }

    /** Tells whether a row occurs for the first time, so that it is zero. */
    private boolean touch(int row) {
        if (isTouched[row]) {
            return false;
        }
        isTouched[row] = true;
        touched[touchedCount++] = row;
        return true;
    }

    private void scaleNumbers(int from, int to, float factor) {
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }

    // Four chains by index modulo four: a fixed order that does not wait for each addition.
    private double squares(int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < to; i++) {
            a += (double) values[i] * values[i];
        }
        return a + b + (c + d);
    }
}
