package dev.lanewise.examples.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * One LSTM layer of libtorch.
 *
 * @param parameters its tensors in the order of the state dict
 * @param hidden units of a direction
 * @param directions 1 or 2
 */
record DjlLstm(NDList parameters, int hidden, int directions) {

    static DjlLstm of(DjlParameters parameters, String prefix, int inputs, int hidden, int directions) {
        NDList tensors = new NDList();
        int rows = 4 * hidden;
        for (String end : List.of("_l0", "_l0_reverse").subList(0, directions)) {
            tensors.add(parameters.add(prefix + "weight_ih" + end, rows, inputs));
            tensors.add(parameters.add(prefix + "weight_hh" + end, rows, hidden));
            tensors.add(parameters.add(prefix + "bias_ih" + end, rows));
            tensors.add(parameters.add(prefix + "bias_hh" + end, rows));
        }
        return new DjlLstm(tensors, hidden, directions);
    }

    /**
     * Runs it from zero states.
     *
     * @param inputs {@code [sequence][time][number]}
     * @return all hidden states, and the last ones
     */
    NDList forward(NDArray inputs, boolean training) {
        Shape shape = new Shape(directions, inputs.getShape().get(0), hidden);
        NDArray zeros = inputs.getManager().zeros(shape);
        return inputs.getNDArrayInternal()
                .lstm(inputs, new NDList(zeros, zeros), parameters, true, 1, 0, training, directions == 2, true);
    }
}
