package dev.lanewise.runtime.data;

import static dev.lanewise.runtime.data.Texts.assertCorpusError;
import static dev.lanewise.runtime.data.Texts.stream;
import static dev.lanewise.runtime.data.Texts.tabs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnReaderTest {

    private static final List<Example<String>> EU = List.of(
            Example.of(List.of("EU", "rejects", "calls"), List.of("B-ORG", "O", "O")),
            Example.of(List.of("Peter"), List.of("B-PER")));

    private static List<Example<String>> read(String text) {
        return ColumnReader.create().read(stream(text), "x.conll");
    }

    private static void assertError(String message, String text) {
        assertCorpusError(message, () -> read(text));
    }

    @Test
    void takesTheFirstColumnAsWordAndTheLastAsTag() {
        String text = """
            -DOCSTART- -X- -X- O

            EU NNP B-NP B-ORG
            rejects VBZ B-VP O
            calls NNS B-NP O

            Peter NNP B-NP B-PER
            """;
        assertEquals(EU, read(text));
        assertEquals(EU, read(tabs(text)));
    }

    @Test
    void takesOtherColumnsByNumberFromEitherEnd() {
        String text = """
            # sent_id = 1
            # text = EU rejects calls
            1 EU B-ORG - me
            2 rejects O - -
            3 calls O - -

            # sent_id = 2
            1 Peter B-PER - me
            """;
        for (int[] columns : new int[][] {{2, 3}, {-4, -3}, {2, -3}}) {
            ColumnReader reader = ColumnReader.create().columns(columns[0], columns[1]);
            assertEquals(EU, reader.read(stream(text), "x"));
        }
    }

    @Test
    void runsOfSpacesAreOneSeparator() {
        assertEquals(List.of(Example.of(List.of("a", "b"), List.of("X", "Y"))), read("  a   X \nb Y\n"));
    }

    @Test
    void spacesBelongToTheWordWhereThereAreTabs() {
        assertEquals(List.of(Example.of(List.of("New York"), List.of("LOC"))), read("New York\tLOC\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\t\n", " \n\n \t\n", "\n-DOCSTART- O\n\n", "-DOCSTART-\n"})
    void blankLinesAndDocumentStartsEndASentence(String end) {
        assertEquals(
                List.of(Example.of(List.of("a"), List.of("X")), Example.of(List.of("b"), List.of("Y"))),
                read("\uFEFF" + end + "a X\n" + end + "b Y\n" + end));
    }

    @Test
    void lastSentenceNeedsNoBlankLineAndNoLineEnd() {
        assertEquals(EU, read("EU B-ORG\r\nrejects O\r\ncalls O\r\n\r\nPeter B-PER"));
    }

    @Test
    void numberSignIsAWordWhereItHasTheColumnsOfOne() {
        assertEquals(List.of("#", "1"), read("#\tO\n1\tO\n").get(0).words());
        assertEquals(List.of("be", "#", "1"), read("be O\n# O\n1 O\n").get(0).words());
        assertEquals(List.of("#tag"), read("#tag O\n").get(0).words());
        assertEquals(
                List.of("be"),
                read("#\n# O\n# a comment\nbe O\n# another long one\n").get(0).words());
    }

    @Test
    void commentMayHappenToHaveAsManyColumnsAsAWord() {
        String text = tabs("1 Yes O - -\n\n") + "# text = No .\n" + tabs("1 No O - -\n") + "# text = No .\n";
        List<Example<String>> examples = ColumnReader.create().columns(2, 3).read(stream(text), "x");
        assertEquals(List.of("Yes"), examples.get(0).words());
        assertEquals(List.of("No"), examples.get(1).words());
    }

    @Test
    void lineThatMayBeACommentOrAWordIsAnError() {
        String text = "be O\n\n# O\n1 O\n";
        assertError(
                "x.conll:3: \"# O\" may be a comment or a word; put tabs between the columns, or read without comments",
                text);
        ColumnReader reader = ColumnReader.create().comments(false);
        assertEquals(List.of("#", "1"), reader.read(stream(text), "x").get(1).words());
    }

    @Test
    void fileWithoutSentencesIsAnError() {
        assertError("x.conll:1: no sentences; give a file with at least one", "");
        assertError("x.conll:2: no sentences; give a file with at least one", "-DOCSTART- O\n\n");
    }

    @Test
    void otherNumberOfColumnsIsAnErrorThatNamesBoth() {
        assertError(
                "x.conll:4: 3 columns where line 2 has 2;"
                        + " give all words the same columns, with single tabs or with spaces between them",
                "\na X\n\nNew York Y\n");
        assertError(
                "x.conll:2: 1 column where line 1 has 2;"
                        + " give all words the same columns, with single tabs or with spaces between them",
                "a X\nb\n");
    }

    @Test
    void missingColumnInLineOneMillionIsAnErrorThatNamesTheLine() {
        assertError(
                "x.conll:1000000: 1 column where line 1 has 2;"
                        + " give all words the same columns, with single tabs or with spaces between them",
                "word TAG\n\n".repeat(499_999) + "word TAG\nalone\n");
    }

    @Test
    void missingColumnIsAnErrorThatNamesIt() {
        assertCorpusError(
                "x:1: 2 columns, so there is no column 3 for the tag; correct the line or name another column",
                () -> ColumnReader.create().columns(2, 3).read(stream("a X\n"), "x"));
        assertCorpusError(
                "x:1: 2 columns, so there is no column -3 for the word; correct the line or name another column",
                () -> ColumnReader.create().columns(-3, 2).read(stream("a X\n"), "x"));
    }

    @Test
    void lineWithoutTagIsAnError() {
        assertError(
                "x.conll:1: 1 column, and column 1 is both word and tag; give each word a tag or name other columns",
                "word\n");
    }

    @Test
    void emptyWordOrTagIsAnErrorThatNamesItsColumn() {
        assertError("x.conll:1: the word (column 1) is empty; fill it in or delete the line", "\tO\n");
        assertError("x.conll:2: the tag (column 2) is empty; fill it in or delete the line", "a\tO\nb\t\n");
    }

    @Test
    void invalidUtf8IsAnErrorThatNamesTheLine() {
        byte[] bytes = {'a', ' ', 'X', '\n', (byte) 0xFF, ' ', 'X', '\n'};
        assertCorpusError(
                "x:2: byte 1 of the line, 0xFF, is not UTF-8; save the file as UTF-8",
                () -> ColumnReader.create().read(new java.io.ByteArrayInputStream(bytes), "x"));
    }

    @Test
    void impossibleColumnsAreErrors() {
        ColumnReader reader = ColumnReader.create();
        var zero = assertThrows(IllegalArgumentException.class, () -> reader.columns(0, 1));
        assertEquals("there is no column 0; count from 1, or from -1 for the last", zero.getMessage());
        var same = assertThrows(IllegalArgumentException.class, () -> reader.columns(2, 2));
        assertEquals("column 2 is both word and tag; name two columns", same.getMessage());
    }
}
