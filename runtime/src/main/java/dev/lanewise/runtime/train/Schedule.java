package dev.lanewise.runtime.train;

/**
 * How the learning rate goes. A schedule is a function of the moment alone and remembers nothing, so a resumed training goes on
 * as if it had never stopped. Those made here are values; their numbers are PyTorch's.
 */
@FunctionalInterface
public interface Schedule {

    /** The factor of the learning rate at a moment. */
    float factor(Moment moment);

    /** Whether it looks at the development metric, and so needs development data. */
    default boolean usesMetric() {
        return false;
    }

    /** The same rate in all epochs: {@code ConstantLR(factor=1)}. */
    static Schedule constant() {
        return new Schedules.Constant();
    }

    /**
     * Falls in a straight line from epoch to epoch, so that the epoch after the last one would have the rate 0:
     * {@code LinearLR(start_factor=1, end_factor=0, total_iters=epochs)}, stepped once an epoch.
     */
    static Schedule linear() {
        return new Schedules.Linear();
    }

    /**
     * Rises in a straight line, then falls in one to 0, stepped once a batch: with W steps of warm-up among S,
     * {@code SequentialLR([LinearLR(1/W, total_iters=W-1), LinearLR(1, 0, total_iters=S-W)], milestones=[W])}.
     *
     * @param warmup how many epochs it rises, parts of an epoch allowed; 0 for not at all
     */
    static Schedule linear(float warmup) {
        return new Schedules.WarmLinear(warmup);
    }

    /**
     * Falls by a factor every so many epochs: {@code StepLR(step_size=every, gamma=factor)}.
     *
     * @param every epochs of the same rate, at least 1
     * @param factor what the rate is multiplied by, above 0
     */
    static Schedule step(int every, float factor) {
        return new Schedules.Step(every, factor);
    }

    /**
     * The rate over 1 + decay x epoch: {@code LambdaLR(lambda epoch: 1 / (1 + decay * epoch))}, as NCRF++ does.
     *
     * @param decay 0 or more; 0.05 is usual
     */
    static Schedule inverseTime(float decay) {
        return new Schedules.InverseTime(decay);
    }

    /**
     * Rises in a straight line, then falls along half a cosine to 0, stepped once a batch: with W steps of warm-up among S,
     * {@code SequentialLR([LinearLR(1/W, total_iters=W-1), CosineAnnealingLR(T_max=S-W)], milestones=[W])}; see Loshchilov and
     * Hutter 2017.
     *
     * @param warmup how many epochs it rises, parts of an epoch allowed; 0 for not at all
     */
    static Schedule cosine(float warmup) {
        return new Schedules.Cosine(warmup);
    }

    /**
     * Falls by a factor when the development metric has not risen for more than some epochs; see {@link ReduceOnPlateau} for
     * what else can be set.
     *
     * @param factor what the rate is multiplied by, above 0 and below 1; PyTorch's default is 0.1
     * @param patience how many epochs without a rise are tolerated; PyTorch's default is 10
     */
    static ReduceOnPlateau reduceOnPlateau(float factor, int patience) {
        return new ReduceOnPlateau(factor, patience, 1e-4f, 0, 0f);
    }
}
