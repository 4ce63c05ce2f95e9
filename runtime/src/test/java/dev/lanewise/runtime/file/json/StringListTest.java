package dev.lanewise.runtime.file.json;

import static dev.lanewise.runtime.file.json.JsonTexts.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StringListTest {

    private static final int ANY = Integer.MAX_VALUE;

    private static int check(List<String> strings, int shortest, int longest) {
        String text = Json.writeStrings(strings);
        return StringList.check(() -> reader(text), 2L * text.length(), ANY, shortest, longest);
    }

    private static String error(int shortest, int longest, String... strings) {
        return assertThrows(JsonException.class, () -> check(Arrays.asList(strings), shortest, longest))
                .getMessage();
    }

    /** Words of all lengths and kinds of characters, each of them once. */
    private static List<String> words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "é\uD83D\uDE00\"".substring(0, i % 2) + "x".repeat(i % 7) + Integer.toString(i, 36))
                .toList();
    }

    @Test
    void differentStringsAreCounted() {
        assertEquals(0, check(List.of(), 1, 1));
        assertEquals(3, check(List.of("", "a", "\uD83D\uDE00"), 0, 1));
        assertEquals(20_000, check(words(20_000), 1, ANY));
    }

    @Test
    void aStringThatStandsTwiceIsFoundWhereverItStands() {
        int count = 2_000;
        for (int first : new int[] {0, 1, count / 2, count - 2}) {
            List<String> words = new ArrayList<>(words(count));
            words.set(count - 1, words.get(first));
            String message = assertThrows(JsonException.class, () -> check(words, 1, ANY))
                    .getMessage();
            String entry = JsonWriter.excerpt(words.get(first));
            assertEquals(
                    "the entry " + entry + " stands twice, as number " + first + " and " + (count - 1)
                            + "; list each entry once",
                    message);
        }
        assertEquals(
                "the entry \"\" stands twice, as number 0 and 2; list each entry once", error(0, ANY, "", "b", ""));
    }

    @Test
    void longStringsAreComparedToTheirEndAndShownInPart() {
        String start = "ab".repeat(50_000);
        assertEquals(2, check(List.of(start + "c", start + "d"), 1, ANY));
        assertEquals(2, check(List.of(start, start + "d"), 1, ANY));
        assertEquals(
                "the entry " + JsonWriter.excerpt(start) + " stands twice, as number 0 and 1; list each entry once",
                error(1, ANY, start, start));
    }

    @Test
    void stringsOfEqualHashesAreTwoOnes() {
        // Without a factor the hash of a string is the sum of its characters.
        List<String> same = List.of("abc", "bac", "cab", "bbb", "aad");
        String text = Json.writeStrings(same);
        assertEquals(5, new StringList(() -> reader(text), new StringHash(0), 5, 1, ANY).check());
        String twice = Json.writeStrings(List.of("abc", "bac", "cab", "bac"));
        StringList list = new StringList(() -> reader(twice), new StringHash(0), 5, 1, ANY);
        assertEquals(
                "the entry \"bac\" stands twice, as number 1 and 3; list each entry once",
                assertThrows(JsonException.class, list::check).getMessage());
    }

    @Test
    void lengthsAreChecked() {
        assertEquals("entry 1 is empty; leave it out", error(1, ANY, "a", ""));
        assertEquals(
                "the entry \"ab\" is not a single character; build them with addCharacters", error(1, 1, "é", "ab"));
    }

    @Test
    void moreThanThereCanBeAreCounted() {
        String text = Json.writeStrings(List.of("a", "b", "b"));
        assertEquals(3, StringList.check(() -> reader(text), text.length(), 2, 1, ANY));
    }

    @Test
    void beginningsAreCutAndTheRestIsReadOn() {
        String text = Json.writeStrings(List.of("abcdef", "é".repeat(5_000), "ab", "gone"));
        assertEquals(List.of("abc", "ééé", "ab"), Json.readBeginnings(reader(text), 3, 3));
        assertEquals(List.of("abcdef"), Json.readBeginnings(reader("[\"abcdef\"]"), 3, 6));
    }
}
