package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.ParameterSet;

/**
 * Adam (Kingma and Ba 2015) as {@code torch.optim.Adam}, and with decoupled weight decay AdamW (Loshchilov and Hutter 2019) as
 * {@code torch.optim.AdamW}.
 *
 * @param learningRate the learning rate, above 0
 * @param beta1 the decay of the average of gradients, in [0, 1)
 * @param beta2 the decay of the average of squared gradients, in [0, 1)
 * @param epsilon added to the denominator, above 0
 * @param weightDecay the weight decay; 0 for none
 * @param decoupled whether weights decay by themselves (AdamW) rather than through the gradient (Adam)
 * @param isDense whether every row of a lookup table takes part in every step; see {@link Optimizer}
 */
public record Adam(
        float learningRate,
        float beta1,
        float beta2,
        float epsilon,
        float weightDecay,
        boolean decoupled,
        boolean isDense)
        implements Optimizer {

    /** Checks the ranges. */
    public Adam {
        Ranges.positive("learningRate", learningRate);
        Ranges.fraction("beta1", beta1);
        Ranges.fraction("beta2", beta2);
        Ranges.positive("epsilon", epsilon);
        Ranges.notNegative("weightDecay", weightDecay);
    }

    /** Adam with PyTorch's defaults: betas 0.9 and 0.999, epsilon 1e-8, no weight decay. */
    public static Adam learningRate(float rate) {
        return new Adam(rate, 0.9f, 0.999f, 1e-8f, 0f, false, false);
    }

    /** The same with other averages. */
    public Adam betas(float first, float second) {
        return new Adam(learningRate, first, second, epsilon, weightDecay, decoupled, isDense);
    }

    /** The same with another epsilon. */
    public Adam epsilon(float value) {
        return new Adam(learningRate, beta1, beta2, value, weightDecay, decoupled, isDense);
    }

    /** The same with weight decay through the gradient: {@code torch.optim.Adam(weight_decay=...)}. */
    public Adam weightDecay(float decay) {
        return new Adam(learningRate, beta1, beta2, epsilon, decay, false, isDense);
    }

    /** The same with decoupled weight decay; see {@link AdamW}. */
    public Adam decoupledWeightDecay(float decay) {
        return new Adam(learningRate, beta1, beta2, epsilon, decay, true, isDense);
    }

    @Override
    public Adam dense() {
        return new Adam(learningRate, beta1, beta2, epsilon, weightDecay, decoupled, true);
    }

    @Override
    public State start(GradientSet gradients) {
        return new Memory(this, gradients);
    }

    private static final class Memory extends State {
        private final Adam config;
        private long steps;
        private float stepSize;
        private float rootCorrection;
        private float keep;
        private float decay;

        private Memory(Adam config, GradientSet gradients) {
            super(gradients, config.isDense, 2);
            this.config = config;
        }

        @Override
        void copy(Snapshot snapshot, ParameterSet parameters) {
            steps = snapshot.number("adam.steps", steps);
            snapshot.beside("first_moment/", parameters, memory(0));
            snapshot.beside("second_moment/", parameters, memory(1));
        }

        @Override
        void learn(float learningRate) {
            steps++;
            double correction1 = 1 - StrictMath.pow(config.beta1, steps);
            double correction2 = 1 - StrictMath.pow(config.beta2, steps);
            stepSize = (float) (learningRate / correction1);
            rootCorrection = (float) (1 / Math.sqrt(correction2));
            keep = config.decoupled ? 1 - learningRate * config.weightDecay : 1f;
            decay = config.decoupled ? 0f : config.weightDecay;
        }

        @Override
        void update(float[] values, float[] gradient, float[][] beside, int from, int to) {
            float[] average = beside[0];
            float[] square = beside[1];
            float beta1 = config.beta1;
            float beta2 = config.beta2;
            float other1 = 1 - beta1;
            float other2 = 1 - beta2;
            float epsilon = config.epsilon;
            for (int i = from; i < to; i++) {
                float g = gradient[i] + decay * values[i];
                float m = beta1 * average[i] + other1 * g;
                float v = beta2 * square[i] + other2 * (g * g);
                average[i] = m;
                square[i] = v;
                float denominator = (float) Math.sqrt(v) * rootCorrection + epsilon;
                values[i] = keep * values[i] - stepSize * (m / denominator);
            }
        }
    }
}
