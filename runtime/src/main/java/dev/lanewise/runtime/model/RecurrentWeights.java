package dev.lanewise.runtime.model;

import java.util.Arrays;

/**
 * The weights of one recurrent layer and direction: PyTorch's {@code weight_ih}, {@code weight_hh}, {@code bias_ih} and
 * {@code bias_hh} as the backward pass reads them, and packed into panels for the forward pass.
 */
public final class RecurrentWeights implements Packed {

    private final Gates gates;

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
     * @param gates where the gates lie
     * @param lanes the lanes of a vector
     */
    public RecurrentWeights(ParameterSet parameters, int first, Gates gates, int lanes) {
        this.gates = gates;
        weightIh = parameters.all().get(first);
        weightHh = parameters.all().get(first + 1);
        biasIh = parameters.all().get(first + 2);
        biasHh = parameters.all().get(first + 3);
        hidden = weightHh.columns();
        hiddenStride = (hidden + lanes - 1) / lanes * lanes;
        inputPanels = new Panels(weightIh.columns(), gates.count() * hiddenStride, lanes);
        recurrentPanels = new Panels(hidden, gates.count() * hiddenStride, lanes);
        input = new float[inputPanels.size()];
        recurrent = new float[recurrentPanels.size()];
        bias = new float[Gates.BLOCKS * hiddenStride];
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
        return gates.count();
    }

    /** Rebuilds the panels and the biases of a gate, which has blocks of its own. */
    @Override
    public void repack(int gate) {
        int from = gate * hidden;
        int toInput = gates.inputBlock(gate) * hiddenStride;
        int toRecurrent = gates.recurrentBlock(gate) * hiddenStride;
        int panel = toRecurrent - gates.firstRecurrentBlock() * hiddenStride;
        inputPanels.pack(weightIh.values(), from, hidden, weightIh.stride(), input, toInput);
        recurrentPanels.pack(weightHh.values(), from, hidden, weightHh.stride(), recurrent, panel);
        Arrays.fill(bias, toInput, toInput + hidden, 0f);
        Arrays.fill(bias, toRecurrent, toRecurrent + hidden, 0f);
        Rows.add(biasIh.values(), from, bias, toInput, hidden);
        Rows.add(biasHh.values(), from, bias, toRecurrent, hidden);
    }

    /** Input weights in panels: depth is the inputs, columns are gates of padded units. */
    public float[] input() {
        return input;
    }

    /** Recurrent weights in panels: depth is the hidden units, columns are gates of padded units. */
    public float[] recurrent() {
        return recurrent;
    }

    /** Both biases, each added to the block of its gate: four blocks of padded units. */
    public float[] bias() {
        return bias;
    }

    /** {@code weight_ih}, {@code [gates x hidden][stride of its rows]}. */
    public float[] weightIh() {
        return weightIh.values();
    }

    /** {@code weight_hh}, {@code [gates x hidden][stride of its rows]}. */
    public float[] weightHh() {
        return weightHh.values();
    }
}
