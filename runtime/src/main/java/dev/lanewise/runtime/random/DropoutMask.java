package dev.lanewise.runtime.random;

/**
 * What numbers are multiplied with in dropout (Srivastava et al. 2014): 0 with probability p, otherwise 1 / (1 - p), so that the
 * expectation stays and nothing has to be scaled afterwards. The same as {@code torch.nn.functional.dropout} does.
 *
 * <p>One hash of {@link CounterRandom} decides four numbers, 16 bits each, since drawing would otherwise cost as much as a small
 * layer; so probabilities are kept to the nearest 1/65536. Number i of a mask depends on nothing but the key and i.
 */
public final class DropoutMask {

    private static final int BITS = 16;
    private static final int RANGE = 1 << BITS;

    private DropoutMask() {}

    /**
     * Draws a mask.
     *
     * @param key from {@link CounterRandom#key}: what the mask is for
     * @param probability of a zero, in [0, 1)
     * @param mask where it goes
     * @param at its first place there
     * @param count its size
     */
    public static void fill(long key, float probability, float[] mask, int at, int count) {
        int least = Math.round(probability * RANGE);
        int kept = Float.floatToRawIntBits(1f / (1f - probability));
        int end = at + count;
        int whole = at + count / 4 * 4;
        int group = 0;
        int i = at;
        for (; i < whole; i += 4) {
            long bits = CounterRandom.bits(key, group++);
            mask[i] = value((int) bits & 0xffff, least, kept);
            mask[i + 1] = value((int) (bits >>> BITS) & 0xffff, least, kept);
            mask[i + 2] = value((int) (bits >>> 2 * BITS) & 0xffff, least, kept);
            mask[i + 3] = value((int) (bits >>> 3 * BITS), least, kept);
        }
        for (long bits = CounterRandom.bits(key, group); i < end; i++, bits >>>= BITS) {
            mask[i] = value((int) bits & 0xffff, least, kept);
        }
    }

    /** The kept value's bits where the drawn number reaches the least, otherwise zero: a branch would be mispredicted. */
    private static float value(int drawn, int least, int kept) {
        return Float.intBitsToFloat(kept & (least - 1 - drawn) >> 31);
    }
}
