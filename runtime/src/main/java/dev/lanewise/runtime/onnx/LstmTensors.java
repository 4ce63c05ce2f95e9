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

    private static final int GATES = 4;
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
        int directions = bidirectional ? 2 : 1;
        int rows = GATES * hidden;
        float[] input = new float[directions * rows * inputs];
        float[] recurrent = new float[directions * rows * hidden];
        float[] bias = new float[directions * 2 * rows];
        for (int d = 0; d < directions; d++) {
            String end = "_l" + layer + (d == 0 ? "" : "_reverse");
            List<Integer> vector = List.of(rows);
            copy(content, prefix + "weight_ih" + end, List.of(rows, inputs), input, d * rows * inputs);
            copy(content, prefix + "weight_hh" + end, List.of(rows, hidden), recurrent, d * rows * hidden);
            copy(content, prefix + "bias_ih" + end, vector, bias, 2 * d * rows);
            copy(content, prefix + "bias_hh" + end, vector, bias, (2 * d + 1) * rows);
        }
        return new LstmTensors(hidden, inputs, directions, input, recurrent, bias);
    }

    private static void copy(SafeTensors content, String name, List<Integer> shape, float[] into, int at) {
        float[] values = Shapes.require(content.tensor(name), shape).values();
        int block = values.length / GATES;
        for (int gate = 0; gate < GATES; gate++) {
            System.arraycopy(values, PYTORCH_GATE[gate] * block, into, at + gate * block, block);
        }
    }
}
