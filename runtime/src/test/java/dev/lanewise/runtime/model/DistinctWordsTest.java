package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.testing.Crafted;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DistinctWordsTest {

    private static final int COUNT = 100_000;

    private static void assertNumbered(DistinctWords distinct, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            assertEquals(i, distinct.add(words.get(i), 0, i));
        }
        for (int i = 0; i < words.size(); i++) {
            assertEquals(i, distinct.add(words.get(i), 1, i));
            assertEquals(words.get(i), distinct.word(i));
        }
        assertEquals(words.size(), distinct.size());
    }

    @Test
    void wordsOfOneHashCodeAreNotSearchedOneByOne() {
        DistinctWords distinct = new DistinctWords();
        assertNumbered(distinct, Crafted.collidingWords(COUNT));
        assertEquals(COUNT - 64, distinct.crowded());
        distinct.clear();
        assertEquals(0, distinct.crowded());
        assertNumbered(distinct, List.of("again", "and", "AaAa"));
    }

    @Test
    void usualWordsStandNearTheirStart() {
        DistinctWords distinct = new DistinctWords();
        assertNumbered(
                distinct, IntStream.range(0, COUNT).mapToObj(i -> "w" + i).toList());
        assertTrue(distinct.crowded() == 0, () -> distinct.crowded() + " words are crowded");
    }
}
