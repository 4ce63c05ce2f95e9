package dev.lanewise.runtime.model;

import dev.lanewise.runtime.EncoderState;
import java.util.Arrays;

/**
 * The buffers of one recurrent layer and direction for one batch. Hidden states begin with one row for each sequence, its
 * initial state; the rows of the packed time steps follow. Grows, never shrinks, and allocates nothing when warm.
 */
public abstract class RecurrentRun {

    private final Gates layout;
    private final int hidden;
    private final int hiddenStride;
    private final int gateStride;
    private final boolean reverse;
    private int sequences;
    private boolean learns;
    private int firstKept;
    private float[] gates = new float[0];
    private float[] hiddens = new float[0];
    private float[] previousHiddens = new float[0];
    private float[] hiddenGradients = new float[0];
    private final float[] one = {1f};
    private final float[] sums;
    private float[] beside = new float[0];
    private boolean dropping;
    private float[] mask = new float[0];
    private float[] dropped = new float[0];
    private float[] droppedGradients = new float[0];

    /**
     * Empty buffers.
     *
     * @param layout where the gates lie
     * @param hidden the number of units
     * @param hiddenStride the units, padded to whole vectors
     * @param gateStride the distance of two rows of gates, at least four times hiddenStride
     * @param reverse whether the run goes from right to left
     */
    RecurrentRun(Gates layout, int hidden, int hiddenStride, int gateStride, boolean reverse) {
        this.layout = layout;
        this.hidden = hidden;
        this.hiddenStride = hiddenStride;
        this.gateStride = gateStride;
        this.reverse = reverse;
        this.sums = new float[Gates.BLOCKS * hiddenStride];
    }

    /**
     * Makes room for a forward pass, with all initial states zero.
     *
     * @param forBackward whether a backward pass follows, so that the gates of all rows are kept; otherwise those of a chunk
     * @throws IllegalArgumentException if the gates of all rows would be more than an array holds
     */
    public void start(Packing packing, boolean forBackward) {
        sequences = packing.sequences();
        learns = forBackward;
        firstKept = 0;
        // Refuses too many rows in either case: other buffers of a pass hold them all.
        Rows.size(packing.rows(), gateStride);
        if (learns) {
            keep(packing.rows());
        }
        hiddens = Rows.grown(hiddens, Rows.size(sequences + packing.rows(), hiddenStride));
        Arrays.fill(hiddens, 0, sequences * hiddenStride, 0f);
    }

    /** Copies the initial states of a batch, where it has them. */
    public final void loadState(Batch batch, int index) {
        for (int sequence = 0; batch.stateful() && sequence < sequences; sequence++) {
            EncoderState state = batch.state(sequence);
            if (state != null) {
                load(state, index, batch.words().place(sequence) * hiddenStride);
            }
        }
    }

    /** Copies one row of a state to the initial row that begins at a place. */
    void load(EncoderState state, int row, int at) {
        state.copyHidden(row, hiddens, at);
    }

    /** Draws the mask of the states that steps come from, if the batch is one to drop of: one for each sequence. */
    public final void startDropout(Dropout dropout, int place, float probability, Packing packing) {
        dropping = dropout.isOn();
        if (dropping) {
            mask = Rows.grown(mask, sequences * hiddenStride);
            dropout.locked(place, probability, packing, mask, hiddenStride, hidden);
            dropped = Rows.grown(dropped, (sequences + packing.rows()) * hiddenStride);
            droppedGradients = Rows.grown(droppedGradients, sequences * hiddenStride);
        }
    }

    /** Begins a chunk of time steps: its gates take the place of those before, unless all are kept. */
    public final void startChunk(int firstRow, int rows) {
        if (!learns) {
            firstKept = firstRow;
            keep(rows);
        }
    }

    /** Makes room for what is kept of so many rows. */
    void keep(int rows) {
        gates = Rows.grown(gates, rows * gateStride);
    }

    /** Where a row of the chunk stands among those whose gates are kept. */
    public final int kept(int row) {
        return row - firstKept;
    }

    /**
     * Makes room for a backward pass, with all gradients zero.
     *
     * @throws IllegalStateException if the forward pass kept nothing for it
     */
    public void startBackward(Packing packing) {
        if (!learns) {
            throw new IllegalStateException(
                    "nothing was kept for a backward pass: call learn() on the batch before forward");
        }
        int rows = packing.rows();
        int states = (sequences + rows) * hiddenStride;
        hiddenGradients = Rows.grown(hiddenGradients, states);
        Arrays.fill(hiddenGradients, 0, states, 0f);
    }

    /**
     * Lays the hidden states that the rows of some time steps came from one behind the other: an operand of the recurrent weight
     * gradient.
     *
     * @param from the first time step
     * @param end the time step behind the last
     */
    public final void gatherPrevious(Packing packing, int from, int end) {
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
     * Adds rows of gates to the chosen rows of a table of gates.
     *
     * @param chosen the row of the table that each row goes to
     * @param first the first row
     * @param rows how many rows
     * @param table {@code [kinds][gateStride]}
     */
    public final void addGates(int[] chosen, int first, int rows, float[] table) {
        beside = Rows.grown(beside, table.length);
        for (int row = first; row < first + rows; row++) {
            int to = chosen[row] * gateStride;
            // At the same place in an array of its own, since the JIT adds no vectors at two distances.
            System.arraycopy(gates, row * gateStride, beside, to, sums.length);
            for (int i = to; i < to + sums.length; i++) {
                table[i] += beside[i];
            }
        }
    }

    /** The number one: what the rows of gates are multiplied by to be added up. */
    public final float[] one() {
        return one;
    }

    /** Where the gates of all rows are added up before {@link #addBiasGradients}: as long as a row of gates. */
    public final float[] sums() {
        return sums;
    }

    /** Adds what is in {@link #sums} to the gradients of both biases, and sets it to zero. */
    public final void addBiasGradients(Gradient biasIh, Gradient biasHh) {
        for (int gate = 0; gate < layout.count(); gate++) {
            int to = gate * hidden;
            Rows.add(sums, layout.inputBlock(gate) * hiddenStride, biasIh.values(), to, hidden);
            Rows.add(sums, layout.recurrentBlock(gate) * hiddenStride, biasHh.values(), to, hidden);
        }
        Arrays.fill(sums, 0f);
    }

    /** The index, among the state rows, of a sequence's state after its last step in this run's direction. */
    public final int last(Packing packing, int sequence) {
        int place = packing.place(sequence);
        int step = reverse ? 0 : packing.length(place) - 1;
        return sequences + packing.offset(step) + place;
    }

    /** Copies the hidden state after every sequence's last step into the sequence's row of a matrix. */
    public final void copyLast(Packing packing, float[] to, int column, int stride) {
        for (int sequence = 0; sequence < sequences; sequence++) {
            System.arraycopy(hiddens, last(packing, sequence) * hiddenStride, to, sequence * stride + column, hidden);
        }
    }

    /** Takes the gradients of the hidden states after every sequence's last step from the sequence's row of a matrix. */
    public final void copyLastGradient(Packing packing, float[] from, int column, int stride) {
        for (int sequence = 0; sequence < sequences; sequence++) {
            System.arraycopy(
                    from, sequence * stride + column, hiddenGradients, last(packing, sequence) * hiddenStride, hidden);
        }
    }

    /** Copies the state after a sequence's last step. */
    void copyFinal(Packing packing, int sequence, float[] hiddenInto, float[] cellInto) {
        System.arraycopy(hiddens, last(packing, sequence) * hiddenStride, hiddenInto, 0, hidden);
    }

    /** After a backward pass: copies the gradient of a sequence's initial state. */
    void copyInitialGradient(Packing packing, int sequence, float[] hiddenInto, float[] cellInto) {
        System.arraycopy(hiddenGradients, packing.place(sequence) * hiddenStride, hiddenInto, 0, hidden);
    }

    /** Number of cells: that of the units, or 0. */
    int cellCount() {
        return 0;
    }

    /** Whether the run goes from right to left. */
    public final boolean reverse() {
        return reverse;
    }

    /** Number of units. */
    public final int hidden() {
        return hidden;
    }

    /** The units, padded to whole vectors. */
    final int hiddenStride() {
        return hiddenStride;
    }

    /** The number of initial rows of {@link #hiddens()}. */
    public final int sequences() {
        return sequences;
    }

    /**
     * Gate pre-activations, then activations, then their gradients: {@code [rows][gateStride]}, blocks of padded units; of the
     * rows that are {@link #kept}.
     */
    public final float[] gates() {
        return gates;
    }

    /** Hidden states, {@code [sequences + rows][hiddenStride]}. */
    public final float[] hiddens() {
        return hiddens;
    }

    /** Whether the states that steps come from are multiplied with {@link #mask()}. */
    public final boolean isDropping() {
        return dropping;
    }

    /** What the states that steps come from are multiplied with, {@code [sequences][hiddenStride]} in the packed order. */
    public final float[] mask() {
        return mask;
    }

    /** The place, in the packed order, of the sequence that a row of {@link #hiddens()} belongs to, where a block of rows begins. */
    public final int place(int row) {
        return row < sequences ? row : 0;
    }

    /** The states that steps come from: the hidden states, or what dropout leaves of them. */
    public final float[] previousStates() {
        return dropping ? dropped : hiddens;
    }

    /** Gradients of the states that a step came from, {@code [sequences][hiddenStride]}. */
    public final float[] droppedGradients() {
        return droppedGradients;
    }

    /** The hidden states that {@link #gatherPrevious} laid, {@code [rows][hiddenStride]}. */
    public final float[] previousHiddens() {
        return previousHiddens;
    }

    /** Gradients of the hidden states, {@code [sequences + rows][hiddenStride]}. */
    public final float[] hiddenGradients() {
        return hiddenGradients;
    }
}
