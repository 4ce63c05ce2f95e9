package dev.lanewise.runtime.onnx;

import dev.lanewise.runtime.file.SafeTensors;
import java.util.List;

/**
 * The weights of one LSTM layer as ONNX wants them: both directions one behind the other, gates in the order input, output,
 * forget, cell, where PyTorch has input, forget, cell, output.
 *
 * @param hidden units of a direction
 * @param inputs numbers that the layer reads
 * @param directions 1 or 2
 * @param inputWeights {@code [directions][4 x hidden][inputs]}
 * @param recurrentWeights {@code [directions][4 x hidden][hidden]}
 * @param biases {@code [directions][8 x hidden]}, those of the inputs before the recurrent ones
 */
record LstmTensors(
        int hidden, int inputs, int directions, float[] inputWeights, float[] recurrentWeights, float[] biases) {

    /** The gates of an LSTM. */
    static final int GATES = 4;

    private static final int[] PYTORCH_GATE = {0, 3, 1, 2};

    /**
     * Reads a layer.
     *
     * @param content where its tensors are
     * @param prefix what stands before their names: {@code lstm.}
     * @param layer its number
     */
    static LstmTensors read(
            SafeTensors content, String prefix, int layer, int inputs, int hidden, boolean bidirectional) {
        String forward = "_l" + layer;
        List<String> ends = bidirectional ? List.of(forward, forward + "_reverse") : List.of(forward);
        int rows = GATES * hidden;
        return new LstmTensors(
                hidden,
                inputs,
                ends.size(),
                join(content, names(prefix, ends, "weight_ih"), List.of(rows, inputs)),
                join(content, names(prefix, ends, "weight_hh"), List.of(rows, hidden)),
                join(content, names(prefix, ends, "bias_ih", "bias_hh"), List.of(rows)));
    }

    private static List<String> names(String prefix, List<String> ends, String... kinds) {
        return ends.stream()
                .flatMap(end -> List.of(kinds).stream().map(kind -> prefix + kind + end))
                .toList();
    }

    /** Tensors of one shape behind each other, the gates of each in the order of ONNX. */
    private static float[] join(SafeTensors content, List<String> names, List<Integer> shape) {
        // Shapes are checked first: before that, the declaration's sizes are only claims.
        List<float[]> parts = names.stream()
                .map(name -> Shapes.require(content.tensor(name), shape).values())
                .toList();
        int size = parts.get(0).length;
        int block = size / GATES;
        float[] joined = new float[OnnxGraph.requireFits((long) parts.size() * size)];
        for (int part = 0; part < parts.size(); part++) {
            for (int gate = 0; gate < GATES; gate++) {
                System.arraycopy(
                        parts.get(part), PYTORCH_GATE[gate] * block, joined, part * size + gate * block, block);
            }
        }
        return joined;
    }
}
