package dev.lanewise.runtime.eval;

/**
 * A confidence interval of the difference between two models.
 *
 * @param difference the first model's measure minus the second one's, on all data
 * @param low the lower bound
 * @param high the upper bound
 * @param level the part of the resamples between the bounds, 0.95
 * @param resamples how often the sentences were drawn anew
 */
public record Interval(double difference, double low, double high, double level, int resamples) {

    /** Whether 0 lies outside: the models differ by more than the choice of sentences explains. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
