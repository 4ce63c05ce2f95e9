package dev.lanewise.runtime.model;

/**
 * The packed layout of a weight matrix for the forward product: columns are the outputs, cut into panels of two vectors,
 * the last one of a single vector where their number is odd; inside a panel the depth runs row by row, so that a kernel streams
 * through contiguous memory.
 */
final class Panels {

    private final int depth;
    private final int columns;
    private final int lanes;
    private final int wide;

    /**
     * A layout.
     *
     * @param depth the numbers that each output sums over
     * @param columns the number of columns, whole vectors
     * @param lanes the lanes of a vector
     */
    Panels(int depth, int columns, int lanes) {
        this.depth = depth;
        this.columns = columns;
        this.lanes = lanes;
        this.wide = columns / (2 * lanes) * 2 * lanes;
    }

    /** The size of the packed matrix. */
    int size() {
        return depth * columns;
    }

    /**
     * Packs rows of a row-major matrix as neighbouring columns.
     *
     * @param source {@code [rows][stride]}
     * @param fromRow the first row to pack
     * @param rows how many rows
     * @param stride the distance of two source rows
     * @param target the panels
     * @param fromColumn the column that the first row becomes
     */
    void pack(float[] source, int fromRow, int rows, int stride, float[] target, int fromColumn) {
        for (int row = 0; row < rows; row++) {
            int column = fromColumn + row;
            int from = column < wide ? 0 : wide;
            int width = column < wide ? 2 * lanes : lanes;
            int panel = from + (column - from) / width * width;
            int to = panel * depth + column - panel;
            int at = (fromRow + row) * stride;
            for (int k = 0; k < depth; k++) {
                target[to + k * width] = source[at + k];
            }
        }
    }
}
