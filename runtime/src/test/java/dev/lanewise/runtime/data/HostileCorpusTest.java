package dev.lanewise.runtime.data;

import static dev.lanewise.runtime.data.Texts.assertCorpusError;
import static dev.lanewise.runtime.data.Texts.bytes;
import static dev.lanewise.runtime.data.Texts.stream;
import static dev.lanewise.runtime.data.Texts.token;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text as nobody would write it comes out of every reader as it stands in the file. */
final class HostileCorpusTest {

    private static final String LONG_WORD = "ä\uD83D\uDE00x".repeat(33_334);

    /** NUL, combining marks, emoji joined of several, right to left, separators that are none, a byte order mark inside. */
    private static final List<String> WORDS = List.of(
            "a\u0000b",
            "\u0000",
            "e\u0301\u0327\u0323",
            "\uD83D\uDC69\u200D\uD83D\uDC67\uD83C\uDFFD",
            "\u05E9\u05DC\u05D5\u05DD",
            "\u202E\u0645\u0631",
            "x\u2028y\u0085z",
            "in\uFEFFside",
            "_",
            "\uFFFD",
            LONG_WORD);

    private static String conllu(List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> token(Integer.toString(i + 1), words.get(i), "X"))
                .collect(Collectors.joining());
    }

    private static List<String> ofConllu(String text) {
        return ConlluReader.of(ConlluColumn.UPOS).read(stream(text), "x").get(0).words();
    }

    private static String columns(List<String> words) {
        return words.stream().map(word -> word + "\tX\n").collect(Collectors.joining());
    }

    private static List<String> ofColumns(String text) {
        return ColumnReader.create().read(stream(text), "x").get(0).words();
    }

    private static List<List<String>> ofText(String text) {
        List<List<String>> sentences = new ArrayList<>();
        TextReader.open(stream(text), "x").forEach(sentences::add);
        return sentences;
    }

    @Test
    void wordsStayAsTheyAre() {
        assertEquals(WORDS, ofConllu(conllu(WORDS)));
        assertEquals(WORDS, ofColumns(columns(WORDS)));
        List<String> spaced = List.of("two words", " ", "no\u00A0break");
        assertEquals(spaced, ofConllu(conllu(spaced)));
        assertEquals(spaced, ofColumns(columns(spaced)));
        List<String> unbroken =
                WORDS.stream().filter(word -> word.indexOf('\u2028') < 0).toList();
        assertEquals(List.of(unbroken), ofText(String.join(" ", unbroken)));
    }

    @Test
    void vectorsOfThemStayAsTheyAre(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("v"),
                bytes(WORDS.stream().map(word -> word + " 1 2\n").collect(Collectors.joining())));
        Vectors vectors = Vectors.read(file);
        assertEquals(WORDS, vectors.words());
        float[] numbers = new float[2];
        assertTrue(vectors.copy(LONG_WORD, numbers, 0));
        assertArrayEquals(new float[] {1, 2}, numbers);
    }

    @Test
    void byteOrderMarkAndLineEndsAreNoText() {
        String mark = "\uFEFF";
        assertEquals(
                List.of("a", "b"), ofConllu(mark + conllu(List.of("a", "b")).replace("\n", "\r\n")));
        assertEquals(List.of("a", "b"), ofColumns(mark + "a\tX\r\nb\tX\r\n"));
        assertEquals(List.of(List.of("a", "b")), ofText(mark + "a b\r\n"));
    }

    @Test
    void blankAndDuplicateLinesAreWhatTheyAre() {
        String twice = "a\tX\na\tX\n";
        List<Example<String>> examples =
                ColumnReader.create().read(stream("\n\n \t\n" + twice + "\n\n\r\n" + twice + "\n\n"), "x");
        assertEquals(
                List.of(List.of("a", "a"), List.of("a", "a")),
                examples.stream().map(Example::words).toList());
        assertEquals(
                2,
                ConlluReader.of(ConlluColumn.UPOS)
                        .read(stream((conllu(List.of("a")) + "\n\n\n").repeat(2)), "x")
                        .size());
        assertCorpusError(
                "x:2: word 1 where word 2 is due; number the words of a sentence 1, 2, 3, ... and end it by a blank line",
                () -> ofConllu(conllu(List.of("a")).repeat(2)));
    }

    @Test
    void sentencesOfManyWordsAreRead() {
        List<String> words = Collections.nCopies(100_000, "word");
        assertEquals(words, ofConllu(conllu(words)));
        assertEquals(words, ofColumns(columns(words)));
        assertEquals(List.of(words), ofText(String.join(" ", words)));
    }

    @Test
    void aSentenceWithoutEndIsAnErrorBeforeItIsKept() {
        int most = 1 << 20;
        String problem = "x:" + (most + 1) + ": a sentence of more than " + most
                + " lines; put a blank line behind each sentence";
        assertCorpusError(problem, () -> ofColumns("a\tX\n".repeat(most + 1)));
        assertCorpusError(problem, () -> ofConllu("# comment\n".repeat(most + 1)));
    }

    @Test
    void aMissingColumnInLineOneMillionIsNamed() {
        assertCorpusError(
                "x:1000000: 2 columns instead of 10; separate the columns of CoNLL-U by single tabs",
                () -> ConlluDocument.open(stream((token("1", "a", "X") + "\n").repeat(499_999) + "# last\n1\ta\n"), "x")
                        .forEach(sentence -> {}));
    }
}
