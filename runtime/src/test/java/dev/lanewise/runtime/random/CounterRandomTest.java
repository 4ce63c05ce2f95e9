package dev.lanewise.runtime.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CounterRandomTest {

    /** Trained models depend on these numbers: they must never change. */
    @Test
    void numbersArePinned() {
        assertEquals("8103877fb2f4d756", Long.toHexString(CounterRandom.bits(0, 0, 0, 0)));
        assertEquals("c56e6fb7dbc14b85", Long.toHexString(CounterRandom.bits(1, 2, 3, 4)));
        assertEquals("bc6c898dc35c9534", Long.toHexString(CounterRandom.bits(-1, Long.MAX_VALUE, Long.MIN_VALUE, -7)));
    }

    @Test
    void keyIsOnlyAShortCut() {
        long key = CounterRandom.key(9, 8, 7);
        for (long c = -3; c < 3; c++) {
            assertEquals(CounterRandom.bits(9, 8, 7, c), CounterRandom.bits(key, c));
            assertEquals(CounterRandom.uniform(9, 8, 7, c), CounterRandom.uniform(key, c));
        }
    }

    @Test
    void noTwoPlacesShareTheirBits() {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 1 << 16; i++) {
            seen.add(CounterRandom.bits(i & 15, i >> 4 & 15, i >> 8 & 15, i >> 12));
        }
        assertEquals(1 << 16, seen.size());
    }

    @Test
    void oneBitOfAnyArgumentChangesHalfOfTheBits() {
        int rounds = 500;
        for (int argument = 0; argument < 4; argument++) {
            for (int bit = 0; bit < 64; bit++) {
                double changed = 0;
                for (int i = 0; i < rounds; i++) {
                    long[] place = {i, 3 * i, 5L << i % 40, -i};
                    long before = CounterRandom.bits(place[0], place[1], place[2], place[3]);
                    place[argument] ^= 1L << bit;
                    changed += Long.bitCount(before ^ CounterRandom.bits(place[0], place[1], place[2], place[3]));
                }
                assertEquals(32, changed / rounds, 1.5, "argument " + argument + ", bit " + bit);
            }
        }
    }

    @Test
    void uniformNumbersFillTheirInterval() {
        int[] bins = new int[10];
        int rounds = 100_000;
        for (int i = 0; i < rounds; i++) {
            float number = CounterRandom.uniform(1, 2, 3, i);
            assertTrue(number >= 0 && number < 1);
            bins[(int) (number * 10)]++;
        }
        double chiSquare = 0;
        for (int bin : bins) {
            chiSquare += Math.pow(bin - rounds / 10.0, 2) / (rounds / 10.0);
        }
        // 27.9 is exceeded once in a thousand seeds.
        assertTrue(chiSquare < 27.9, "chi square " + chiSquare);
    }

    @Test
    void belowReachesEveryNumberAndNoOther() {
        int[] bins = new int[7];
        for (int i = 0; i < 7_000; i++) {
            bins[CounterRandom.below(5, i, 7)]++;
        }
        for (int bin : bins) {
            assertEquals(1_000, bin, 120);
        }
        assertEquals(0, CounterRandom.below(5, 1, 1));
        assertTrue(CounterRandom.below(5, 1, Integer.MAX_VALUE) >= 0);
        assertThrows(IllegalArgumentException.class, () -> CounterRandom.below(5, 1, 0));
    }
}
