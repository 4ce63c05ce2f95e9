package dev.lanewise.runtime.data;

import static dev.lanewise.runtime.data.Texts.assertCorpusError;
import static dev.lanewise.runtime.data.Texts.bytes;
import static dev.lanewise.runtime.data.Texts.gzip;
import static dev.lanewise.runtime.data.Texts.stream;
import static dev.lanewise.runtime.data.Texts.tabs;
import static dev.lanewise.runtime.data.Texts.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConlluReaderTest {

    private static final String DOG = """
        # sent_id = 1
        # text = The dog can't.
        1 The the DET DT Definite=Def 2 det _ _
        2 dog dog NOUN NN Number=Sing 3 nsubj _ _
        3-4 can't _ _ _ _ _ _ _ _
        3 ca can AUX MD _ 0 root _ _
        4 n't not PART RB Polarity=Neg 3 advmod _ SpaceAfter=No
        4.1 bark bark VERB VB _ _ _ 0:root _
        5 . . PUNCT . _ 3 punct _ _

        """;

    private static List<Example<String>> read(String text) {
        return ConlluReader.of(ConlluColumn.UPOS).read(stream(text), "x.conllu");
    }

    private static void assertError(String message, String text) {
        assertCorpusError(message, () -> read(text));
    }

    @Test
    void readsWordsAndOneColumn() {
        List<String> words = List.of("The", "dog", "ca", "n't", ".");
        assertEquals(List.of(Example.of(words, List.of("DET", "NOUN", "AUX", "PART", "PUNCT"))), read(tabs(DOG)));
        assertEquals(
                List.of(Example.of(words, List.of("DT", "NN", "MD", "RB", "."))),
                ConlluReader.of(5).read(stream(tabs(DOG)), "x"));
        assertEquals(
                List.of("det", "nsubj", "root", "advmod", "punct"),
                ConlluReader.of(ConlluColumn.DEPREL)
                        .read(stream(tabs(DOG)), "x")
                        .get(0)
                        .tags());
    }

    @Test
    void noFeaturesAreAValue() {
        assertEquals(
                List.of("Definite=Def", "Number=Sing", "_", "Polarity=Neg", "_"),
                ConlluReader.of(ConlluColumn.FEATS)
                        .read(stream(tabs(DOG)), "x")
                        .get(0)
                        .tags());
    }

    @Test
    void readsPlainAndGzippedFiles(@TempDir Path dir) throws IOException {
        Path plain = dir.resolve("a.conllu");
        Path gzipped = dir.resolve("a.conllu.gz");
        Files.write(plain, bytes(tabs(DOG)));
        Files.write(gzipped, gzip(bytes(tabs(DOG))));
        ConlluReader reader = ConlluReader.of(ConlluColumn.UPOS);
        assertEquals(read(tabs(DOG)), reader.read(plain));
        assertEquals(read(tabs(DOG)), reader.read(gzipped));
    }

    @Test
    void errorNamesTheFileAsGiven(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("broken.conllu");
        Files.writeString(file, "1\tThe\n");
        assertCorpusError(
                file + ":1: 2 columns instead of 10; separate the columns of CoNLL-U by single tabs",
                () -> ConlluReader.of(ConlluColumn.UPOS).read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void lineEndsByteOrderMarkAndMissingLastBlankLineDoNotMatter(String lineEnd) {
        String text = tabs(DOG) + "\n" + token("1", "Yes", "INTJ");
        String other = "\uFEFF" + text.stripTrailing().replace("\n", lineEnd);
        assertEquals(2, read(text).size());
        assertEquals(read(text), read(other));
    }

    @Test
    void underscoreIsAWord() {
        assertEquals(List.of(Example.of(List.of("_"), List.of("PUNCT"))), read(token("1", "_", "PUNCT")));
    }

    @Test
    void wordsMayHoldSpaces() {
        assertEquals(List.of("20 000"), read(token("1", "20 000", "NUM")).get(0).words());
    }

    @Test
    void fileWithoutSentencesIsAnError() {
        assertError("x.conllu:1: no sentences; give a file with at least one", "");
        assertError("x.conllu:3: no sentences; give a file with at least one", "# a\n\n# b\n");
    }

    @Test
    void otherNumberOfColumnsIsAnErrorThatNamesIt() {
        String remedy = "; separate the columns of CoNLL-U by single tabs";
        assertError("x.conllu:2: 1 column instead of 10" + remedy, "# a\n1 The the DET DT _ 0 root _ _\n");
        assertError("x.conllu:1: 9 columns instead of 10" + remedy, "1\tThe\t_\tDET\t_\t_\t_\t_\t_\n");
        assertError("x.conllu:1: 11 columns instead of 10" + remedy, "1\tThe\t_\tDET\t_\t_\t_\t_\t_\t_\t\n");
    }

    @Test
    void emptyWordIsAnError() {
        assertError(
                "x.conllu:1: the word (column 2) is empty; write the word, or _ if it has no form",
                token("1", "", "DET"));
    }

    @Test
    void wordWithoutTagIsAnErrorThatNamesIt() {
        assertError(
                "x.conllu:3: the word \"dog\" has no UPOS (column 4); fill it in or use another column",
                "# a\n" + token("1", "The", "DET") + token("2", "dog", "_"));
        assertError(
                "x.conllu:1: the word \"The\" has no UPOS (column 4); fill it in or use another column",
                token("1", "The", ""));
    }

    @Test
    void wordOutOfOrderIsAnErrorThatNamesTheDueOne() {
        String remedy = "; number the words of a sentence 1, 2, 3, ... and end it by a blank line";
        assertError("x.conllu:1: word 2 where word 1 is due" + remedy, token("2", "a", "X"));
        assertError(
                "x.conllu:2: word 1 where word 2 is due" + remedy,
                token("1", "a", "X").repeat(2));
        assertError("x.conllu:2: word 3 where word 2 is due" + remedy, token("1", "a", "X") + token("3", "b", "X"));
        assertError("x.conllu:1: word 0 where word 1 is due" + remedy, token("0", "a", "X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "01", "1a", "-", "1-", "-1", "1-2-3", ".", "1.", "1.2.3", " 1", "1234567890", "\u0661"})
    void badIndexIsAnErrorThatShowsIt(String index) {
        assertError(
                "x.conllu:1: bad index \"" + index
                        + "\"; use a number like 4 for a word, 4-5 for a multiword token, 8.1 for an empty node",
                token(index, "a", "X"));
    }

    @ParameterizedTest
    @CsvSource({"1-2, 1", "3-4, 1", "2-1, 1", "0-1, 0"})
    void misplacedMultiwordTokenIsAnError(String index, int before) {
        assertError(
                "x.conllu:" + (before + 1) + ": multiword token " + index + " after word " + before
                        + "; let it stand once, before its first word, with the indices of its first and last word",
                token("1", "a", "X").repeat(before) + token(index, "b", "_") + token("2", "c", "X"));
    }

    @Test
    void overlappingMultiwordTokensAreAnError() {
        assertError(
                "x.conllu:3: multiword token 2-3 after word 1; let it stand once, before its first word,"
                        + " with the indices of its first and last word",
                token("1-2", "a", "_") + token("1", "a", "X") + token("2-3", "b", "_") + token("2", "b", "X"));
    }

    @Test
    void multiwordTokenBeyondTheSentenceIsAnError() {
        assertError(
                "x.conllu:3: the sentence ends at word 1 inside a multiword token that reaches word 2;"
                        + " add the missing words or correct the token's index",
                token("1-2", "a", "_") + token("1", "a", "X") + "\n");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1", "2.1, 1", "1.2, 1", "1.0, 1"})
    void misplacedEmptyNodeIsAnError(String index, int before) {
        assertError(
                "x.conllu:2: empty node " + index + " after word " + before
                        + "; number the empty nodes behind word 8 as 8.1, 8.2, ...",
                token("1", "a", "X") + token(index, "b", "_"));
    }

    @Test
    void emptyNodesMayStandBeforeTheFirstWordAndInARow() {
        String text = token("0.1", "a", "_") + token("0.2", "a", "_") + token("1", "b", "X") + token("1.1", "c", "_");
        assertEquals(List.of(Example.of(List.of("b"), List.of("X"))), read(text));
    }

    @Test
    void sentenceOfEmptyNodesIsAnError() {
        assertError(
                "x.conllu:2: a sentence without words; number its words 1, 2, 3, ...", token("0.1", "a", "_") + "\n");
    }

    @Test
    void invalidUtf8IsAnErrorThatNamesTheLine() {
        byte[] bytes = bytes(token("1", "caf?", "X"));
        bytes[5] = (byte) 0xE9;
        assertCorpusError(
                "x.conllu:1: byte 6 of the line, 0xE9, is not UTF-8; save the file as UTF-8",
                () -> ConlluReader.of(4).read(new java.io.ByteArrayInputStream(bytes), "x.conllu"));
    }

    @Test
    void columnsAreFoundByNameAndNumber() {
        assertEquals(ConlluColumn.UPOS, ConlluColumn.of("upos"));
        assertEquals(ConlluColumn.XPOS, ConlluColumn.of("5"));
        assertEquals(ConlluColumn.MISC, ConlluColumn.of(10));
        for (ConlluColumn column : ConlluColumn.values()) {
            assertEquals(column, ConlluColumn.of(column.number()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upso", "0", "11", ""})
    void unknownColumnIsAnErrorThatListsThem(String column) {
        var error = assertThrows(IllegalArgumentException.class, () -> ConlluColumn.of(column));
        assertEquals(
                "no CoNLL-U column \"" + column + "\"; use id, form, lemma, upos, xpos, feats, head, deprel, deps, misc"
                        + " or a number from 1 to 10",
                error.getMessage());
    }

    @Test
    void columnWithoutTagsIsAnError() {
        var error = assertThrows(IllegalArgumentException.class, () -> ConlluReader.of(2));
        assertEquals(
                "column 2 of CoNLL-U, FORM, holds no tags; use upos, xpos, feats or another column from 3 to 10",
                error.getMessage());
    }
}
