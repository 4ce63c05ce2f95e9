package dev.lanewise.runtime.train;

/** Is told how a training goes on; called on the thread that called {@code fit}. */
public interface TrainingListener {

    /**
     * The training goes on from a checkpoint.
     *
     * @param epoch the epoch that it is in, from 1; one more than there are if the training was complete
     * @param batch how many batches of that epoch are done
     */
    default void resumed(int epoch, int batch) {}

    /**
     * A batch is done.
     *
     * @param epoch the epoch, from 1
     * @param wordsDone words of the epoch so far
     * @param words words of an epoch
     * @param loss the mean loss a word in the epoch so far
     */
    default void batch(int epoch, long wordsDone, long words, double loss) {}

    /** An epoch is done, and evaluated where there are development data. */
    default void epoch(EpochReport report) {}
}
