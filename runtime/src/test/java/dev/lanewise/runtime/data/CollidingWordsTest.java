package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.testing.Crafted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words and characters that were chosen for their hash codes are looked up as they should be, in a bounded number of steps. */
final class CollidingWordsTest {

    private static final int COUNT = 100_000;
    private static final List<String> WORDS = Crafted.collidingWords(COUNT + 1);

    @Test
    void theyHaveOneHashCode() {
        assertEquals(1, WORDS.stream().map(String::hashCode).distinct().count());
        assertEquals(WORDS.size(), WORDS.stream().distinct().count());
    }

    @Test
    void everyWordIsFoundInABoundedNumberOfSteps() {
        List<String> shuffled = new ArrayList<>(WORDS.subList(0, COUNT));
        Collections.shuffle(shuffled, new java.util.Random(1));
        WordTable table = new WordTable(shuffled, 5);
        TextKey key = new TextKey();
        for (int i = 0; i < COUNT; i++) {
            String word = shuffled.get(i);
            assertEquals(5 + i, table.id(word));
            assertEquals(5 + i, table.id(key.clear().append(word, 0, word.length())));
        }
        String other = WORDS.get(COUNT);
        assertEquals(-1, table.id(other));
        assertEquals(-1, table.id(key.clear().append(other, 0, other.length())));
        assertEquals(64 + 17, table.longestSearch());
        int[] ids = new int[WORDS.size()];
        table.ids(WORDS.toArray(new String[0]), ids.length, ids);
        for (int i = 0; i < ids.length; i++) {
            assertEquals(table.id(WORDS.get(i)), ids[i]);
        }
    }

    @Test
    void usualWordsStandNearTheirStart() {
        int longest =
                new WordTable(IntStream.range(0, COUNT).mapToObj(i -> "w" + i).toList(), 0).longestSearch();
        assertTrue(longest <= 64, "a search looks at " + longest + " words");
    }

    @Test
    void aCrowdedWordThatStandsTwiceIsAnError() {
        List<String> twice = new ArrayList<>(WORDS.subList(0, 1000));
        twice.add(WORDS.get(500));
        String message = assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(twice, true))
                .getMessage();
        assertEquals(
                "the entry \"" + WORDS.get(500) + "\" stands twice, with id 501 and 1001; list each entry once",
                message);
    }

    @Test
    void charactersThatCollideAreFound() {
        int bits = 18;
        List<String> characters = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .boxed()
                .sorted(Comparator.comparingInt(c -> c * 0x9E3779B9 >>> Integer.SIZE - bits))
                .limit(1 << bits - 2)
                .map(Character::toString)
                .toList();
        Vocabulary vocabulary = Vocabulary.of(characters, true);
        for (int i = 0; i < characters.size(); i++) {
            assertEquals(1 + i, vocabulary.characterId(characters.get(i).codePointAt(0)));
        }
        long unknown = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> vocabulary.characterId(c) == 0)
                .count();
        assertEquals(Character.MAX_CODE_POINT + 1L - characters.size(), unknown);
    }
}
