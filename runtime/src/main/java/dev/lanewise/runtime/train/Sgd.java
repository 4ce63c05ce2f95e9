package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.ParameterSet;

/**
 * Stochastic gradient descent, as {@code torch.optim.SGD}.
 *
 * @param learningRate the learning rate, above 0
 * @param momentum the share of the former step that goes on, in [0, 1); 0 for none
 * @param weightDecay L2 penalty added to the gradient; 0 for none
 * @param nesterov whether momentum is Nesterov's
 * @param isDense whether every row of a lookup table takes part in every step; see {@link Optimizer}
 */
public record Sgd(float learningRate, float momentum, float weightDecay, boolean nesterov, boolean isDense)
        implements Optimizer {

    /** Checks the ranges. */
    public Sgd {
        Ranges.positive("learningRate", learningRate);
        Ranges.fraction("momentum", momentum);
        Ranges.notNegative("weightDecay", weightDecay);
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException(
                    "Nesterov's method needs momentum: call momentum(0.9f) before withNesterov()");
        }
    }

    /** Plain gradient descent. */
    public static Sgd learningRate(float rate) {
        return new Sgd(rate, 0f, 0f, false, false);
    }

    /** The same with momentum. */
    public Sgd momentum(float share) {
        return new Sgd(learningRate, share, weightDecay, nesterov, isDense);
    }

    /** The same with weight decay. */
    public Sgd weightDecay(float decay) {
        return new Sgd(learningRate, momentum, decay, nesterov, isDense);
    }

    /**
     * The same with Nesterov's momentum.
     *
     * @throws IllegalArgumentException if there is no momentum
     */
    public Sgd withNesterov() {
        return new Sgd(learningRate, momentum, weightDecay, true, isDense);
    }

    @Override
    public Sgd dense() {
        return new Sgd(learningRate, momentum, weightDecay, nesterov, true);
    }

    @Override
    public State start(GradientSet gradients) {
        return new Memory(this, gradients);
    }

    private static final class Memory extends State {
        private final Sgd config;
        private float rate;

        private Memory(Sgd config, GradientSet gradients) {
            super(gradients, config.isDense, config.momentum > 0 ? 1 : 0);
            this.config = config;
        }

        @Override
        void copy(Snapshot snapshot, ParameterSet parameters) {
            if (config.momentum > 0) {
                snapshot.beside("velocity/", parameters, memory(0));
            }
        }

        @Override
        void learn(float learningRate) {
            rate = learningRate;
        }

        @Override
        void update(float[] values, float[] gradient, float[][] beside, int from, int to) {
            if (config.momentum > 0) {
                withMomentum(values, gradient, beside[0], from, to);
            } else if (config.weightDecay > 0) {
                for (int i = from; i < to; i++) {
                    values[i] -= rate * (gradient[i] + config.weightDecay * values[i]);
                }
            } else {
                for (int i = from; i < to; i++) {
                    values[i] -= rate * gradient[i];
                }
            }
        }

        private void withMomentum(float[] values, float[] gradient, float[] velocity, int from, int to) {
            float momentum = config.momentum;
            float decay = config.weightDecay;
            for (int i = from; i < to; i++) {
                float g = gradient[i] + decay * values[i];
                float v = momentum * velocity[i] + g;
                velocity[i] = v;
                values[i] -= rate * (config.nesterov ? g + momentum * v : v);
            }
        }
    }
}
