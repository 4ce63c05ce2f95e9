package dev.lanewise.runtime.data;

import static dev.lanewise.runtime.data.Texts.assertCorpusError;
import static dev.lanewise.runtime.data.Texts.stream;
import static dev.lanewise.runtime.data.Texts.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ConlluDocumentTest {

    private static final String TWO = "\uFEFF# one\r\n" + token("1-2", "isn't", "_") + token("1", "is", "_")
            + token("2", "n't", "_") + "\n\n# two\n" + token("1", "Yes", "_") + token("1.1", "it", "_")
            + "\t \n\n# behind";

    private static List<ConlluSentence> all(String text) {
        return ConlluDocument.open(stream(text), "x").stream().toList();
    }

    private static ConlluSentence one(String text) {
        return all(text).get(0);
    }

    @Test
    void sentencesJoinedAreTheFile() {
        List<ConlluSentence> sentences = all(TWO);
        assertEquals(List.of("is", "n't"), sentences.get(0).words());
        assertEquals(List.of("Yes"), sentences.get(1).words());
        assertEquals(2, sentences.size());
        assertEquals(TWO, sentences.get(0).text() + sentences.get(1).text());
        assertEquals("# one\r\n".length() + 1, sentences.get(0).lines().get(0).length());
    }

    @Test
    void columnOfTheWordsIsReplacedAndNothingElse() {
        ConlluSentence sentence = one(TWO);
        assertEquals(
                "\uFEFF# one\r\n" + token("1-2", "isn't", "_") + token("1", "is", "AUX") + token("2", "n't", "PART")
                        + "\n",
                sentence.withColumn(ConlluColumn.UPOS, List.of("AUX", "PART")).text());
        assertEquals(List.of("_", "_"), sentence.column(ConlluColumn.UPOS), "the sentence itself stays as it is");
    }

    @Test
    void lastColumnIsReplacedBeforeTheLineEnd() {
        for (String end : List.of("\r\n", "\n", "")) {
            String line = token("1", "a", "X").strip();
            ConlluSentence sentence = one(line + end).withColumn(10, List.of("Gloss=b"));
            assertEquals(line.substring(0, line.length() - 1) + "Gloss=b" + end, sentence.text());
        }
    }

    @Test
    void wordsFollowTheirColumn() {
        ConlluSentence sentence = one(token("1", "a", "X")).withColumn(ConlluColumn.FORM, List.of("b"));
        assertEquals(List.of("b"), sentence.words());
        assertEquals(List.of("b"), sentence.column(ConlluColumn.FORM));
    }

    @Test
    void lineNumbersAreThoseOfTheFile() {
        List<ConlluSentence> sentences = all(TWO);
        assertEquals(3, sentences.get(0).lineNumber(0));
        assertEquals(4, sentences.get(0).lineNumber(1));
        assertEquals(8, sentences.get(1).lineNumber(0));
        assertEquals("ConlluSentence[line 8, [Yes]]", sentences.get(1).toString());
    }

    @Test
    void firstColumnIsReadBehindAByteOrderMark() {
        assertEquals(List.of("1"), one("\uFEFF" + token("1", "a", "X")).column(ConlluColumn.ID));
    }

    @Test
    void wrongNumberOfValuesIsAnErrorThatNamesTheSentence() {
        ConlluSentence sentence = one(TWO);
        var error = assertThrows(IllegalArgumentException.class, () -> sentence.withColumn(4, List.of("AUX")));
        assertEquals("1 values for 2 words; give one for each, for the sentence at line 3", error.getMessage());
    }

    @Test
    void valueThatWouldBreakTheFileIsAnErrorThatShowsIt() {
        ConlluSentence sentence = one(token("1", "a", "X"));
        var error = assertThrows(IllegalArgumentException.class, () -> sentence.withColumn(4, List.of("A\tB")));
        assertEquals(
                "the value \"A?B\" is empty or has a tab or a line end in it; write _ for no value",
                error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> sentence.withColumn(4, List.of("")));
        assertThrows(IllegalArgumentException.class, () -> sentence.withColumn(4, List.of("A\n")));
    }

    @Test
    void indicesCannotBeReplaced() {
        ConlluSentence sentence = one(token("1", "a", "X"));
        var error = assertThrows(IllegalArgumentException.class, () -> sentence.withColumn(1, List.of("2")));
        assertEquals("the indices of the words cannot be replaced; name another column", error.getMessage());
    }

    @Test
    void sentencesAreReadAsTheyAreAskedFor() {
        String text = (token("1", "a", "X") + "\n").repeat(2) + "broken\n";
        Iterator<ConlluSentence> sentences =
                ConlluDocument.open(stream(text), "x").iterator();
        assertEquals(List.of("a"), sentences.next().words());
        assertCorpusError(
                "x:5: 1 column instead of 10; separate the columns of CoNLL-U by single tabs", sentences::hasNext);
    }

    @Test
    void endlessInputIsReadInBoundedMemory() {
        byte[] block = Texts.bytes(token("1", "a", "X") + "\n");
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return block[(int) (at++ % block.length)];
            }
        };
        assertEquals(
                10_000, ConlluDocument.open(endless, "x").stream().limit(10_000).count());
    }

    @Test
    void sentencesCanBeHadOnce() {
        ConlluDocument document = ConlluDocument.open(stream(TWO), "x");
        Iterator<ConlluSentence> sentences = document.iterator();
        var error = assertThrows(IllegalStateException.class, document::iterator);
        assertEquals("the sentences were read already; open the document again", error.getMessage());
        sentences.next();
        sentences.next();
        assertFalse(sentences.hasNext());
        assertThrows(NoSuchElementException.class, sentences::next);
    }

    @Test
    void fileWithoutSentencesIsAnError() {
        assertCorpusError("x:2: no sentences; give a file with at least one", () -> all("# a\n\n"));
    }

    @Test
    void sentencesAreEqualByTheirLines() {
        assertEquals(all(TWO), all(TWO));
        assertEquals(all(TWO).hashCode(), all(TWO).hashCode());
        assertTrue(all(TWO).contains(one(TWO)));
    }
}
