package dev.lanewise.runtime.model;

/**
 * The weights of one LSTM layer and direction: PyTorch's {@code weight_ih}, {@code weight_hh}, {@code bias_ih} and
 * {@code bias_hh} (gate order i, f, g, o) as the backward pass reads them, and packed into panels for the forward pass.
 */
public final class LstmWeights {

    private final Parameter weightIh;
    private final Parameter weightHh;
    private final Parameter biasIh;
    private final Parameter biasHh;
    private final int hidden;
    private final int hiddenStride;
    private final float[] input;
    private final float[] recurrent;
    private final float[] bias;

    /**
     * Takes four consecutive parameters of a set.
     *
     * @param parameters the model's parameters
     * @param first the index of {@code weight_ih}
     */
    public LstmWeights(ParameterSet parameters, int first) {
        weightIh = parameters.all().get(first);
        weightHh = parameters.all().get(first + 1);
        biasIh = parameters.all().get(first + 2);
        biasHh = parameters.all().get(first + 3);
        hidden = weightHh.columns();
        hiddenStride = weightHh.stride();
        input = new float[weightIh.columns() * 4 * hiddenStride];
        recurrent = new float[hidden * 4 * hiddenStride];
        bias = new float[4 * hiddenStride];
    }

    /** Rebuilds the panels and the sum of the two biases. */
    public void repack() {
        for (int gate = 0; gate < 4; gate++) {
            pack(weightIh, gate, input);
            pack(weightHh, gate, recurrent);
            for (int unit = 0; unit < hidden; unit++) {
                int from = gate * hidden + unit;
                bias[gate * hiddenStride + unit] = biasIh.values()[from] + biasHh.values()[from];
            }
        }
    }

    private void pack(Parameter weight, int gate, float[] panels) {
        Panels.pack(
                weight.values(),
                gate * hidden,
                hidden,
                weight.columns(),
                weight.stride(),
                panels,
                gate * hiddenStride,
                4 * hiddenStride,
                Panels.WIDTH);
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
