package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The word cache holds what fits, and of more words those that are asked for. */
final class TokenCacheTest {

    private static final int NUMBERS = 32;
    private static final int ENTRY = 128 + NUMBERS * Float.BYTES;

    private static List<String> words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i).toList();
    }

    /** Asks for every word as a model does, and tells how many had to be computed. */
    private static int missed(TokenCache cache, List<String> words) {
        int missed = 0;
        for (String word : words) {
            if (cache.get(word) == null) {
                cache.put(word, new float[NUMBERS]);
                missed++;
            }
        }
        return missed;
    }

    @Test
    void wordsThatFillAThirdAllStay() {
        TokenCache cache = new TokenCache(NUMBERS, 3000L * ENTRY);
        List<String> words = words(1000);
        assertEquals(1000, missed(cache, words));
        int again = missed(cache, words) + missed(cache, words);
        assertTrue(again <= 20, () -> again + " of 2000 had to be computed again");
    }

    @Test
    void aWordThatIsAskedForOutlivesThoseThatAreNot() {
        TokenCache cache = new TokenCache(NUMBERS, 8L * ENTRY);
        float[] kept = new float[NUMBERS];
        cache.put("the", kept);
        for (String word : words(100)) {
            assertSame(kept, cache.get("the"));
            cache.put(word, new float[NUMBERS]);
        }
        assertSame(kept, cache.get("the"));
    }

    @Test
    void holdsNoMoreThanItMay() {
        TokenCache cache = new TokenCache(NUMBERS, 64L * ENTRY);
        List<String> words = words(1000);
        missed(cache, words);
        long held = words.stream().filter(word -> cache.get(word) != null).count();
        assertTrue(held <= 64 && held > 0, () -> held + " words");
    }
}
