package dev.lanewise.runtime.random;

/**
 * Random numbers without a state: a hash of a seed and three counters. Whoever asks for the number at the same place
 * gets the same number, whatever was asked before and on whichever thread, so dropout, shuffling and the replacement
 * of rare words do not depend on the number of threads and a training can be resumed from its counters alone.
 *
 * <p>Algorithm, all in wrapping 64-bit arithmetic: {@code mix} is the finaliser of SplitMix64 (G. Steele, D. Lea and
 * C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with the constants of D. Stafford's
 * variant 13), {@code G} is 2^64 divided by the golden ratio.
 *
 * <pre>
 *   key(seed, a, b)     = mix(mix(mix(seed + G) ^ (a * M1 + G)) ^ (b * M2 + G))
 *   bits(key, c)        = mix(mix(key + c * G) ^ key)
 *   bits(seed, a, b, c) = bits(key(seed, a, b), c)
 * </pre>
 *
 * {@code mix(key + c * G)} is output {@code c} of a SplitMix64 that starts at {@code key}; the key goes in again so
 * that two keys which happen to lie on each other's sequence give unrelated numbers. The algorithm is part of the
 * promise of reproducible training: it never changes.
 */
public final class CounterRandom {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long M1 = 0xd1342543de82ef95L;
    private static final long M2 = 0xaf251af3b0f025b5L;

    private CounterRandom() {}

    /**
     * 64 random bits for a place.
     *
     * @param seed the user's seed
     * @param a first counter, by convention what the numbers are for
     * @param b second counter, for example the step
     * @param c third counter, for example the element
     * @return 64 bits that depend on nothing but the arguments
     */
    public static long bits(long seed, long a, long b, long c) {
        return bits(key(seed, a, b), c);
    }

    /**
     * The part of {@link #bits(long, long, long, long)} that does not depend on the last counter, for loops over it.
     *
     * @param seed the user's seed
     * @param a first counter
     * @param b second counter
     * @return the key to give to {@link #bits(long, long)}
     */
    public static long key(long seed, long a, long b) {
        return mix(mix(mix(seed + GOLDEN) ^ (a * M1 + GOLDEN)) ^ (b * M2 + GOLDEN));
    }

    /**
     * 64 random bits for element {@code c} of a key.
     *
     * @param key what {@link #key(long, long, long)} returned
     * @param c the last counter
     * @return the same bits as {@link #bits(long, long, long, long)}
     */
    public static long bits(long key, long c) {
        return mix(mix(key + c * GOLDEN) ^ key);
    }

    /**
     * A uniform float in [0, 1) for a place: a multiple of 2^-24.
     *
     * @param seed the user's seed
     * @param a first counter
     * @param b second counter
     * @param c third counter
     * @return the upper 24 bits of {@link #bits(long, long, long, long)}, divided by 2^24
     */
    public static float uniform(long seed, long a, long b, long c) {
        return uniform(key(seed, a, b), c);
    }

    /**
     * A uniform float in [0, 1) for element {@code c} of a key.
     *
     * @param key what {@link #key(long, long, long)} returned
     * @param c the last counter
     * @return a multiple of 2^-24
     */
    public static float uniform(long key, long c) {
        return (bits(key, c) >>> 40) * 0x1p-24f;
    }

    /**
     * A uniform whole number in [0, bound) for element {@code c} of a key. No value is more likely than another by
     * more than one part in 2^32.
     *
     * @param key what {@link #key(long, long, long)} returned
     * @param c the last counter
     * @param bound exclusive upper bound, at least 1
     * @return a number in [0, bound)
     * @throws IllegalArgumentException if {@code bound} is less than 1
     */
    public static int below(long key, long c, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException(
                    "a random number below " + bound + " does not exist; bound must be >= 1");
        }
        // (63 random bits * bound) >>> 63, as the upper half of a 128-bit product.
        return (int) Math.multiplyHigh(bits(key, c) >>> 1, (long) bound << 1);
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
