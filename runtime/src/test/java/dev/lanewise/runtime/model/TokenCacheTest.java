package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TokenCacheTest {
    private static final int NUMBERS = 16;
    /** So many that whoever kept a word before its numbers are there would be caught at it. */
    private static final int MANY_NUMBERS = 512;

    private static float[] numbers(String word) {
        return numbers(word, NUMBERS);
    }

    private static float[] numbers(String word, int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, word.hashCode());
        return numbers;
    }

    @Test
    void keepsWhatItIsGiven() {
        TokenCache cache = new TokenCache(NUMBERS, 1 << 20);
        assertNull(cache.get("a"));
        float[] numbers = numbers("a");
        cache.put("a", numbers);
        assertEquals(numbers, cache.get("a"));
        assertNull(cache.get("b"));
    }

    @Test
    void wordsOfOneHashAreKeptApart() {
        assertEquals("Aa".hashCode(), "BB".hashCode());
        TokenCache cache = new TokenCache(NUMBERS, 1 << 20);
        cache.put("Aa", new float[] {1});
        cache.put("BB", new float[] {2});
        assertArrayEquals(new float[] {1}, cache.get("Aa"));
        assertArrayEquals(new float[] {2}, cache.get("BB"));
    }

    @Test
    void manyWordsHaveTheNumbersOfEach() {
        TokenCache cache = new TokenCache(NUMBERS, 1 << 20);
        String[] words = IntStream.range(0, 300)
                .mapToObj(i -> (i & 1) == 0 ? "Aa" + i : "BB" + (i - 1))
                .toArray(String[]::new);
        assertEquals(words[0].hashCode(), words[1].hashCode());
        int[] missing = new int[words.length];
        float[][] found = new float[words.length][];
        assertEquals(words.length, cache.get(words, words.length, found, missing));
        assertArrayEquals(IntStream.range(0, words.length).toArray(), missing);

        for (int i = 0; i < words.length; i += 3) {
            cache.put(words[i], numbers(words[i]));
        }
        int count = words.length - 1;
        int missed = cache.get(words, count, found, missing);
        assertArrayEquals(
                IntStream.range(0, count)
                        .filter(i -> cache.get(words[i]) == null)
                        .toArray(),
                Arrays.copyOf(missing, missed));
        for (int i = 0; i < count; i++) {
            assertSame(cache.get(words[i]), found[i], words[i]);
        }
        assertEquals(200 - 1, missed);
    }

    @Test
    void takesAShareOfTheHeapUnlessToldOtherwise() {
        long heap = Runtime.getRuntime().maxMemory();
        long bytes = TokenCache.defaultBytes();
        assertTrue(bytes >= 16 << 20 && bytes <= 256 << 20, bytes + " bytes");
        assertTrue(bytes == 16 << 20 || bytes <= heap / 32, bytes + " bytes of " + heap);
    }

    @Test
    void isBoundedAndKeepsWhatIsAskedForAgainAndAgain() {
        TokenCache cache = new TokenCache(NUMBERS, 1);
        cache.put("often", numbers("often"));
        for (int i = 0; i < 100; i++) {
            assertNotNull(cache.get("often"), "after " + i + " other words");
            cache.put("w" + i, numbers("w" + i));
        }
        long kept =
                IntStream.range(0, 100).filter(i -> cache.get("w" + i) != null).count();
        assertTrue(kept <= 7, "beside the frequent word there are seven places, not " + kept);
    }

    @Test
    void threadsNeverSeeNumbersOfAnotherWordOrHalfOfThem() throws Exception {
        TokenCache cache = new TokenCache(MANY_NUMBERS, 1);
        List<String> words = IntStream.range(0, 40).mapToObj(i -> "word" + i).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                SplittableRandom random = new SplittableRandom(i);
                tasks.add(() -> found(cache, words, random));
            }
            int found = 0;
            for (Future<Integer> each : threads.invokeAll(tasks)) {
                found += each.get();
            }
            assertTrue(found > 1_000, "too few of them were found: " + found);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int found(TokenCache cache, List<String> words, SplittableRandom random) {
        int found = 0;
        for (int i = 0; i < 50_000; i++) {
            String word = words.get((int) (words.size() * Math.pow(random.nextDouble(), 3)));
            float[] numbers = cache.get(word);
            if (numbers == null) {
                cache.put(word, numbers(word, MANY_NUMBERS));
            } else {
                found++;
                // The last ones would be there last.
                for (int n = MANY_NUMBERS - 1; n >= 0; n--) {
                    if (numbers[n] != word.hashCode()) {
                        throw new AssertionError(word + " has " + numbers[n] + " as number " + n);
                    }
                }
            }
        }
        return found;
    }
}
