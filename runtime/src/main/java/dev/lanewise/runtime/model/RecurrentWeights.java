package dev.lanewise.runtime.model;

/**
 * The weights of one recurrent layer and direction, PyTorch's {@code weight_ih}, {@code weight_hh}, {@code bias_ih} and
 * {@code bias_hh}, packed into panels: for the forward pass, and while a model is trained for the backward pass too.
 */
public final class RecurrentWeights implements Packed {

    private final Gates gates;
    private final Parameter weightIh;
    private final Parameter weightHh;
    private final Parameter biasIh;
    private final Parameter biasHh;
    private final int hidden;
    private final int hiddenStride;
    private final Slab slab;
    private final Panels input;
    private final Panels recurrent;
    private final Slab backwardSlab;
    private final Panels inputBackward;
    private final Panels recurrentBackward;
    private final float[] bias;

    /** Where the biases of every row of the weights go. */
    private final int[] inputPlaces;

    private final int[] recurrentPlaces;
    private boolean learning;

    /**
     * Takes four consecutive parameters of a set.
     *
     * @param parameters the model's parameters
     * @param first the index of {@code weight_ih}
     * @param gates where the gates lie
     * @param lanes the lanes of a vector
     * @param slab where the panels of the forward pass go
     * @param backwardSlab where those of the backward pass go
     */
    public RecurrentWeights(ParameterSet parameters, int first, Gates gates, int lanes, Slab slab, Slab backwardSlab) {
        this.gates = gates;
        weightIh = parameters.all().get(first);
        weightHh = parameters.all().get(first + 1);
        biasIh = parameters.all().get(first + 2);
        biasHh = parameters.all().get(first + 3);
        hidden = weightHh.columns();
        hiddenStride = padded(hidden, lanes);
        int columns = gates.count() * hiddenStride;
        this.slab = slab;
        input = new Panels(weightIh.columns(), columns, lanes, slab);
        recurrent = new Panels(hidden, columns, lanes, slab);
        int rows = gates.count() * hidden;
        this.backwardSlab = backwardSlab;
        inputBackward = new Panels(rows, padded(weightIh.columns(), lanes), lanes, backwardSlab);
        recurrentBackward = new Panels(rows, hiddenStride, lanes, backwardSlab);
        bias = new float[Gates.BLOCKS * hiddenStride];
        inputPlaces = new int[rows];
        recurrentPlaces = new int[rows];
        for (int row = 0; row < rows; row++) {
            inputPlaces[row] = inputColumn(row / hidden) + row % hidden;
            recurrentPlaces[row] = gates.recurrentBlock(row / hidden) * hiddenStride + row % hidden;
        }
        for (int gate = 0; gate < gates.count(); gate++) {
            input.place(weightIh, gate * hidden, hidden, inputColumn(gate));
            recurrent.place(weightHh, gate * hidden, hidden, recurrentColumn(gate));
        }
    }

    private int inputColumn(int gate) {
        return gates.inputBlock(gate) * hiddenStride;
    }

    private int recurrentColumn(int gate) {
        return (gates.recurrentBlock(gate) - gates.firstRecurrentBlock()) * hiddenStride;
    }

    private static int padded(int size, int lanes) {
        return (size + lanes - 1) / lanes * lanes;
    }

    @Override
    public void learn() {
        learning = true;
        repack();
    }

    @Override
    public void repack() {
        boolean inputPacked = input.packPlaced(weightIh);
        boolean recurrentPacked = recurrent.packPlaced(weightHh);
        for (int gate = 0; gate < gates.count(); gate++) {
            repackForward(gate, !inputPacked, !recurrentPacked);
        }
        packBiases(0, gates.count() * hidden);
        repackBackward(0, gates.count() * hidden);
    }

    /** One part for each gate. */
    @Override
    public int parts() {
        return gates.count();
    }

    /** Rebuilds the panels and the biases of a gate, which has blocks of its own. */
    @Override
    public void repack(int gate) {
        repackForward(gate, true, true);
        packBiases(gate * hidden, (gate + 1) * hidden);
        repackBackward(gate * hidden, hidden);
    }

    private void repackForward(int gate, boolean ofInput, boolean ofRecurrent) {
        int from = gate * hidden;
        if (ofInput) {
            input.packTransposed(weightIh, from, hidden, inputColumn(gate));
        }
        if (ofRecurrent) {
            recurrent.packTransposed(weightHh, from, hidden, recurrentColumn(gate));
        }
    }

    /** The sums of both biases, of a range of all units' gates; each alone where what a gate gets from the state before is kept apart. */
    private void packBiases(int from, int to) {
        float[] ih = biasIh.values();
        float[] hh = biasHh.values();
        for (int i = from; i < to; i++) {
            int place = inputPlaces[i];
            if (recurrentPlaces[i] == place) {
                bias[place] = ih[i] + hh[i];
            } else {
                bias[place] = ih[i];
                bias[recurrentPlaces[i]] = hh[i];
            }
        }
    }

    private void repackBackward(int from, int rows) {
        if (learning) {
            inputBackward.pack(weightIh, from, rows);
            recurrentBackward.pack(weightHh, from, rows);
        }
    }

    /** The array of the forward pass's panels. */
    public float[] panels() {
        return slab.array();
    }

    /** Where the panels of {@code weight_ih} begin: depth is the inputs, columns are gates of padded units. */
    public int input() {
        return input.start();
    }

    /** Where the panels of {@code weight_hh} begin: depth is the hidden units, columns are gates of padded units. */
    public int recurrent() {
        return recurrent.start();
    }

    /** Both biases, each added to the block of its gate: four blocks of padded units. */
    public float[] bias() {
        return bias;
    }

    /** The array of the backward pass's panels. */
    public float[] backwardPanels() {
        return backwardSlab.array();
    }

    /** Where the panels of {@code weight_ih} begin that lead back: depth is gates times units, columns are the padded inputs. */
    public int inputBackward() {
        return inputBackward.start();
    }

    /** Where those of {@code weight_hh} begin: depth is gates times units, columns are the padded hidden units. */
    public int recurrentBackward() {
        return recurrentBackward.start();
    }
}
