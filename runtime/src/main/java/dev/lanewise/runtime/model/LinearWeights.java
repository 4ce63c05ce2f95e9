package dev.lanewise.runtime.model;

import dev.lanewise.runtime.lane.Transposer;

/** The weights of an affine layer, PyTorch's {@code nn.Linear}: as backward reads them, and packed for the forward pass. */
public final class LinearWeights implements Packed {

    private final Parameter weight;
    private final Parameter bias;
    private final int outputStride;
    private final float[] packed;
    private final float[] paddedBias;

    /**
     * Takes two consecutive parameters of a set.
     *
     * @param parameters the model's parameters
     * @param first the index of the weight
     * @param outputStride the number of outputs, padded to whole vectors
     */
    public LinearWeights(ParameterSet parameters, int first, int outputStride) {
        this.weight = parameters.all().get(first);
        this.bias = parameters.all().get(first + 1);
        this.outputStride = outputStride;
        this.packed = new float[weight.columns() * outputStride];
        this.paddedBias = new float[outputStride];
    }

    /** Rebuilds the packed weights. */
    @Override
    public void repack() {
        Transposer.here()
                .transpose(
                        weight.values(), 0, weight.stride(), weight.rows(), weight.columns(), packed, 0, outputStride);
        System.arraycopy(bias.values(), 0, paddedBias, 0, bias.columns());
    }

    /** The weights transposed: rows are the inputs, columns are the padded outputs. */
    public float[] packed() {
        return packed;
    }

    /** The bias, padded. */
    public float[] bias() {
        return paddedBias;
    }

    /** The weight, {@code [outputs][input stride]}. */
    public float[] weight() {
        return weight.values();
    }
}
