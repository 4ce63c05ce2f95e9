package dev.lanewise.runtime.random;

/**
 * Orders that depend on nothing but a seed and an epoch, so that a resumed training sees its examples in the order
 * of an undisturbed one.
 */
public final class Shuffle {

    /** Keeps these numbers apart from those of other purposes under the same seed ("shuffle" in ASCII). */
    private static final long PURPOSE = 0x73687566666c65L;

    private Shuffle() {}

    /**
     * A random order of 0 .. size - 1.
     *
     * @param size number of elements, may be 0
     * @param seed the user's seed
     * @param epoch the pass over the data
     * @return a new permutation
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static int[] permutation(int size, long seed, long epoch) {
        if (size < 0) {
            throw new IllegalArgumentException("a permutation needs a size of at least 0, not " + size);
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        shuffle(order, seed, epoch);
        return order;
    }

    /**
     * Shuffles an array in place (R. Fisher and F. Yates, in R. Durstenfeld's form); allocates nothing.
     *
     * @param order what to shuffle; the result depends on the order it comes in
     * @param seed the user's seed
     * @param epoch the pass over the data
     */
    public static void shuffle(int[] order, long seed, long epoch) {
        long key = CounterRandom.key(seed, PURPOSE, epoch);
        for (int i = order.length - 1; i > 0; i--) {
            int j = CounterRandom.below(key, i, i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
