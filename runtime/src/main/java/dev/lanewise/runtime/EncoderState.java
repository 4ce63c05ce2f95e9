package dev.lanewise.runtime;

import java.util.Arrays;

/**
 * The state of all recurrent layers of a model between two time steps: what PyTorch's {@code nn.LSTM} takes and returns as
 * {@code (h, c)}, and {@code nn.GRU} as {@code h}. Row i belongs to layer and direction i: the layers in the order of the
 * declaration, in each the left-to-right direction first, then (in a bidirectional layer) the right-to-left one. A layer without
 * cells, such as {@code @Gru}, has an empty row of cell states. A value: arrays are copied in and out.
 */
public final class EncoderState {

    private static final float[] NO_CELLS = {};

    private final float[][] hidden;
    private final float[][] cell;

    private EncoderState(float[][] hidden, float[][] cell) {
        this.hidden = hidden;
        this.cell = cell;
    }

    /**
     * A state of layers without cells.
     *
     * @param hidden {@code [layers x directions][hidden]}
     */
    public static EncoderState of(float[][] hidden) {
        float[][] cell = new float[hidden.length][];
        Arrays.fill(cell, NO_CELLS);
        return new EncoderState(copy(hidden), cell);
    }

    /**
     * A state of given numbers.
     *
     * @param hidden {@code [layers x directions][hidden]}
     * @param cell the same shape, but empty rows for layers without cells
     * @throws IllegalArgumentException if the shapes differ
     */
    public static EncoderState of(float[][] hidden, float[][] cell) {
        if (hidden.length != cell.length) {
            throw new IllegalArgumentException("a state has as many rows of hidden as of cell states, but there are "
                    + hidden.length + " and " + cell.length);
        }
        for (int i = 0; i < hidden.length; i++) {
            if (cell[i].length != hidden[i].length && cell[i].length != 0) {
                throw new IllegalArgumentException("row " + i + " of a state has " + hidden[i].length
                        + " hidden and " + cell[i].length + " cell numbers; both need the layer's hidden size,"
                        + " but a layer without cells has none of the latter");
            }
        }
        return new EncoderState(copy(hidden), copy(cell));
    }

    /** Number of rows: layers times directions, summed over the declaration. */
    public int rows() {
        return hidden.length;
    }

    /** A copy of the hidden states h, {@code [layers x directions][hidden]}. */
    public float[][] hidden() {
        return copy(hidden);
    }

    /** A copy of the cell states c, {@code [layers x directions][hidden]}; rows of layers without cells are empty. */
    public float[][] cell() {
        return copy(cell);
    }

    /** The hidden size of a row. */
    public int size(int row) {
        return hidden[row].length;
    }

    /** The number of cells of a row: its hidden size, or 0 where the layer has none. */
    public int cells(int row) {
        return cell[row].length;
    }

    /** Copies a row's hidden numbers into a larger array. */
    public void copyHidden(int row, float[] into, int from) {
        System.arraycopy(hidden[row], 0, into, from, hidden[row].length);
    }

    /** Copies a row's cell numbers into a larger array. */
    public void copyCell(int row, float[] into, int from) {
        System.arraycopy(cell[row], 0, into, from, cell[row].length);
    }

    private static float[][] copy(float[][] rows) {
        float[][] copy = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncoderState state
                && Arrays.deepEquals(hidden, state.hidden)
                && Arrays.deepEquals(cell, state.cell);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(hidden) + Arrays.deepHashCode(cell);
    }

    @Override
    public String toString() {
        return "EncoderState[hidden=" + Arrays.deepToString(hidden) + ", cell=" + Arrays.deepToString(cell) + "]";
    }
}
