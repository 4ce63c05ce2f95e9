package dev.lanewise.runtime.model;

import dev.lanewise.runtime.random.CounterRandom;
import dev.lanewise.runtime.random.DropoutMask;
import java.util.Arrays;

/**
 * Draws the dropout masks of one batch. Off until {@link #start}, so inference draws nothing. A mask depends on seed, epoch,
 * sentence, the place in the model and, where it is drawn for each word, the position of the word: never on the other sentences of
 * the batch, on threads or on what was drawn before.
 */
public final class Dropout {

    /** Keeps these numbers apart from those of other purposes under the same seed ("dropout" in ASCII). */
    private static final long PURPOSE = 0x64726f706f7574L;

    private static final long WHOLE_SEQUENCE = -1;

    private long[] keys = new long[0];
    private boolean on;

    /** Dropout that is off. */
    public Dropout() {}

    /**
     * Drops from now on.
     *
     * @param seed the user's seed
     * @param epoch the pass over the data, or the step of a session
     * @param sentences the number, in the training data, of each sequence of the batch
     * @param count how many sequences the batch has
     */
    public void start(long seed, long epoch, int[] sentences, int count) {
        if (keys.length < count) {
            keys = new long[Math.max(count, 2 * keys.length)];
        }
        for (int i = 0; i < count; i++) {
            keys[i] = CounterRandom.key(seed ^ PURPOSE, epoch, sentences[i]);
        }
        on = true;
    }

    /** Drops nothing any more. */
    public void stop() {
        on = false;
    }

    /** Whether anything is dropped. */
    public boolean isOn() {
        return on;
    }

    /**
     * Draws a mask of its own for each row: {@code torch.nn.Dropout}.
     *
     * @param place the number of the place in the model
     * @param probability of a zero, in [0, 1)
     * @param packing how the rows are packed
     * @param mask {@code [rows][stride]}
     * @param column the first column to be filled
     * @param stride the distance of the rows
     * @param columns how many columns are filled
     */
    public void each(int place, float probability, Packing packing, float[] mask, int column, int stride, int columns) {
        for (int t = 0; t < packing.steps(); t++) {
            int first = packing.offset(t);
            for (int i = 0; i < packing.active(t); i++) {
                long key = CounterRandom.key(keys[packing.sequence(i)], place, t);
                DropoutMask.fill(key, probability, mask, (first + i) * stride + column, columns);
            }
        }
    }

    /**
     * Draws one mask for each sequence, which all its rows share: locked or variational dropout (Gal and Ghahramani 2016).
     *
     * @param place the number of the place in the model
     * @param probability of a zero, in [0, 1)
     * @param packing how the sequences are packed
     * @param mask {@code [sequences][stride]}, in the packed order
     * @param stride the distance of the rows
     * @param columns how many columns are filled
     */
    public void locked(int place, float probability, Packing packing, float[] mask, int stride, int columns) {
        for (int i = 0; i < packing.sequences(); i++) {
            long key = CounterRandom.key(keys[packing.sequence(i)], place, WHOLE_SEQUENCE);
            DropoutMask.fill(key, probability, mask, i * stride, columns);
        }
    }

    /** Fills columns that nothing is dropped of. */
    public static void keep(Packing packing, float[] mask, int column, int stride, int columns) {
        for (int row = 0; row < packing.rows(); row++) {
            int at = row * stride + column;
            Arrays.fill(mask, at, at + columns, 1f);
        }
    }
}
