package dev.lanewise.runtime.model;

import java.util.Arrays;

/**
 * The gradient of one parameter, in rows as the parameter's own. That of a lookup table is sparse: it holds only the rows that
 * occurred, one behind the other, so that memory, clearing, summing and optimising cost nothing for the others.
 */
public final class Gradient {

    private final Parameter parameter;
    private final int stride;
    private final boolean sparse;
    private float[] values;
    private int[] touched = new int[0];

    /** Of a sparse gradient, the place of every row among those that occurred, counted from 1; 0 where it did not. */
    private final int[] places;

    private int touchedCount;

    /** Whether all numbers count as zero, whatever the array holds. */
    private boolean cleared;

    Gradient(Parameter parameter) {
        this.parameter = parameter;
        this.stride = parameter.stride();
        this.sparse = parameter.spec().sparse();
        this.values = new float[sparse ? 0 : size()];
        this.places = new int[sparse ? parameter.learnedRows() : 0];
    }

    /** The parameter it belongs to. */
    public Parameter parameter() {
        return parameter;
    }

    /**
     * The live, padded values of the rows that are learned; of a sparse gradient those of the rows {@link #touched}, in that order,
     * and then anything. They have to be asked for again after {@link #clear}.
     */
    public float[] values() {
        settle();
        return values;
    }

    /**
     * Writes the zeros of a gradient that was cleared: as late as can be, so that what adds to it finds it in the caches, but before
     * threads share it.
     */
    void settle() {
        if (cleared) {
            cleared = false;
            Arrays.fill(values, 0f);
        }
    }

    /** The numbers of all rows that are learned, padding included. */
    public int size() {
        return parameter.learnedRows() * stride;
    }

    /** How many of {@link #values} count. */
    public int count() {
        return extent() * unit();
    }

    /** Tells whether only the rows of {@link #touched} can differ from zero. */
    public boolean sparse() {
        return sparse;
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
        if (row >= places.length) {
            return;
        }
        int columns = parameter.columns();
        if (places[row] > 0) {
            Rows.add(source, from, values, (places[row] - 1) * stride, columns);
            return;
        }
        int to = touch(row);
        System.arraycopy(source, from, values, to, columns);
        Arrays.fill(values, to + columns, to + stride, 0f);
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
     * How much there is to add or scale: the numbers, or of a sparse gradient the rows that occurred. Ranges of it are
     * independent of each other, so threads can share them once it is {@linkplain GradientSet#settle settled}.
     */
    public int extent() {
        return sparse ? touchedCount : values.length;
    }

    /** The numbers of a part of the extent. */
    private int unit() {
        return sparse ? stride : 1;
    }

    /**
     * Takes over the rows that occurred only in another gradient of the same parameter, before {@link #take}.
     *
     * @param other a gradient that is to be {@linkplain #clear cleared} after that
     */
    public void takeNewRows(Gradient other) {
        for (int i = 0; i < other.touchedCount; i++) {
            int row = other.touched[i];
            if (places[row] == 0) {
                int to = touch(row);
                System.arraycopy(other.values, i * stride, values, to, stride);
                other.places[row] = 0;
            }
        }
    }

    /**
     * Adds a range of another gradient of the same parameter.
     *
     * @param from the begin of the range, in this gradient's {@link #extent}
     * @param to its end
     */
    public void take(Gradient other, int from, int to) {
        settle();
        if (!sparse) {
            if (!other.cleared) {
                add(other.values, from, to);
            }
            return;
        }
        for (int i = from; i < to; i++) {
            int place = other.places[touched[i]];
            if (place > 0) {
                Rows.add(other.values, (place - 1) * stride, values, i * stride, stride);
            }
        }
    }

    private void add(float[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] += source[i];
        }
    }

    /** Sets all to zero; of a sparse gradient no row has occurred then. */
    public void clear() {
        cleared = !sparse;
        for (int i = 0; i < touchedCount; i++) {
            places[touched[i]] = 0;
        }
        touchedCount = 0;
    }

    /** Multiplies a range by a factor. */
    public void scale(int from, int to, float factor) {
        settle();
        for (int i = from * unit(); i < to * unit(); i++) {
            values[i] *= factor;
        }
    }

    /** The sum of the squares of a range, added up in double precision and in memory order. */
    public double squaredNorm(int from, int to) {
        settle();
        if (!sparse) {
            return squares(from, to);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += squares(i * stride, (i + 1) * stride);
        }
        return sum;
    }

    /** A copy of all rows that are learned without padding, row-major. */
    public float[] copy() {
        if (!sparse) {
            return parameter.unpad(values());
        }
        float[] all = new float[size()];
        copyRows(all);
        return parameter.unpad(all);
    }

    /** Copies the rows that occurred to their places among all that are learned. */
    public void copyRows(float[] all) {
        for (int i = 0; i < touchedCount; i++) {
            System.arraycopy(values, i * stride, all, touched[i] * stride, stride);
        }
    }

    /** Makes room for a row that occurs for the first time; returns where it begins. */
    private int touch(int row) {
        if (touchedCount == touched.length) {
            int room = Math.min(places.length, Math.max(16, 2 * touchedCount));
            touched = Arrays.copyOf(touched, room);
            values = Arrays.copyOf(values, room * stride);
        }
        touched[touchedCount++] = row;
        places[row] = touchedCount;
        return (touchedCount - 1) * stride;
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
