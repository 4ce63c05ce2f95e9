package dev.lanewise.runtime.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

class DropoutMaskTest {

    private static float[] mask(long key, float probability, int count) {
        float[] mask = new float[count];
        DropoutMask.fill(key, probability, mask, 0, count);
        return mask;
    }

    @Property(tries = 200, seed = "1")
    void numbersAreZeroOrScaledUp(
            @ForAll long key,
            @ForAll @FloatRange(min = 0, max = 1, maxIncluded = false) float p,
            @ForAll @IntRange(max = 70) int count) {
        for (float each : mask(key, p, count)) {
            assertTrue(each == 0f || each == 1f / (1f - p), () -> each + " with probability " + p);
        }
    }

    @Property(tries = 200, seed = "1")
    void aNumberDependsOnItsPlaceInTheMaskAlone(@ForAll long key, @ForAll @IntRange(max = 70) int count) {
        float[] longer = new float[100];
        DropoutMask.fill(key, 0.4f, longer, 7, 90);
        assertArrayEquals(mask(key, 0.4f, count), Arrays.copyOfRange(longer, 7, 7 + count));
        assertArrayEquals(new float[7], Arrays.copyOf(longer, 7));
        assertArrayEquals(new float[3], Arrays.copyOfRange(longer, 97, 100));
    }

    /** Trained models depend on these numbers: they must never change. */
    @Example
    void masksArePinned() {
        assertEquals("xxxxxx.....xxx.x.x.x.xx.xxx..x..xxx..x.x", pattern(mask(CounterRandom.key(1, 2, 3), 0.5f, 40)));
        assertEquals("xx.xxxx..xx.xxxxxxxx.x.xx.xxx.xx.x.xx..x", pattern(mask(CounterRandom.key(1, 2, 4), 0.25f, 40)));
    }

    private static String pattern(float[] mask) {
        StringBuilder pattern = new StringBuilder();
        for (float each : mask) {
            pattern.append(each == 0f ? '.' : 'x');
        }
        return pattern.toString();
    }

    @Property(tries = 20, seed = "1")
    void theShareOfZerosIsTheProbability(@ForAll @FloatRange(min = 0.01f, max = 0.99f) float p, @ForAll long key) {
        int count = 100_000;
        double sum = 0;
        int zeros = 0;
        for (float each : mask(key, p, count)) {
            sum += each;
            zeros += each == 0f ? 1 : 0;
        }
        double deviation = Math.sqrt(p * (1 - p) / count);
        assertEquals(p, zeros / (double) count, 5 * deviation + 1e-5);
        assertEquals(1, sum / count, (5 * deviation + 1e-5) / (1 - p));
    }

    /** Each of the four numbers that share a hash is dropped as often as the others, and pairs as often as they should be. */
    @Example
    void numbersOfOneHashAreIndependent() {
        float p = 0.3f;
        int tries = 100_000;
        int[] zeros = new int[4];
        int[][] both = new int[4][4];
        for (int key = 0; key < tries; key++) {
            float[] mask = mask(CounterRandom.key(5, key, 0), p, 4);
            for (int i = 0; i < 4; i++) {
                zeros[i] += mask[i] == 0f ? 1 : 0;
                for (int j = 0; j < i; j++) {
                    both[i][j] += mask[i] == 0f && mask[j] == 0f ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(p, zeros[i] / (double) tries, 0.008);
            for (int j = 0; j < i; j++) {
                assertEquals(p * p, both[i][j] / (double) tries, 0.005);
            }
        }
    }

    @Example
    void nothingIsDroppedWithProbabilityZero() {
        float[] ones = new float[50];
        Arrays.fill(ones, 1f);
        assertArrayEquals(ones, mask(3, 0f, 50));
    }
}
