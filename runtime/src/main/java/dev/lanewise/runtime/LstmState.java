package dev.lanewise.runtime;

import java.util.Arrays;

/**
 * The state of all LSTM layers of a model between two time steps: what PyTorch's {@code nn.LSTM} takes and returns as
 * {@code (h, c)}. Row i belongs to layer and direction i: the layers in the order of the declaration, in each the left-to-right
 * direction first, then (in a bidirectional layer) the right-to-left one. A value: arrays are copied in and out.
 */
public final class LstmState {

    private final float[][] hidden;
    private final float[][] cell;

    private LstmState(float[][] hidden, float[][] cell) {
        this.hidden = hidden;
        this.cell = cell;
    }

    /**
     * A state of given numbers.
     *
     * @param hidden {@code [layers x directions][hidden]}
     * @param cell the same shape
     * @throws IllegalArgumentException if the shapes differ
     */
    public static LstmState of(float[][] hidden, float[][] cell) {
        if (hidden.length != cell.length) {
            throw new IllegalArgumentException("an LSTM state has as many hidden as cell rows, but there are "
                    + hidden.length + " and " + cell.length);
        }
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i].length != cell[i].length) {
                throw new IllegalArgumentException("row " + i + " of an LSTM state has " + hidden[i].length
                        + " hidden and " + cell[i].length + " cell numbers; both need the layer's hidden size");
            }
        }
        return new LstmState(copy(hidden), copy(cell));
    }

    /** Number of rows: layers times directions, summed over the declaration. */
    public int rows() {
        return hidden.length;
    }

    /** A copy of the hidden states h, {@code [layers x directions][hidden]}. */
    public float[][] hidden() {
        return copy(hidden);
    }

    /** A copy of the cell states c, {@code [layers x directions][hidden]}. */
    public float[][] cell() {
        return copy(cell);
    }

    /** The hidden size of a row. */
    public int size(int row) {
        return hidden[row].length;
    }

    /** Copies a row's hidden and cell numbers into larger arrays. */
    public void copyRow(int row, float[] hiddenInto, int hiddenFrom, float[] cellInto, int cellFrom) {
        System.arraycopy(hidden[row], 0, hiddenInto, hiddenFrom, hidden[row].length);
        System.arraycopy(cell[row], 0, cellInto, cellFrom, cell[row].length);
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
        return other instanceof LstmState state
                && Arrays.deepEquals(hidden, state.hidden)
                && Arrays.deepEquals(cell, state.cell);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(hidden) + Arrays.deepHashCode(cell);
    }

    @Override
    public String toString() {
        return "LstmState[hidden=" + Arrays.deepToString(hidden) + ", cell=" + Arrays.deepToString(cell) + "]";
    }
}
