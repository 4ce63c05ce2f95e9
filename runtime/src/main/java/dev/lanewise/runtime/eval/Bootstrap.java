package dev.lanewise.runtime.eval;

import dev.lanewise.runtime.random.CounterRandom;
import java.util.Arrays;

/**
 * The paired bootstrap over sentences (B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, percentile
 * interval; for language models P. Koehn, EMNLP 2004): sentences are drawn with replacement, both models are measured on the
 * same draw, and the middle 95 % of the differences are the interval.
 */
final class Bootstrap {

    static final int RESAMPLES = 10_000;
    static final double LEVEL = 0.95;

    private static final int WIDTH = 4;
    private static final long PURPOSE = 0x626f6f74; // "boot", so that no other random numbers are the same

    private Bootstrap() {}

    /**
     * The interval of the difference of two models' measures.
     *
     * @param counts for each sentence what its two quotients are summed from: the first model's numerator and denominator,
     *     then the second one's
     * @param seed what the draws depend on
     */
    static Interval interval(int[][] counts, long seed) {
        double[] differences = new double[RESAMPLES];
        long[] drawn = new long[WIDTH];
        for (int resample = 0; resample < RESAMPLES && counts.length > 0; resample++) {
            Arrays.fill(drawn, 0);
            long key = CounterRandom.key(seed, PURPOSE, resample);
            for (int i = 0; i < counts.length; i++) {
                add(drawn, counts[CounterRandom.below(key, i, counts.length)]);
            }
            differences[resample] = difference(drawn);
        }
        Arrays.sort(differences);
        int outside = (int) Math.round(RESAMPLES * (1 - LEVEL) / 2);
        return new Interval(
                difference(sums(counts)), differences[outside], differences[RESAMPLES - 1 - outside], LEVEL, RESAMPLES);
    }

    /** The counts of all sentences together. */
    static long[] sums(int[][] counts) {
        long[] sums = new long[WIDTH];
        for (int[] sentence : counts) {
            add(sums, sentence);
        }
        return sums;
    }

    private static double difference(long[] sums) {
        return Ratio.of(sums[0], sums[1]) - Ratio.of(sums[2], sums[3]);
    }

    private static void add(long[] sums, int[] sentence) {
        for (int i = 0; i < WIDTH; i++) {
            sums[i] += sentence[i];
        }
    }
}
