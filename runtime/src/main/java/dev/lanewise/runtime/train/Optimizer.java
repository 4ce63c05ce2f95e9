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

        /** What lies beside each parameter, {@code [kind][parameter]}, in rows as the parameter's own. */
        private final float[][][] memory;

        private final ParameterStep[] steps;

        /**
         * Remembers nothing yet.
         *
         * @param dense whether every row of a lookup table takes part in every step
         * @param kinds how many numbers are remembered of each weight
         */
        State(GradientSet gradients, boolean dense, int kinds) {
            memory = new float[kinds][gradients.size()][];
            steps = new ParameterStep[gradients.size()];
            for (int p = 0; p < steps.length; p++) {
                Gradient gradient = gradients.at(p);
                float[][] beside = new float[kinds][gradient.size()];
                for (int kind = 0; kind < kinds; kind++) {
                    memory[kind][p] = beside[kind];
                }
                steps[p] = ParameterStep.of(gradient, beside, dense);
            }
        }

        /**
         * One step of all parameters.
         *
         * @param learningRate the rate of this step
         */
        public final void step(float learningRate) {
            begin(learningRate);
            for (int p = 0; p < steps.length; p++) {
                move(p, 0, steps[p].extent());
            }
        }

        /** Says that a step of a learning rate begins, whose gradients are there. */
        final void begin(float learningRate) {
            for (ParameterStep step : steps) {
                step.begin();
            }
            learn(learningRate);
        }

        /**
         * Moves a range of one parameter, after {@link #begin}.
         *
         * @param from the begin of the range, in the gradient's {@link Gradient#extent}; in numbers where every row takes part in
         *     every step
         * @param to its end
         */
        final void move(int p, int from, int to) {
            steps[p].move(this, from, to);
        }

        /** One kind of what is remembered, for each parameter. */
        final float[][] memory(int kind) {
            return memory[kind];
        }

        /** Copies what is remembered to or from a snapshot. */
        abstract void copy(Snapshot snapshot, ParameterSet parameters);

        /** Says what the learning rate of the step that begins is. */
        abstract void learn(float learningRate);

        /**
         * Moves numbers.
         *
         * @param beside what is remembered of them, {@code [kind][number]}
         */
        abstract void update(float[] values, float[] gradient, float[][] beside, int from, int to);
    }
}
