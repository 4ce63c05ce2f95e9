package dev.lanewise.examples.benchmarks.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.Function;

/** One LSTM layer in libtorch, alone: workload W4. */
final class DjlEncoder {

    private final NDManager manager;
    private final DjlParameters parameters;
    private final DjlLstm lstm;
    private final NDArray inputs;

    /**
     * A layer with the parameters of ours.
     *
     * @param flat {@code [sequence][time][number]}
     */
    DjlEncoder(NDManager manager, int size, Function<String, float[]> source, float[] flat, Shape shape) {
        this.manager = manager;
        parameters = new DjlParameters(manager, source);
        lstm = DjlLstm.of(parameters, "lstm.", size, size, 1);
        inputs = manager.create(flat, shape);
        inputs.setRequiresGradient(true);
    }

    /** All hidden states, which stay in libtorch; gives one of their numbers. */
    float forward() {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = inputs.stopGradient();
            x.attach(scratch);
            NDArray states = lstm.forward(x, false).get(0);
            return states.getFloat(0, 0, 0);
        }
    }

    /** All hidden states, {@code [sequence][time][number]} row-major. */
    float[] states() {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = inputs.stopGradient();
            x.attach(scratch);
            return lstm.forward(x, false).get(0).toFloatArray();
        }
    }

    /** Forward, and backward from a gradient of ones, to the inputs too. */
    float train() {
        try (NDManager scratch = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray x = inputs.reshape(inputs.getShape());
            x.attach(scratch);
            NDArray sum = lstm.forward(x, true).get(0).sum();
            collector.backward(sum);
            parameters.clear();
            try (NDArray gradient = inputs.getGradient()) {
                gradient.subi(gradient);
            }
            return sum.getFloat();
        }
    }
}
