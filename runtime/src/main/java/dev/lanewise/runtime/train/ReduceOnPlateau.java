package dev.lanewise.runtime.train;

/**
 * Lowers the learning rate when the development metric rises no more:
 * {@code ReduceLROnPlateau(mode="max", threshold_mode="rel")}. Replays the metrics of all epochs, so it has no state.
 *
 * @param factor what the rate is multiplied by, above 0 and below 1
 * @param patience how many epochs without a rise are tolerated
 * @param threshold the part by which a metric must exceed the best one to count as a rise; PyTorch's default is 1e-4
 * @param cooldown how many epochs after a reduction are not counted; PyTorch's default is 0
 * @param floor the factor of the first rate that it does not go below: PyTorch's {@code min_lr} over the learning rate
 */
public record ReduceOnPlateau(float factor, int patience, float threshold, int cooldown, float floor)
        implements Schedule {

    /** Checks the ranges. */
    public ReduceOnPlateau {
        Ranges.positive("factor", factor);
        Ranges.fraction("factor", factor);
        Ranges.notNegative("patience", patience);
        Ranges.notNegative("threshold", threshold);
        Ranges.notNegative("cooldown", cooldown);
        Ranges.fraction("floor", floor);
    }

    /** The same with another threshold. */
    public ReduceOnPlateau threshold(float part) {
        return new ReduceOnPlateau(factor, patience, part, cooldown, floor);
    }

    /** The same with a time after each reduction that is not counted. */
    public ReduceOnPlateau cooldown(int epochs) {
        return new ReduceOnPlateau(factor, patience, threshold, epochs, floor);
    }

    /** The same with a lower bound, as a factor of the first rate. */
    public ReduceOnPlateau floor(float lowest) {
        return new ReduceOnPlateau(factor, patience, threshold, cooldown, lowest);
    }

    @Override
    public boolean usesMetric() {
        return true;
    }

    @Override
    public float factor(Moment moment) {
        double best = Double.NEGATIVE_INFINITY;
        float current = 1f;
        int bad = 0;
        int rest = 0;
        for (double metric : moment.metrics()) {
            if (metric > best * (1.0 + threshold)) {
                best = metric;
                bad = 0;
            } else {
                bad++;
            }
            if (rest > 0) {
                rest--;
                bad = 0;
            }
            if (bad > patience) {
                current = Math.max(current * factor, floor);
                rest = cooldown;
                bad = 0;
            }
        }
        return current;
    }
}
