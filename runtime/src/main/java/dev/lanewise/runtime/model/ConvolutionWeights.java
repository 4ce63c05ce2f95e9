package dev.lanewise.runtime.model;

/**
 * The weights of a convolution, PyTorch's {@code nn.Conv1d}, one matrix for each place in the window: as backward reads them, and
 * packed for the forward pass.
 */
public final class ConvolutionWeights implements Packed {

    private final Parameter weight;
    private final Parameter bias;
    private final int inputs;
    private final int inputStride;
    private final int filterStride;
    private final int width;
    private final float[] packed;
    private final float[] rows;
    private final float[] paddedBias;

    /**
     * Takes two consecutive parameters of a set.
     *
     * @param parameters the model's parameters
     * @param first the index of the weight, {@code [filters][inputs][width]}
     * @param inputStride the number of inputs, padded to whole vectors
     * @param filterStride the number of filters, padded to whole vectors
     */
    public ConvolutionWeights(ParameterSet parameters, int first, int inputStride, int filterStride) {
        this.weight = parameters.all().get(first);
        this.bias = parameters.all().get(first + 1);
        this.width = weight.spec().width();
        this.inputs = weight.columns() / width;
        this.inputStride = inputStride;
        this.filterStride = filterStride;
        this.packed = new float[inputs * width * filterStride];
        this.rows = new float[width * filterStride * inputStride];
        this.paddedBias = new float[filterStride];
    }

    /** Rebuilds both layouts. */
    @Override
    public void repack() {
        float[] values = weight.values();
        for (int filter = 0; filter < weight.rows(); filter++) {
            for (int place = 0; place < width; place++) {
                int column = place * filterStride + filter;
                for (int input = 0; input < inputs; input++) {
                    float value = values[filter * weight.stride() + input * width + place];
                    packed[input * width * filterStride + column] = value;
                    rows[column * inputStride + input] = value;
                }
            }
        }
        System.arraycopy(bias.values(), 0, paddedBias, 0, bias.columns());
    }

    /**
     * Adds a gradient in the layout of {@link #rows()} to that of the parameter.
     *
     * @param gradient {@code [width x padded filters][input stride]}
     */
    public void addGradient(float[] gradient, Gradient to) {
        float[] values = to.values();
        for (int filter = 0; filter < weight.rows(); filter++) {
            for (int place = 0; place < width; place++) {
                int from = (place * filterStride + filter) * inputStride;
                for (int input = 0; input < inputs; input++) {
                    values[filter * weight.stride() + input * width + place] += gradient[from + input];
                }
            }
        }
    }

    /** The weights as one panel: depth is the inputs, columns are the padded filters of each place in the window. */
    public float[] packed() {
        return packed;
    }

    /** The weights of each place in the window and each filter: {@code [width x padded filters][input stride]}. */
    public float[] rows() {
        return rows;
    }

    /** The bias, padded. */
    public float[] bias() {
        return paddedBias;
    }
}
