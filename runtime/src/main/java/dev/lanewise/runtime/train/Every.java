package dev.lanewise.runtime.train;

/**
 * How often something is done while a training goes on. What is due in the middle of an epoch and at its end is done once.
 *
 * @param epochs after every so many epochs; 0 for never
 * @param batches after every so many batches, counted over all epochs; 0 for never
 */
public record Every(int epochs, int batches) {

    /** Checks the ranges. */
    public Every {
        Ranges.notNegative("epochs", epochs);
        Ranges.notNegative("batches", batches);
        if (epochs == 0 && batches == 0) {
            throw new IllegalArgumentException("epochs and batches are both 0: say Every.epochs(1), for example");
        }
    }

    /** After every so many epochs. */
    public static Every epochs(int epochs) {
        return new Every(epochs, 0);
    }

    /** After every so many batches. */
    public static Every batches(int batches) {
        return new Every(0, batches);
    }

    /** The same, and after every so many batches too. */
    public Every orBatches(int count) {
        return new Every(epochs, count);
    }

    /** Whether it is due after a batch that is not the last one of its epoch. */
    boolean afterBatch(long steps) {
        return batches > 0 && steps % batches == 0;
    }

    /** Whether it is due after an epoch. */
    boolean afterEpoch(int done, long steps) {
        return epochs > 0 && done % epochs == 0 || afterBatch(steps);
    }
}
