package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Gradient;
import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.ParameterSet;

/**
 * Moves parameters along their gradients. An optimizer is a value that says how; its {@link State} holds what is remembered
 * from step to step.
 *
 * <p><b>Lookup tables.</b> A row of an embedding that did not occur in a batch is not touched: neither weight decay nor
 * momentum nor Adam's averages move it, as with PyTorch's {@code nn.Embedding(sparse=True)} and {@code SparseAdam}. This makes
 * a step's cost independent of the vocabulary. {@link #dense()} gives the semantics of dense gradients instead, where every
 * row takes part in every step.
 */
public sealed interface Optimizer permits Sgd, Adam {

    /** The learning rate. */
    float learningRate();

    /** Whether every row of a lookup table takes part in every step. */
    boolean isDense();

    /** The same optimizer that treats every row of a lookup table in every step, as PyTorch does by default. */
    Optimizer dense();

    /** Fresh memory for a set of parameters. */
    State start(GradientSet gradients);

    /** What an optimizer remembers between steps. */
    abstract class State {

        private final GradientSet gradients;
        private final boolean dense;

        State(GradientSet gradients, boolean dense) {
            this.gradients = gradients;
            this.dense = dense;
        }

        /**
         * One step of all parameters.
         *
         * @param learningRate the rate of this step
         */
        public final void step(float learningRate) {
            begin(learningRate);
            for (int p = 0; p < gradients.all().size(); p++) {
                move(
                        p,
                        0,
                        dense
                                ? gradients.at(p).values().length
                                : gradients.at(p).extent());
            }
        }

        /**
         * Moves a range of one parameter, after {@link #begin}.
         *
         * @param from the begin of the range, in the gradient's {@link Gradient#extent}; in numbers where every row takes part in
         *     every step
         * @param to its end
         */
        final void move(int p, int from, int to) {
            Gradient gradient = gradients.at(p);
            float[] values = gradient.parameter().values();
            if (dense || !gradient.sparse()) {
                update(p, values, gradient.values(), from, to);
                return;
            }
            int stride = gradient.parameter().stride();
            for (int i = from; i < to; i++) {
                int row = gradient.touched(i);
                update(p, values, gradient.values(), row * stride, (row + 1) * stride);
            }
        }

        /** Copies what is remembered to or from a snapshot. */
        abstract void copy(Snapshot snapshot, ParameterSet parameters);

        /** Says that a step of a learning rate begins. */
        abstract void begin(float learningRate);

        /** Moves numbers of one parameter. */
        abstract void update(int parameter, float[] values, float[] gradient, int from, int to);

        /** An array beside each parameter. */
        static float[][] beside(GradientSet gradients, boolean wanted) {
            float[][] arrays = new float[gradients.all().size()][];
            for (int p = 0; p < arrays.length; p++) {
                arrays[p] = new float[wanted ? gradients.at(p).values().length : 0];
            }
            return arrays;
        }
    }
}
