package dev.lanewise.examples.benchmarks.peer;

/**
 * How far a peer's numbers are from ours.
 *
 * @param what what was compared
 * @param difference the largest absolute difference
 * @param allowed the largest one that rounding explains
 */
public record Agreement(String what, double difference, double allowed) {

    /** Whether both compute the same. */
    public boolean holds() {
        return difference <= allowed;
    }

    /** Compares log-probabilities or states, row by row. */
    public static Agreement of(String what, double allowed, float[][] ours, float[][] theirs) {
        double difference = 0;
        for (int row = 0; row < ours.length; row++) {
            for (int column = 0; column < ours[row].length; column++) {
                // A maximum with NaN is NaN, which is never within the bound.
                difference = Math.max(difference, Math.abs(ours[row][column] - theirs[row][column]));
            }
        }
        return new Agreement(what, difference, allowed);
    }
}
