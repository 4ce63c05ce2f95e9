package dev.lanewise.examples.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The parameters of a model in libtorch, with the values of ours, and plain gradient descent on them. */
final class DjlParameters {

    private final NDManager manager;
    private final Function<String, float[]> source;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private final Optimizer optimizer =
            Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.1f)).build();

    /**
     * No parameters yet.
     *
     * @param source gives the values of a parameter, row-major
     */
    DjlParameters(NDManager manager, Function<String, float[]> source) {
        this.manager = manager;
        this.source = source;
    }

    /** Copies a parameter from the source. */
    NDArray add(String name, long... shape) {
        NDArray array = manager.create(source.apply(name), new Shape(shape));
        array.setRequiresGradient(true);
        arrays.put(name, array);
        return array;
    }

    /** Moves all parameters along their gradients and sets these to zero. */
    void step() {
        arrays.forEach((name, array) -> {
            try (NDArray gradient = array.getGradient()) {
                optimizer.update(name, array, gradient);
            }
        });
        clear();
    }

    /** Sets the gradients to zero. */
    void clear() {
        for (NDArray array : arrays.values()) {
            try (NDArray gradient = array.getGradient()) {
                gradient.subi(gradient);
            }
        }
    }
}
