package dev.lanewise.runtime.data;

import static dev.lanewise.runtime.data.Texts.assertCorpusError;
import static dev.lanewise.runtime.data.Texts.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReaderTest {

    private static List<List<String>> all(TextReader reader) {
        List<List<String>> all = new ArrayList<>();
        reader.forEach(all::add);
        return all;
    }

    private static List<List<String>> all(String text) {
        return all(TextReader.open(stream(text), "x.txt"));
    }

    @Test
    void aLineIsASentence() {
        assertEquals(List.of(List.of("The", "dog", "barks", "."), List.of("Yes")), all("The dog  barks . \r\n\tYes\n"));
    }

    @Test
    void blankLinesAreSentencesWithoutWords() {
        assertEquals(List.of(List.of("a"), List.of(), List.of(), List.of("b")), all("a\n\n \t\nb"));
    }

    @Test
    void spacesThatDoNotBreakArePartOfAWord() {
        assertEquals(List.of(List.of("20\u00A0000", "km")), all("20\u00A0000 km"));
    }

    @Test
    void readsFiles(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("a.txt");
        Files.writeString(file, "a b\nc\n");
        try (TextReader reader = TextReader.open(file)) {
            assertEquals(List.of(List.of("a", "b"), List.of("c")), all(reader));
        }
    }

    @Test
    void textWithoutWordsIsAnError() {
        assertCorpusError("x.txt:1: no sentences; give a file with at least one", () -> all(""));
        assertCorpusError("x.txt:2: no sentences; give a file with at least one", () -> all("\n \n"));
    }

    @Test
    void sentencesCanBeHadOnce() {
        TextReader reader = TextReader.open(stream("a"), "x");
        reader.iterator();
        var error = assertThrows(IllegalStateException.class, reader::iterator);
        assertEquals("the sentences were read already; open the text again", error.getMessage());
    }
}
