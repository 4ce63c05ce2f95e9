package dev.lanewise.runtime.file.json;

import static dev.lanewise.runtime.file.json.JsonTexts.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static List<String> read(String text) {
        int count = StringList.check(() -> reader(text), text.length(), 0, 0, Integer.MAX_VALUE);
        List<String> strings = Json.readStrings(reader(text));
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
            assertThrows(IllegalArgumentException.class, () -> Json.writeStrings(List.of("fine", half)));
        }
    }

    @Test
    void objectsGiveTheirKeysInOrderAndOnlyOnce() {
        JsonReader reader = reader("{\"b\": 1, \"a\" :2}");
        StringBuilder seen = new StringBuilder();
        reader.beginObject();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            seen.append(key).append(reader.integer());
        }
        assertEquals("b1a2", seen.toString());

        JsonReader twice = reader("{\"a\":1,\"\\u0061\":2}");
        JsonException error = assertThrows(JsonException.class, () -> numbers(twice));
        assertTrue(error.getMessage().contains("\"a\" occurs twice"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{1:2}", "{\"a\" 1}", "{\"a\":1,}", "{\"a\":}", "{\"a\":1", "[]"})
    void brokenObjectsAreErrors(String text) {
        JsonReader reader = reader(text);
        assertThrows(JsonException.class, () -> numbers(reader));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "12,12", "-9223372036854775808,-9223372036854775808"})
    void wholeNumbers(String text, long value) {
        assertEquals(value, reader(text).integer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1.0", "1e3", "-", "+1", "x", "", "true", "\"1\"", "\u0661"})
    void otherNumbersAreNotWhole(String text) {
        assertThrows(JsonException.class, () -> reader(text).integer());
    }

    @ParameterizedTest
    @CsvSource({"1.5,1.5", "-2e-3,-0.002", "1E+2,100", "0.1,0.1", "1e999,Infinity", "-0,-0.0"})
    void numbers(String text, double value) {
        assertEquals(value, reader(text).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "1.", ".5", "1e", "1e+", "NaN", "Infinity", "0x10", "1_000", "1f"})
    void brokenNumbersAreErrors(String text) {
        JsonReader reader = reader(text);
        assertThrows(JsonException.class, () -> {
            reader.number();
            reader.end();
        });
    }

    @Test
    void endlessNumberIsAnError() {
        JsonReader reader = reader("1".repeat(1_000_000));
        assertThrows(JsonException.class, reader::number);
    }

    @Test
    void sixteenLevelsAreRead() {
        nested(reader("[".repeat(16) + "]".repeat(16)));
        assertThrows(JsonException.class, () -> nested(reader("[".repeat(17) + "]".repeat(17))));
        assertThrows(JsonException.class, () -> nested(reader("[".repeat(1_000_000))));
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
        JsonReader reader = reader(" {} [] \"\" -1 true false null ");
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
        assertThrows(JsonException.class, () -> reader("nil").literal());
        assertThrows(JsonException.class, () -> reader("?").peek());
    }

    @Test
    void onlyValidUtf8IsRead() {
        assertEquals(
                "é\uD83D\uDE00",
                reader("\"é\uD83D\uDE00\"".getBytes(StandardCharsets.UTF_8)).string());
        int[][] broken = {
            {0x80},
            {0xc3},
            {0xc0, 0x80},
            {0xed, 0xa0, 0x80},
            {0xf5, 0x80, 0x80, 0x80},
            {0xff},
            {0xe0, 0x9f, 0xbf},
            {0xf0, 0x8f, 0xbf, 0xbf},
            {0xf4, 0x90, 0x80, 0x80},
            {0xc3, '"', '"'},
            {0xe1, 0x80, '"'}
        };
        for (int[] sequence : broken) {
            byte[] bytes = new byte[sequence.length + 2];
            bytes[0] = '"';
            for (int i = 0; i < sequence.length; i++) {
                bytes[i + 1] = (byte) sequence[i];
            }
            bytes[sequence.length + 1] = '"';
            assertThrows(JsonException.class, () -> reader(bytes).string());
            assertThrows(JsonException.class, () -> reader(bytes).skipString());
            assertThrows(
                    JsonException.class,
                    () -> reader(Arrays.copyOf(bytes, sequence.length + 1)).string());
        }
    }

    @Test
    void whatCannotBeFetchedIsNoFaultOfTheText() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("gone");
            }
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
        assertEquals(text, reader("\"" + text + "\"").string());
        assertEquals(text, reader(" \"" + text + "\"").string());
    }

    @Test
    void aStringWithinAStringIsReadWhereItStands() {
        JsonReader outer = reader("[\"[\\\"a\\\\n\\\",\\\"\\u00e9\\\"]\",\"next\"]");
        List<String> read = new ArrayList<>();
        outer.beginArray();
        while (outer.nextElement()) {
            read.addAll(outer.offset() == 1 ? Json.readStrings(outer.nested()) : List.of(outer.string()));
        }
        outer.end();
        assertEquals(List.of("a\n", "é", "next"), read);
        JsonReader unclosed = reader("\"[]");
        assertThrows(JsonException.class, () -> Json.readStrings(unclosed.nested()));
    }

    /** Characters of one to four bytes and escapes at every place about the end of a piece. */
    @Test
    void whatStandsAcrossPiecesIsRead() {
        String text = "\\\"é\\\\\u2028\uD83D\uDE00\\u00e9z";
        String read = "\"é\\\u2028\uD83D\uDE00éz";
        for (int before = (1 << 13) - 20; before <= 1 << 13; before++) {
            String start = "a".repeat(before);
            String json = "\"" + start + text + "\" 1";
            assertEquals(start + read, reader(json).string());
            JsonReader skipped = reader(json);
            skipped.skipString();
            assertEquals(json.getBytes(StandardCharsets.UTF_8).length - 1, skipped.offset());
            assertEquals(1, skipped.integer());
            String array = "[\"" + start + text + "\"]";
            StringBuilder outer = new StringBuilder();
            JsonWriter.string(outer, array);
            assertEquals(
                    List.of(start + read),
                    Json.readStrings(reader(outer.toString()).nested()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "\"",
                "\"\"",
                "\"[",
                "\"[\"",
                "\"[]",
                "\"[]\" ",
                "\"[,]\"",
                "\"[\\\"",
                "\"[\\\"a\"",
                "\"[\\\"a\\\"\"",
                "\"[\\\"a\\\",]\"",
                "\"[\\\"a\\\"\\\"b\\\"]\"",
                "\"[\\\"a\\\", \\\"b\\\"]\"",
                "\"[1]\"",
                "\"[\\\"a\\n\\\"]\"",
                "\"[\\\"a\\\\n\\\"]\"",
                "\"[\\\"a\\\\\\n\\\"]\"",
                "\"[\\\"a\\\\\\\"",
                "\"[\\\"a\\\\",
                "\"[\\\"a\\u0041\\\"]\""
            })
    void whatIsNotPlainIsLeftToTheReader(String text) {
        assertNull(PlainStrings.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void offsetsAreBytes() {
        JsonReader reader = reader(" \"é\uD83D\uDE00\u2028x\"  1");
        assertEquals(1, reader.offset());
        reader.skipString();
        assertEquals(15, reader.offset());
        assertEquals(1, reader.integer());
    }

    @Test
    void limitsAreHeld() {
        assertEquals("abc", reader("\"abc\"").string(3));
        String message = assertThrows(
                        JsonException.class, () -> reader("\"abcd\"").string(3))
                .getMessage();
        assertTrue(message.contains("more than 3 characters, \"abcd\" first"), message);
        JsonReader key = reader("{\"" + "k".repeat(513) + "\":1}");
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
