package dev.lanewise.examples.soak;

import java.util.List;
import java.util.Locale;

/**
 * Whether speed and memory stayed what they were: minute 1 and epoch 1 are for warming up.
 *
 * @param minutes what tagging came to
 * @param errors wrong results and exceptions
 * @param epochs megabytes of the heap after each epoch
 */
record Verdict(List<Minute> minutes, long errors, List<Double> epochs) {
    private static final double SPEED = 0.1;
    private static final double MEGABYTES = 2;

    /** Whether all of it holds. */
    boolean holds() {
        return errors == 0
                && Math.abs(cpuSpeed() - 1) <= SPEED
                && heapGrowth() <= MEGABYTES
                && epochGrowth() <= MEGABYTES;
    }

    /** The last minute's speed by CPU time, of the second's. */
    private double cpuSpeed() {
        return last().wordsPerCpuSecond() / second().wordsPerCpuSecond();
    }

    private double clockSpeed() {
        return last().wordsPerSecond() / second().wordsPerSecond();
    }

    private double heapGrowth() {
        return last().held() - second().held();
    }

    private double epochGrowth() {
        return epochs.get(epochs.size() - 1) - epochs.get(Math.min(1, epochs.size() - 1));
    }

    private Minute second() {
        return minutes.get(Math.min(1, minutes.size() - 1));
    }

    private Minute last() {
        return minutes.get(minutes.size() - 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "errors %d; last minute of the second: %.3f by CPU time, %.3f by the clock; heap after a collection"
                        + " %+.2f MB in the minutes, %+.2f MB in the epochs: %s",
                errors,
                cpuSpeed(),
                clockSpeed(),
                heapGrowth(),
                epochGrowth(),
                holds() ? "holds" : "does not hold");
    }
}
