package dev.lanewise.runtime.model;

import dev.lanewise.runtime.lane.Transposer;

/**
 * The packed layout of a weight matrix: columns are the outputs, cut into panels of four vectors, the last of which may have columns
 * that stay zero; a matrix of fewer is one panel, as wide as it. Inside a panel the depth runs row by row, so that a kernel streams
 * through contiguous memory.
 */
final class Panels {

    /** Vectors of a panel's row: the sums of a single row run side by side over one stream of cache lines. */
    private static final int VECTORS = 4;

    /** Numbers of a matrix whose places are kept: loops over parts of it would begin for longer than they move. */
    private static final int SMALL = 1 << 12;

    private final int depth;
    private final int columns;
    private final int width;
    private final Slab slab;
    private final int start;

    /** Where each number of a small matrix goes; its padding to the unused beginning of the slab. */
    private int[] places = new int[0];

    /**
     * A layout.
     *
     * @param depth the numbers that each output sums over
     * @param columns the number of columns, whole vectors
     * @param lanes the lanes of a vector
     * @param slab where it is
     */
    Panels(int depth, int columns, int lanes, Slab slab) {
        this.depth = depth;
        this.columns = columns;
        this.width = Math.min(VECTORS * lanes, columns);
        this.slab = slab;
        this.start = slab.reserve(depth * ((columns + width - 1) / width * width));
    }

    /** Where it begins in the slab's array. */
    int start() {
        return start;
    }

    /**
     * Takes note of where rows of a matrix become neighbouring columns, if it is small.
     *
     * @param matrix its columns are the depth
     * @param from the first row
     * @param rows how many rows
     * @param toColumn the column that the first row becomes
     */
    void place(Parameter matrix, int from, int rows, int toColumn) {
        if (matrix.values().length > SMALL) {
            return;
        }
        if (places.length == 0) {
            places = new int[matrix.values().length];
        }
        for (int row = 0; row < rows; row++) {
            int column = toColumn + row;
            int panel = column / width * width;
            for (int k = 0; k < depth; k++) {
                places[(from + row) * matrix.stride() + k] = start + panel * depth + column - panel + k * width;
            }
        }
    }

    /** Packs a small matrix whose rows are all {@link #place placed}; tells whether it is one. */
    boolean packPlaced(Parameter matrix) {
        float[] from = matrix.values();
        float[] to = slab.array();
        for (int i = 0; i < places.length; i++) {
            to[places[i]] = from[i];
        }
        return places.length > 0;
    }

    /**
     * Packs rows of a matrix as neighbouring columns.
     *
     * @param matrix its columns are the depth
     * @param from the first row to pack
     * @param rows how many rows
     * @param toColumn the column that the first row becomes
     */
    void packTransposed(Parameter matrix, int from, int rows, int toColumn) {
        int row = 0;
        while (row < rows) {
            int column = toColumn + row;
            int panel = column / width * width;
            int count = Math.min(rows - row, panel + width - column);
            Transposer.here()
                    .transpose(
                            matrix.values(),
                            (from + row) * matrix.stride(),
                            matrix.stride(),
                            count,
                            depth,
                            slab.array(),
                            start + panel * depth + column - panel,
                            width);
            row += count;
        }
    }

    /**
     * Packs rows of a matrix as rows: its columns are the panels' columns.
     *
     * @param matrix has at least as many columns, padded, as the panels
     * @param from the first row, which becomes the same step of the depth
     * @param rows how many rows
     */
    void pack(Parameter matrix, int from, int rows) {
        if (columns == width && columns == matrix.stride()) {
            System.arraycopy(matrix.values(), from * columns, slab.array(), start + from * columns, rows * columns);
            return;
        }
        for (int column = 0; column < columns; column += width) {
            int count = Math.min(width, columns - column);
            for (int row = from; row < from + rows; row++) {
                System.arraycopy(
                        matrix.values(),
                        row * matrix.stride() + column,
                        slab.array(),
                        start + column * depth + row * width,
                        count);
            }
        }
    }
}
