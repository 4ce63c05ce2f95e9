package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One learnable tensor. Its values lie row-major, every row padded with zeros to {@link #stride()} numbers, so that kernels
 * read whole vectors; padding stays zero for ever.
 */
public final class Parameter {

    private static final int MAX_NUMBERS = Integer.MAX_VALUE - 8;

    private final ParameterSpec spec;
    private final List<Integer> shape;
    private final int rows;
    private final int columns;
    private final int stride;
    private final float[] values;
    private int learnedRows;

    Parameter(ParameterSpec spec, Sizes sizes) {
        this.spec = spec;
        this.shape = spec.shape(sizes);
        this.rows = spec.columns() == 0 ? 1 : spec.rowCount(sizes);
        this.columns = spec.columns() > 0 ? spec.columns() : spec.rowCount(sizes);
        this.stride = spec.columns() > 0 ? spec.stride() : columns;
        this.values = new float[checkedLength()];
        this.learnedRows = rows;
    }

    /** Zeros in the shape of another parameter, but for its rows that are not learned, which are copied. */
    Parameter(Parameter like) {
        this.spec = like.spec;
        this.shape = like.shape;
        this.rows = like.rows;
        this.columns = like.columns;
        this.stride = like.stride;
        this.learnedRows = like.learnedRows;
        this.values = new float[like.values.length];
        int kept = learnedRows * stride;
        System.arraycopy(like.values, kept, values, kept, values.length - kept);
    }

    private int checkedLength() {
        long length = (long) rows * stride;
        if (length > MAX_NUMBERS) {
            throw new IllegalArgumentException(name() + " would be of " + shape + " and take " + length
                    + " numbers, more than an array holds; keep fewer entries (a larger minCount, fewer vectors), or"
                    + " choose a smaller dim");
        }
        return (int) length;
    }

    /** The declaration of this parameter. */
    public ParameterSpec spec() {
        return spec;
    }

    /** The state-dict name. */
    public String name() {
        return spec.name();
    }

    /** The shape without padding: {@code [rows, columns]}, or {@code [length]} of a vector; see {@link ParameterSpec#shape}. */
    public List<Integer> shape() {
        return shape;
    }

    /** Number of rows; 1 for a vector. */
    public int rows() {
        return rows;
    }

    /** The number of rows that are learned, the first ones: all, unless {@link #keepFrom} says otherwise. */
    public int learnedRows() {
        return learnedRows;
    }

    /** Says that the rows from one on are never to change: they have no gradient, no first value is drawn for them. */
    public void keepFrom(int row) {
        learnedRows = row;
    }

    /** Number of columns; the length of a vector. */
    public int columns() {
        return columns;
    }

    /** Distance of two rows in {@link #values()}. */
    public int stride() {
        return stride;
    }

    /** Number of learnable numbers, padding not counted. */
    public long size() {
        return (long) rows * columns;
    }

    /** The live values, padded. */
    public float[] values() {
        return values;
    }

    /** A copy of the values without padding, row-major. */
    public float[] copy() {
        return unpad(values);
    }

    /**
     * Replaces all values.
     *
     * @param source row-major, without padding
     * @throws IllegalArgumentException if there are more or fewer numbers than the shape has
     */
    public void set(float[] source) {
        pad(source, rows);
    }

    /** Copies the rows that are learned from a parameter of the same shape. */
    void copyLearned(Parameter other) {
        System.arraycopy(other.values, 0, values, 0, learnedRows * stride);
    }

    /** The shape of the rows that are learned. */
    public List<Integer> learnedShape() {
        List<Integer> learned = new ArrayList<>(shape);
        if (learnedRows < rows) {
            learned.set(0, learnedRows);
        }
        return List.copyOf(learned);
    }

    /**
     * Replaces the values of the rows that are learned.
     *
     * @param source row-major, without padding
     * @throws IllegalArgumentException if there are more or fewer numbers than those rows have
     */
    public void setLearned(float[] source) {
        pad(source, learnedRows);
    }

    private void pad(float[] source, int count) {
        if (source.length != (long) count * columns) {
            throw new IllegalArgumentException(name() + " has the shape " + shape() + " and needs "
                    + (long) count * columns + " numbers, but " + source.length + " were given");
        }
        for (int row = 0; row < count; row++) {
            System.arraycopy(source, row * columns, values, row * stride, columns);
        }
    }

    /**
     * A copy of numbers without padding, row-major.
     *
     * @param padded an array that is laid out as {@link #values()} are; rows that are not learned may lack, they are zeros then
     */
    public float[] unpad(float[] padded) {
        return unpad(padded, rows);
    }

    /** As {@link #unpad(float[])}, of the rows that are learned alone. */
    public float[] unpadLearned(float[] padded) {
        return unpad(padded, learnedRows);
    }

    private float[] unpad(float[] padded, int count) {
        float[] copy = new float[count * columns];
        for (int row = 0; row < count && row * stride < padded.length; row++) {
            System.arraycopy(padded, row * stride, copy, row * columns, columns);
        }
        return copy;
    }
}
