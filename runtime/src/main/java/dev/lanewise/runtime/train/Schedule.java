package dev.lanewise.runtime.train;

/** How the learning rate goes from epoch to epoch. */
@FunctionalInterface
public interface Schedule {

    /**
     * The factor of an epoch's learning rate.
     *
     * @param epoch the epoch, from 0
     * @param epochs how many there will be
     */
    float factor(int epoch, int epochs);

    /** The same rate in all epochs. */
    static Schedule constant() {
        return (epoch, epochs) -> 1f;
    }

    /** Falls in a straight line, so that the epoch after the last one would have the rate 0. */
    static Schedule linear() {
        return (epoch, epochs) -> 1f - (float) epoch / epochs;
    }
}
