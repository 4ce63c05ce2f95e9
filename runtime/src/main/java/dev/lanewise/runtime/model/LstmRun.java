package dev.lanewise.runtime.model;

import dev.lanewise.runtime.LstmState;
import java.util.Arrays;
import java.util.List;

/**
 * The buffers of one LSTM layer and direction for one batch. Cell and hidden states begin with one row for each sequence, its
 * initial state; the rows of the packed time steps follow. Grows, never shrinks, and allocates nothing when warm.
 */
public final class LstmRun {

    private final int hidden;
    private final int hiddenStride;
    private final int gateStride;
    private final boolean reverse;
    private int sequences;
    private float[] gates = new float[0];
    private float[] cells = new float[0];
    private float[] tanhCells = new float[0];
    private float[] hiddens = new float[0];
    private float[] previousHiddens = new float[0];
    private float[] hiddenGradients = new float[0];
    private float[] cellGradients = new float[0];
    private final float[] biasGradients;
    private boolean dropping;
    private float[] mask = new float[0];
    private float[] dropped = new float[0];
    private float[] droppedGradients = new float[0];

    /**
     * Empty buffers.
     *
     * @param hidden the number of units
     * @param hiddenStride the units, padded to whole vectors
     * @param gateStride the distance of two rows of gates, at least four times hiddenStride
     * @param reverse whether the run goes from right to left
     */
    public LstmRun(int hidden, int hiddenStride, int gateStride, boolean reverse) {
        this.hidden = hidden;
        this.hiddenStride = hiddenStride;
        this.gateStride = gateStride;
        this.reverse = reverse;
        this.biasGradients = new float[4 * hiddenStride];
    }

    /** Makes room for a forward pass, with all initial states zero. */
    public void start(Packing packing) {
        sequences = packing.sequences();
        int rows = packing.rows();
        int states = (sequences + rows) * hiddenStride;
        gates = Rows.grown(gates, rows * gateStride);
        tanhCells = Rows.grown(tanhCells, rows * hiddenStride);
        cells = Rows.grown(cells, states);
        hiddens = Rows.grown(hiddens, states);
        Arrays.fill(cells, 0, sequences * hiddenStride, 0f);
        Arrays.fill(hiddens, 0, sequences * hiddenStride, 0f);
    }

    /** Copies the initial states of a batch, where it has them. */
    public void loadState(Batch batch, int index) {
        for (int sequence = 0; batch.stateful() && sequence < sequences; sequence++) {
            LstmState state = batch.state(sequence);
            if (state != null) {
                int at = batch.words().place(sequence) * hiddenStride;
                state.copyRow(index, hiddens, at, cells, at);
            }
        }
    }

    /** Draws the mask of the states that steps come from, if the batch is one to drop of: one for each sequence. */
    public void startDropout(Dropout dropout, int place, float probability, Packing packing) {
        dropping = dropout.isOn();
        if (dropping) {
            mask = Rows.grown(mask, sequences * hiddenStride);
            dropout.locked(place, probability, packing, mask, hiddenStride, hidden);
            dropped = Rows.grown(dropped, (sequences + packing.rows()) * hiddenStride);
            droppedGradients = Rows.grown(droppedGradients, sequences * hiddenStride);
        }
    }

    /** Makes room for a backward pass, with all gradients zero. */
    public void startBackward(Packing packing) {
        int rows = packing.rows();
        int states = (sequences + rows) * hiddenStride;
        hiddenGradients = Rows.grown(hiddenGradients, states);
        cellGradients = Rows.grown(cellGradients, sequences * hiddenStride);
        Arrays.fill(hiddenGradients, 0, states, 0f);
        Arrays.fill(cellGradients, 0, sequences * hiddenStride, 0f);
    }

    /**
     * Lays the hidden states that the rows of some time steps came from one behind the other: an operand of the recurrent weight
     * gradient.
     *
     * @param from the first time step
     * @param end the time step behind the last
     */
    public void gatherPrevious(Packing packing, int from, int end) {
        int first = packing.offset(from);
        previousHiddens = Rows.grown(previousHiddens, packing.rows(from, end) * hiddenStride);
        for (int t = from; t < end; t++) {
            int at = packing.offset(t);
            int to = at - first;
            int active = packing.active(t);
            if (reverse) {
                int carried = packing.active(t + 1);
                copyPrevious(sequences + at + active, to, carried);
                copyPrevious(carried, to + carried, active - carried);
            } else {
                copyPrevious(t == 0 ? 0 : sequences + packing.offset(t - 1), to, active);
            }
        }
    }

    private void copyPrevious(int fromState, int toRow, int rows) {
        System.arraycopy(
                previousStates(), fromState * hiddenStride, previousHiddens, toRow * hiddenStride, rows * hiddenStride);
    }

    /**
     * Adds the gradient of both biases: the sum of the gates' gradients over all rows, in the order of the rows.
     *
     * @param gateGradients {@code [rows][gateStride]}
     * @param at where the first row begins
     */
    public void addBiasGradients(float[] gateGradients, int at, int rows, Gradient biasIh, Gradient biasHh) {
        Arrays.fill(biasGradients, 0f);
        Rows.sum(gateGradients, at, gateStride, rows, biasGradients);
        for (int gate = 0; gate < 4; gate++) {
            for (int unit = 0; unit < hidden; unit++) {
                float gradient = biasGradients[gate * hiddenStride + unit];
                biasIh.values()[gate * hidden + unit] += gradient;
                biasHh.values()[gate * hidden + unit] += gradient;
            }
        }
    }

    /** The index, among the state rows, of a sequence's state after its last step in this run's direction. */
    public int last(Packing packing, int sequence) {
        int place = packing.place(sequence);
        int step = reverse ? 0 : packing.length(place) - 1;
        return sequences + packing.offset(step) + place;
    }

    /** Copies the hidden state after every sequence's last step into the sequence's row of a matrix. */
    public void copyLast(Packing packing, float[] to, int column, int stride) {
        for (int sequence = 0; sequence < sequences; sequence++) {
            System.arraycopy(hiddens, last(packing, sequence) * hiddenStride, to, sequence * stride + column, hidden);
        }
    }

    /** Takes the gradients of the hidden states after every sequence's last step from the sequence's row of a matrix. */
    public void copyLastGradient(Packing packing, float[] from, int column, int stride) {
        for (int sequence = 0; sequence < sequences; sequence++) {
            System.arraycopy(
                    from, sequence * stride + column, hiddenGradients, last(packing, sequence) * hiddenStride, hidden);
        }
    }

    /** Copies the state after a sequence's last step. */
    public void copyFinal(Packing packing, int sequence, float[] hiddenInto, float[] cellInto) {
        int at = last(packing, sequence) * hiddenStride;
        System.arraycopy(hiddens, at, hiddenInto, 0, hidden);
        System.arraycopy(cells, at, cellInto, 0, hidden);
    }

    /** After a backward pass: copies the gradient of a sequence's initial state. */
    public void copyInitialGradient(Packing packing, int sequence, float[] hiddenInto, float[] cellInto) {
        int at = packing.place(sequence) * hiddenStride;
        System.arraycopy(hiddenGradients, at, hiddenInto, 0, hidden);
        System.arraycopy(cellGradients, at, cellInto, 0, hidden);
    }

    /** The final states of a sequence in all runs. */
    public static LstmState finalState(List<LstmRun> runs, Packing packing, int sequence) {
        return state(runs, (run, h, c) -> run.copyFinal(packing, sequence, h, c));
    }

    /** The gradients of a sequence's initial states in all runs. */
    public static LstmState initialGradient(List<LstmRun> runs, Packing packing, int sequence) {
        return state(runs, (run, h, c) -> run.copyInitialGradient(packing, sequence, h, c));
    }

    /** A state of zeros for all runs. */
    public static LstmState zeroState(List<LstmRun> runs) {
        return state(runs, (run, h, c) -> {});
    }

    /**
     * Checks that a state belongs to a model.
     *
     * @throws IllegalArgumentException if it has not the model's layers and sizes
     */
    public static void check(List<LstmRun> runs, LstmState state) {
        if (state.rows() != runs.size()) {
            throw new IllegalArgumentException("the state has " + state.rows() + " rows, but this model has "
                    + runs.size() + " layers and directions: give one row for each");
        }
        for (int row = 0; row < runs.size(); row++) {
            if (state.size(row) != runs.get(row).hidden) {
                throw new IllegalArgumentException("row " + row + " of the state has " + state.size(row)
                        + " numbers, but the layer has hidden = " + runs.get(row).hidden);
            }
        }
    }

    private interface Reader {
        void read(LstmRun run, float[] hidden, float[] cell);
    }

    private static LstmState state(List<LstmRun> runs, Reader reader) {
        float[][] h = new float[runs.size()][];
        float[][] c = new float[runs.size()][];
        for (int i = 0; i < h.length; i++) {
            h[i] = new float[runs.get(i).hidden];
            c[i] = new float[runs.get(i).hidden];
            reader.read(runs.get(i), h[i], c[i]);
        }
        return LstmState.of(h, c);
    }

    /** Whether the run goes from right to left. */
    public boolean reverse() {
        return reverse;
    }

    /** Number of units. */
    public int hidden() {
        return hidden;
    }

    /** The number of initial rows of {@link #cells()} and {@link #hiddens()}. */
    public int sequences() {
        return sequences;
    }

    /** Gate pre-activations, then activations, then their gradients: {@code [rows][gateStride]}, i f g o of padded units. */
    public float[] gates() {
        return gates;
    }

    /** Cell states, {@code [sequences + rows][hiddenStride]}. */
    public float[] cells() {
        return cells;
    }

    /** tanh of the cell states, {@code [rows][hiddenStride]}. */
    public float[] tanhCells() {
        return tanhCells;
    }

    /** Hidden states, {@code [sequences + rows][hiddenStride]}. */
    public float[] hiddens() {
        return hiddens;
    }

    /** Whether the states that steps come from are multiplied with {@link #mask()}. */
    public boolean isDropping() {
        return dropping;
    }

    /** What the states that steps come from are multiplied with, {@code [sequences][hiddenStride]} in the packed order. */
    public float[] mask() {
        return mask;
    }

    /** The place, in the packed order, of the sequence that a row of {@link #hiddens()} belongs to, where a block of rows begins. */
    public int place(int row) {
        return row < sequences ? row : 0;
    }

    /** The states that steps come from: the hidden states, or what dropout leaves of them. */
    public float[] previousStates() {
        return dropping ? dropped : hiddens;
    }

    /** Gradients of the states that a step came from, {@code [sequences][hiddenStride]}. */
    public float[] droppedGradients() {
        return droppedGradients;
    }

    /** The hidden states that {@link #gatherPrevious} laid, {@code [rows][hiddenStride]}. */
    public float[] previousHiddens() {
        return previousHiddens;
    }

    /** Gradients of the hidden states, {@code [sequences + rows][hiddenStride]}. */
    public float[] hiddenGradients() {
        return hiddenGradients;
    }

    /** Gradients of the cell states on their way through time, {@code [sequences][hiddenStride]}. */
    public float[] cellGradients() {
        return cellGradients;
    }
}
