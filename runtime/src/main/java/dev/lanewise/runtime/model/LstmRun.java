package dev.lanewise.runtime.model;

import dev.lanewise.runtime.EncoderState;
import java.util.Arrays;

/** The buffers of one LSTM layer and direction for one batch. Cell states lie as the hidden states do. */
public final class LstmRun extends RecurrentRun {

    private float[] cells = new float[0];
    private float[] tanhCells = new float[0];
    private float[] cellGradients = new float[0];

    /**
     * Empty buffers.
     *
     * @param hidden the number of units
     * @param hiddenStride the units, padded to whole vectors
     * @param gateStride the distance of two rows of gates, at least four times hiddenStride
     * @param reverse whether the run goes from right to left
     */
    public LstmRun(int hidden, int hiddenStride, int gateStride, boolean reverse) {
        super(Gates.LSTM, hidden, hiddenStride, gateStride, reverse);
    }

    @Override
    public void start(Packing packing, boolean forBackward) {
        super.start(packing, forBackward);
        int initial = packing.sequences() * hiddenStride();
        cells = Rows.grown(cells, initial + packing.rows() * hiddenStride());
        Arrays.fill(cells, 0, initial, 0f);
    }

    @Override
    void keep(int rows) {
        super.keep(rows);
        tanhCells = Rows.grown(tanhCells, rows * hiddenStride());
    }

    @Override
    void load(EncoderState state, int row, int at) {
        super.load(state, row, at);
        state.copyCell(row, cells, at);
    }

    @Override
    public void startBackward(Packing packing) {
        super.startBackward(packing);
        cellGradients = Rows.zeros(cellGradients, packing.sequences() * hiddenStride());
    }

    @Override
    void copyFinal(Packing packing, int sequence, float[] hiddenInto, float[] cellInto) {
        super.copyFinal(packing, sequence, hiddenInto, cellInto);
        System.arraycopy(cells, last(packing, sequence) * hiddenStride(), cellInto, 0, hidden());
    }

    @Override
    void copyInitialGradient(Packing packing, int sequence, float[] hiddenInto, float[] cellInto) {
        super.copyInitialGradient(packing, sequence, hiddenInto, cellInto);
        System.arraycopy(cellGradients, packing.place(sequence) * hiddenStride(), cellInto, 0, hidden());
    }

    @Override
    int cellCount() {
        return hidden();
    }

    /** Cell states, {@code [sequences + rows][hiddenStride]}. */
    public float[] cells() {
        return cells;
    }

    /** tanh of the cell states, {@code [rows][hiddenStride]}; of the rows that are {@link #kept}. */
    public float[] tanhCells() {
        return tanhCells;
    }

    /** Gradients of the cell states on their way through time, {@code [sequences][hiddenStride]}. */
    public float[] cellGradients() {
        return cellGradients;
    }
}
