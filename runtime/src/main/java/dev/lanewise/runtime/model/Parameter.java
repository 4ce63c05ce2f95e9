package dev.lanewise.runtime.model;

import java.util.List;

/**
 * One learnable tensor. Its values lie row-major, every row padded with zeros to {@link #stride()} numbers, so that kernels
 * read whole vectors; padding stays zero for ever.
 */
public final class Parameter {

    private final ParameterSpec spec;
    private final List<Integer> shape;
    private final int rows;
    private final int columns;
    private final int stride;
    private final float[] values;

    Parameter(ParameterSpec spec, Sizes sizes) {
        this.spec = spec;
        this.shape = spec.shape(sizes);
        this.rows = spec.columns() == 0 ? 1 : spec.rowCount(sizes);
        this.columns = spec.columns() > 0 ? spec.columns() : spec.rowCount(sizes);
        this.stride = spec.columns() > 0 ? spec.stride() : columns;
        this.values = new float[Math.multiplyExact(rows, stride)];
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
        pad(source, values);
    }

    /**
     * Lays numbers out as {@link #values()} are.
     *
     * @param source row-major, without padding
     * @param padded an array as long as {@link #values()}, whose padding is left as it is
     * @throws IllegalArgumentException if there are more or fewer numbers than the shape has
     */
    public void pad(float[] source, float[] padded) {
        if (source.length != size()) {
            throw new IllegalArgumentException(name() + " has the shape " + shape() + " and needs " + size()
                    + " numbers, but " + source.length + " were given");
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(source, row * columns, padded, row * stride, columns);
        }
    }

    /**
     * A copy of numbers without padding, row-major.
     *
     * @param padded an array that is laid out as {@link #values()} are
     */
    public float[] unpad(float[] padded) {
        float[] copy = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(padded, row * stride, copy, row * columns, columns);
        }
        return copy;
    }
}
