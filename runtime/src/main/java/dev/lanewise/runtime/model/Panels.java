package dev.lanewise.runtime.model;

/**
 * The packed layout of a weight matrix for the forward product: columns are the outputs, cut into panels;
 * inside a panel the depth runs row by row, so that a kernel streams through contiguous memory. The last panel is as wide as
 * what is left.
 */
public final class Panels {

    /** The width of an LSTM's panels: four vectors of sixteen floats. */
    public static final int WIDTH = 64;

    private Panels() {}

    /**
     * Packs rows of a row-major matrix as neighbouring columns.
     *
     * @param source {@code [rows][stride]}
     * @param fromRow the first row to pack
     * @param rows how many rows
     * @param depth how many numbers of each row
     * @param stride the distance of two source rows
     * @param target the panels
     * @param fromColumn the column that the first row becomes
     * @param columns the number of columns of all panels together
     * @param panelWidth the width of a panel
     */
    public static void pack(
            float[] source,
            int fromRow,
            int rows,
            int depth,
            int stride,
            float[] target,
            int fromColumn,
            int columns,
            int panelWidth) {
        for (int row = 0; row < rows; row++) {
            int column = fromColumn + row;
            int panel = column / panelWidth * panelWidth;
            int width = Math.min(panelWidth, columns - panel);
            int to = panel * depth + column - panel;
            int from = (fromRow + row) * stride;
            for (int k = 0; k < depth; k++) {
                target[to + k * width] = source[from + k];
            }
        }
    }
}
