package dev.lanewise.examples.benchmarks.peak;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The rate at which one core reads its second-level cache: 256 KiB over and over, which no first-level cache holds and every
 * current second-level cache does.
 */
public final class CacheRead {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final int NUMBERS = 256 * 1024 / Float.BYTES;

    private final float[] data = new float[NUMBERS];

    /** A block of ones. */
    public CacheRead() {
        Arrays.fill(data, 1f);
    }

    /**
     * Bytes read by one call.
     *
     * @param rounds as given to {@link #run}
     */
    public static double bytes(int rounds) {
        return (double) NUMBERS * Float.BYTES * rounds;
    }

    /**
     * Reads the block from its beginning to its end.
     *
     * @param rounds how often
     * @return a number that depends on all that was read
     */
    public float run(int rounds) {
        float sum = 0;
        for (int round = 0; round < rounds; round++) {
            sum += once(data);
        }
        return sum;
    }

    private static float once(float[] data) {
        FloatVector a = FloatVector.zero(S);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector f = a;
        FloatVector g = a;
        FloatVector h = a;
        for (int at = 0; at < NUMBERS; at += 8 * L) {
            a = a.add(FloatVector.fromArray(S, data, at));
            b = b.add(FloatVector.fromArray(S, data, at + L));
            c = c.add(FloatVector.fromArray(S, data, at + 2 * L));
            d = d.add(FloatVector.fromArray(S, data, at + 3 * L));
            e = e.add(FloatVector.fromArray(S, data, at + 4 * L));
            f = f.add(FloatVector.fromArray(S, data, at + 5 * L));
            g = g.add(FloatVector.fromArray(S, data, at + 6 * L));
            h = h.add(FloatVector.fromArray(S, data, at + 7 * L));
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).lane(0);
    }
}
