package dev.lanewise.runtime.file.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static List<String> read(String text) {
        int count = StringList.check(() -> new JsonReader(text), text.length(), 0, 0, Integer.MAX_VALUE);
        List<String> strings = Json.readStrings(new JsonReader(text));
        assertEquals(strings.size(), count);
        return strings;
    }

    @Test
    void stringsAreWrittenInTheirShortestForm() {
        assertEquals("[]", Json.writeStrings(List.of()));
        assertEquals(
                "[\"\",\"é\uD83D\uDE00/\",\"\\\"\\\\\",\"\\b\\f\\n\\r\\t\",\"\\u0000\\u001f\u007f\u2028\"]",
                Json.writeStrings(List.of("", "é\uD83D\uDE00/", "\"\\", "\b\f\n\r\t", "\u0000\u001f\u007f\u2028")));
    }

    @Test
    void everyEscapeIsRead() {
        assertEquals(
                List.of("\"\\/\b\f\n\r\t", "é\uD83D\uDE00", "ab"),
                read(" [ \"\\\"\\\\\\/\\b\\f\\n\\r\\t\" ,\t\"\\u00E9\\ud83d\\uDE00\",\n\"ab\"\r] "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[\"a\"",
                "[\"a\",]",
                "[,\"a\"]",
                "[\"a\" \"b\"]",
                "[\"a\"}",
                "{\"a\":\"b\"}",
                "[1]",
                "[null]",
                "['a']",
                "[\"a\"]]",
                "[\"a\"] x",
                "[\"a]",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"\\u12\"]",
                "[\"\\uD83D\"]",
                "[\"\\uD83Dx\"]",
                "[\"\\uD83D\\u0041\"]",
                "[\"\\uDE00\"]",
                "[\"\\u\uFF11\uFF12\uFF13\uFF14\"]",
                "[\"a\nb\"]",
                "[\"a\u0000b\"]",
                "// no\n[]",
                "\uFEFF[]"
            })
    void anythingElseIsAnError(String text) {
        assertThrows(JsonException.class, () -> read(text));
    }

    @Test
    void halvesOfSurrogatePairsAreNeitherReadNorWritten() {
        for (String half : new String[] {"\uD83D", "\uDE00", "x\uD83Dy", "\uDE00\uD83D"}) {
            assertThrows(JsonException.class, () -> read("[\"" + half + "\"]"));
            assertThrows(JsonException.class, () -> read("[\"\\n" + half + "\"]"));
            assertThrows(IllegalArgumentException.class, () -> Json.writeStrings(List.of("fine", half)));
        }
    }

    @Test
    void objectsGiveTheirKeysInOrderAndOnlyOnce() {
        JsonReader reader = new JsonReader("{\"b\": 1, \"a\" :2}");
        StringBuilder seen = new StringBuilder();
        reader.beginObject();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            seen.append(key).append(reader.integer());
        }
        assertEquals("b1a2", seen.toString());

        JsonReader twice = new JsonReader("{\"a\":1,\"\\u0061\":2}");
        JsonException error = assertThrows(JsonException.class, () -> numbers(twice));
        assertTrue(error.getMessage().contains("\"a\" occurs twice"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{1:2}", "{\"a\" 1}", "{\"a\":1,}", "{\"a\":}", "{\"a\":1", "[]"})
    void brokenObjectsAreErrors(String text) {
        JsonReader reader = new JsonReader(text);
        assertThrows(JsonException.class, () -> numbers(reader));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "12,12", "-9223372036854775808,-9223372036854775808"})
    void wholeNumbers(String text, long value) {
        assertEquals(value, new JsonReader(text).integer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1.0", "1e3", "-", "+1", "x", "", "true", "\"1\"", "\u0661"})
    void otherNumbersAreNotWhole(String text) {
        assertThrows(JsonException.class, () -> new JsonReader(text).integer());
    }

    @ParameterizedTest
    @CsvSource({"1.5,1.5", "-2e-3,-0.002", "1E+2,100", "0.1,0.1", "1e999,Infinity", "-0,-0.0"})
    void numbers(String text, double value) {
        assertEquals(value, new JsonReader(text).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "1.", ".5", "1e", "1e+", "NaN", "Infinity", "0x10", "1_000", "1f"})
    void brokenNumbersAreErrors(String text) {
        JsonReader reader = new JsonReader(text);
        assertThrows(JsonException.class, () -> {
            reader.number();
            reader.end();
        });
    }

    @Test
    void endlessNumberIsAnError() {
        JsonReader reader = new JsonReader("1".repeat(1_000_000));
        assertThrows(JsonException.class, reader::number);
    }

    @Test
    void sixteenLevelsAreRead() {
        nested(new JsonReader("[".repeat(16) + "]".repeat(16)));
        assertThrows(JsonException.class, () -> nested(new JsonReader("[".repeat(17) + "]".repeat(17))));
        assertThrows(JsonException.class, () -> nested(new JsonReader("[".repeat(1_000_000))));
    }

    private static void nested(JsonReader reader) {
        reader.beginArray();
        while (reader.nextElement()) {
            nested(reader);
        }
    }

    private static void numbers(JsonReader reader) {
        reader.beginObject();
        while (reader.nextKey() != null) {
            reader.integer();
        }
    }

    @Test
    void kindsAndLiterals() {
        JsonReader reader = new JsonReader(" {} [] \"\" -1 true false null ");
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            JsonReader.Kind kind = reader.peek();
            seen.append(kind).append(' ');
            switch (kind) {
                case OBJECT -> numbers(reader);
                case ARRAY -> nested(reader);
                case STRING -> reader.string();
                case NUMBER -> reader.integer();
                case LITERAL -> seen.append(reader.literal()).append(' ');
            }
        }
        reader.end();
        assertEquals(
                "OBJECT ARRAY STRING NUMBER LITERAL true LITERAL false LITERAL null",
                seen.toString().trim());
        assertThrows(JsonException.class, () -> new JsonReader("nil").literal());
        assertThrows(JsonException.class, () -> new JsonReader("?").peek());
    }

    @Test
    void onlyValidUtf8IsRead() {
        assertEquals(
                "é\uD83D\uDE00",
                utf8("\"é\uD83D\uDE00\"".getBytes(StandardCharsets.UTF_8)).string());
        int[][] broken = {{0x80}, {0xc3}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0xff}};
        for (int[] sequence : broken) {
            byte[] bytes = new byte[sequence.length + 1];
            bytes[0] = '"';
            for (int i = 0; i < sequence.length; i++) {
                bytes[i + 1] = (byte) sequence[i];
            }
            assertThrows(JsonException.class, () -> utf8(bytes).string());
        }
    }

    private static JsonReader utf8(byte[] bytes) {
        return new JsonReader(
                new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()));
    }

    @Test
    void whatCannotBeFetchedIsNoFaultOfTheText() {
        Reader broken = new Reader() {
            @Override
            public int read(char[] to, int from, int length) throws IOException {
                throw new EOFException("gone");
            }

            @Override
            public void close() {}
        };
        assertEquals(
                "gone",
                assertThrows(UncheckedIOException.class, () -> new JsonReader(broken))
                        .getCause()
                        .getMessage());
    }

    @Test
    void textsLongerThanABufferAreRead() {
        String text = "ab\uD83D\uDE00".repeat(1000) + "\uD83D\uDE00".repeat(1000);
        assertEquals(text, new JsonReader("\"" + text + "\"").string());
        assertEquals(text, new JsonReader(" \"" + text + "\"").string());
    }

    @Test
    void aStringWithinAStringIsReadWhereItStands() {
        JsonReader outer = new JsonReader("[\"[\\\"a\\\\n\\\",\\\"\\u00e9\\\"]\",\"next\"]");
        List<String> read = new ArrayList<>();
        outer.beginArray();
        while (outer.nextElement()) {
            read.addAll(outer.offset() == 1 ? Json.readStrings(outer.nested()) : List.of(outer.string()));
        }
        outer.end();
        assertEquals(List.of("a\n", "é", "next"), read);
        JsonReader unclosed = new JsonReader("\"[]");
        assertThrows(JsonException.class, () -> Json.readStrings(unclosed.nested()));
    }

    @Test
    void offsetsAreBytes() {
        JsonReader reader = new JsonReader(" \"é\uD83D\uDE00\u2028x\"  1");
        assertEquals(1, reader.offset());
        reader.skipString();
        assertEquals(15, reader.offset());
        assertEquals(1, reader.integer());
    }

    @Test
    void limitsAreHeld() {
        assertEquals("abc", new JsonReader("\"abc\"").string(3));
        String message = assertThrows(JsonException.class, () -> new JsonReader("\"abcd\"").string(3))
                .getMessage();
        assertTrue(message.contains("more than 3 characters, \"abcd\" first"), message);
        JsonReader key = new JsonReader("{\"" + "k".repeat(513) + "\":1}");
        assertThrows(JsonException.class, () -> numbers(key));
    }

    @Test
    void excerptsStayOnOneShortLine() {
        assertEquals("\"plain é\"", JsonWriter.excerpt("plain é"));
        assertEquals("\"a\\nb\\u001bc\\u0085\\u2028\"", JsonWriter.excerpt("a\nb\u001bc\u0085\u2028"));
        assertEquals("\"\\ud83d\"", JsonWriter.excerpt("\uD83D"));
        assertEquals("\"\uD83D\uDE00\"", JsonWriter.excerpt("\uD83D\uDE00"));
        assertEquals("\"" + "x".repeat(80) + "...\"", JsonWriter.excerpt("x".repeat(1_000_000)));
    }
}
