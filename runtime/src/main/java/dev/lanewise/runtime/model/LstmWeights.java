package dev.lanewise.runtime.model;

/**
 * The weights of one LSTM layer and direction: PyTorch's {@code weight_ih}, {@code weight_hh}, {@code bias_ih} and
 * {@code bias_hh} (gate order i, f, g, o) as the backward pass reads them, and packed into panels for the forward pass.
 */
public final class LstmWeights implements Packed {

    private final Parameter weightIh;
    private final Parameter weightHh;
    private final Parameter biasIh;
    private final Parameter biasHh;
    private final int hidden;
    private final int hiddenStride;
    private final Panels inputPanels;
    private final Panels recurrentPanels;
    private final float[] input;
    private final float[] recurrent;
    private final float[] bias;

    /**
     * Takes four consecutive parameters of a set.
     *
     * @param parameters the model's parameters
     * @param first the index of {@code weight_ih}
     * @param lanes the lanes of a vector
     */
    public LstmWeights(ParameterSet parameters, int first, int lanes) {
        weightIh = parameters.all().get(first);
        weightHh = parameters.all().get(first + 1);
        biasIh = parameters.all().get(first + 2);
        biasHh = parameters.all().get(first + 3);
        hidden = weightHh.columns();
        hiddenStride = weightHh.stride();
        inputPanels = new Panels(weightIh.columns(), 4 * hiddenStride, lanes);
        recurrentPanels = new Panels(hidden, 4 * hiddenStride, lanes);
        input = new float[inputPanels.size()];
        recurrent = new float[recurrentPanels.size()];
        bias = new float[4 * hiddenStride];
    }

    @Override
    public void repack() {
        for (int gate = 0; gate < parts(); gate++) {
            repack(gate);
        }
    }

    /** One part for each gate. */
    @Override
    public int parts() {
        return 4;
    }

    /** Rebuilds the panels and the sum of the two biases of a gate. */
    @Override
    public void repack(int gate) {
        int from = gate * hidden;
        int to = gate * hiddenStride;
        inputPanels.pack(weightIh.values(), from, hidden, weightIh.stride(), input, to);
        recurrentPanels.pack(weightHh.values(), from, hidden, weightHh.stride(), recurrent, to);
        for (int unit = 0; unit < hidden; unit++) {
            bias[to + unit] = biasIh.values()[from + unit] + biasHh.values()[from + unit];
        }
    }

    /** Input weights in panels: depth is the inputs, columns are four gates of padded units. */
    public float[] input() {
        return input;
    }

    /** Recurrent weights in panels: depth is the hidden units, columns are four gates of padded units. */
    public float[] recurrent() {
        return recurrent;
    }

    /** The sum of both biases, four gates of padded units. */
    public float[] bias() {
        return bias;
    }

    /** {@code weight_ih}, {@code [4 x hidden][input stride]}. */
    public float[] weightIh() {
        return weightIh.values();
    }

    /** {@code weight_hh}, {@code [4 x hidden][hidden stride]}. */
    public float[] weightHh() {
        return weightHh.values();
    }
}
