package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.testing.Crafted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A vocabulary of a file's bytes is the same as one of strings. */
final class Utf8WordsTest {

    /** Of one to four bytes a character, at the limits of each length. */
    private static final List<String> WORDS = List.of(
            "a",
            "word",
            "\u007f",
            "\u0080",
            "\u07ff\u0080x",
            "\u0800",
            "\uffff",
            "\uD800\uDC00",
            "x\uDBFF\uDFFF\u00e9",
            "é",
            "e\u0301",
            "日本",
            "\"\\",
            "<unk>");

    private static Utf8Words utf8(List<String> words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] ends = new int[words.size()];
        for (int i = 0; i < ends.length; i++) {
            bytes.writeBytes(words.get(i).getBytes(StandardCharsets.UTF_8));
            ends[i] = bytes.size();
        }
        return new Utf8Words(bytes.toByteArray(), ends);
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "é".repeat(i % 3) + i).toList();
    }

    @Test
    void theStringsAreThoseOfTheBytes() {
        Utf8Words words = utf8(WORDS);
        for (int i = WORDS.size() - 1; i >= 0; i--) {
            assertEquals(WORDS.get(i).hashCode(), words.hash(i), WORDS.get(i));
            assertEquals(WORDS.get(i), words.get(i));
        }
        assertEquals(WORDS, words);
        assertThrows(IndexOutOfBoundsException.class, () -> words.get(WORDS.size()));
        assertThrows(UnsupportedOperationException.class, () -> words.set(0, "b"));
    }

    @Test
    void everyWordHasItsNumberAndOthersHaveNone() {
        List<String> all = new ArrayList<>(WORDS);
        all.addAll(numbered(5_000));
        for (boolean unknown : new boolean[] {true, false}) {
            Vocabulary vocabulary = Vocabulary.of(utf8(all), unknown);
            assertEquals(Vocabulary.of(all, unknown), vocabulary);
            assertEquals(Vocabulary.of(all, unknown).hashCode(), vocabulary.hashCode());
            TextKey key = new TextKey();
            for (int i = all.size() - 1; i >= 0; i--) {
                String word = all.get(i);
                int id = i + (unknown ? 1 : 0);
                assertEquals(id, vocabulary.id(key.clear().append(word, 0, word.length())));
                assertEquals(id, vocabulary.id(word));
                assertEquals(word, vocabulary.word(id));
            }
            assertFalse(vocabulary.contains("other"));
        }
        assertNotEquals(Vocabulary.of(WORDS, true), Vocabulary.of(utf8(WORDS.subList(1, WORDS.size())), true));
    }

    @Test
    void charactersAreFound() {
        List<String> characters = List.of("a", "é", "日", "\uD83D\uDE00");
        Vocabulary vocabulary = Vocabulary.of(utf8(characters), true).requireCharacters();
        for (int i = 0; i < characters.size(); i++) {
            assertEquals(i + 1, vocabulary.characterId(characters.get(i).codePointAt(0)));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> Vocabulary.of(utf8(List.of("ab")), true).requireCharacters());
    }

    @Test
    void emptyWordsAndThoseThatStandTwiceAreErrors() {
        for (String twice : List.of("b", "éé", "日本", "\uD83D\uDE00")) {
            assertEquals(
                    "the entry \"" + twice + "\" stands twice, with id 2 and 4; list each entry once",
                    error(List.of("a", twice, "c", twice)));
        }
        assertEquals(error(List.of("a", "")), "a vocabulary entry is empty; leave it out");
    }

    @Test
    void wordsOfOneHashCodeAreFound() {
        List<String> words = Crafted.collidingWords(2_000);
        Vocabulary vocabulary = Vocabulary.of(utf8(words), true);
        for (int i = 0; i < words.size(); i++) {
            assertEquals(i + 1, vocabulary.id(words.get(i)));
        }
        List<String> twice = new ArrayList<>(words);
        twice.add(words.get(1_000));
        assertTrue(error(twice).endsWith("stands twice, with id 1001 and 2001; list each entry once"));
    }

    private static String error(List<String> words) {
        return assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(utf8(words), true))
                .getMessage();
    }
}
