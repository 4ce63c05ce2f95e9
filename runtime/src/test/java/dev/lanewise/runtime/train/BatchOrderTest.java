package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sentence stands in one batch, batches keep their limit, and like lengths come together. */
final class BatchOrderTest {

    private static final int[] LENGTHS =
            IntStream.range(0, 3000).map(i -> 1 + i * 31 % 47).toArray();

    private static BatchOrder order(int limit, boolean words, boolean shuffle) {
        return new BatchOrder(LENGTHS, new BatchSize(limit, words), shuffle, 5);
    }

    private static int words(int[] batch) {
        return Arrays.stream(batch).map(sentence -> LENGTHS[sentence]).sum();
    }

    @ParameterizedTest
    @CsvSource({"32, false, true", "32, false, false", "200, true, true", "200, true, false", "1, true, true"})
    void everySentenceStandsInOneBatch(int limit, boolean words, boolean shuffle) {
        int[] all = order(limit, words, shuffle).epoch(3).stream()
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, LENGTHS.length).toArray(), all);
    }

    @Test
    void batchesOfWordsKeepTheirLimitAndAreAsFullAsTheyCanBe() {
        List<int[]> batches = order(200, true, true).epoch(0);
        assertTrue(batches.stream().allMatch(batch -> words(batch) <= 200));
        int total = Arrays.stream(LENGTHS).sum();
        // A sentence has 24 words on average, so that much of a batch may stay empty, and a little more at the ends of
        // pools.
        assertTrue(batches.size() < total / (200 - 30), batches.size() + " batches");
    }

    @Test
    void aSentenceLongerThanTheLimitIsABatchOfItsOwn() {
        List<int[]> batches = order(10, true, true).epoch(0);
        for (int[] batch : batches) {
            assertTrue(words(batch) <= 10 || batch.length == 1);
        }
    }

    @Test
    void sentencesOfABatchAreOfLikeLength() {
        long spread = 0;
        List<int[]> batches = order(200, true, true).epoch(0);
        for (int[] batch : batches) {
            int[] lengths = Arrays.stream(batch).map(s -> LENGTHS[s]).toArray();
            spread += Arrays.stream(lengths).max().orElse(0)
                    - Arrays.stream(lengths).min().orElse(0);
        }
        assertTrue(spread < 5L * batches.size(), "mean spread " + (double) spread / batches.size());
    }

    @Test
    void dependsOnSeedAndEpochAlone() {
        List<int[]> once = order(200, true, true).epoch(2);
        List<int[]> again = order(200, true, true).epoch(2);
        assertEquals(
                once.stream().map(Arrays::toString).toList(),
                again.stream().map(Arrays::toString).toList());
        assertTrue(!Arrays.equals(once.get(0), order(200, true, true).epoch(1).get(0)));
    }
}
