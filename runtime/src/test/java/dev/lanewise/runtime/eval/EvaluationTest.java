package dev.lanewise.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.TokenSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final List<Example<String>> GOLD = List.of(
            Example.of(List.of("The", "dog", "ate", "it"), List.of("DET", "NOUN", "VERB", "PRON")),
            Example.of(List.of("A", "cat"), List.of("DET", "NOUN")));

    private static final Evaluation EVALUATION = Evaluation.of(
            GOLD,
            List.of(List.of("DET", "NOUN", "NOUN", "DET"), List.of("DET", "PROPN")),
            Set.of("The", "A", "ate", "it")::contains);

    private enum Tag {
        A,
        B
    }

    @Test
    void countsWordsAndHits() {
        assertEquals(2, EVALUATION.sentences());
        assertEquals(6, EVALUATION.tokens());
        assertEquals(3, EVALUATION.correct());
        assertEquals(0.5, EVALUATION.accuracy());
    }

    @Test
    void countsUnknownWordsApart() {
        assertEquals(2, EVALUATION.unknownTokens());
        assertEquals(1, EVALUATION.unknownCorrect());
        assertEquals(0.5, EVALUATION.unknownAccuracy());
        assertEquals(4, EVALUATION.knownTokens());
        assertEquals(2, EVALUATION.knownCorrect());
        assertEquals(0.5, EVALUATION.knownAccuracy());
    }

    @Test
    void scoresEveryTagMostFrequentFirst() {
        assertEquals(
                List.of(
                        new TagScore("DET", 2, 3, 2),
                        new TagScore("NOUN", 2, 2, 1),
                        new TagScore("PRON", 1, 0, 0),
                        new TagScore("VERB", 1, 0, 0),
                        new TagScore("PROPN", 0, 1, 0)),
                EVALUATION.tags());
        TagScore det = EVALUATION.tag("DET").orElseThrow();
        assertEquals(2 / 3.0, det.precision());
        assertEquals(1.0, det.recall());
        assertEquals(0.8, det.f1());
        assertEquals(Optional.empty(), EVALUATION.tag("ADJ"));
    }

    @Test
    void listsMistakesMostFrequentFirst() {
        assertEquals(
                List.of(
                        new Confusion("NOUN", "PROPN", 1),
                        new Confusion("PRON", "DET", 1),
                        new Confusion("VERB", "NOUN", 1)),
                EVALUATION.confusions());
        Evaluation twice = Evaluation.of(
                List.of(Example.of(List.of("a", "b", "c"), List.of("X", "Y", "Y"))),
                List.of(List.of("Y", "X", "X")),
                word -> true);
        assertEquals(List.of(new Confusion("Y", "X", 2), new Confusion("X", "Y", 1)), twice.confusions());
    }

    @Test
    void measuresWithoutWordsAreZero() {
        Evaluation nothing = Evaluation.of(List.<Example<String>>of(), List.of(), word -> true);
        assertEquals(0, nothing.accuracy());
        assertEquals(0, nothing.unknownAccuracy());
        TagScore never = new TagScore("X", 0, 0, 0);
        assertEquals(0, never.precision());
        assertEquals(0, never.recall());
        assertEquals(0, never.f1());
    }

    @Test
    void tableShowsEverythingAligned() {
        assertEquals("""
            sentences      2
            words          6
              correct      3  50.00 %
            known words    4
              correct      2  50.00 %
            unknown words  2
              correct      1  50.00 %

            tag    precision    recall       F1  support
            DET      66.67 %  100.00 %  80.00 %        2
            NOUN     50.00 %   50.00 %  50.00 %        2
            PRON           -    0.00 %   0.00 %        1
            VERB           -    0.00 %   0.00 %        1
            PROPN     0.00 %         -   0.00 %        0

            gold  predicted  count
            NOUN  PROPN          1
            PRON  DET            1
            VERB  NOUN           1
            """, EVALUATION.table());
        assertEquals(EVALUATION.table(), EVALUATION.toString());
    }

    @Test
    void tableOfAFlawlessModelHasNoMistakes() {
        Evaluation flawless = Evaluation.of(
                List.of(Example.of(Collections.nCopies(1234, "a"), Collections.nCopies(1234, "X"))),
                List.of(Collections.nCopies(1234, "X")),
                word -> true);
        assertEquals("""
            sentences          1
            words          1,234
              correct      1,234  100.00 %
            known words    1,234
              correct      1,234  100.00 %
            unknown words      0
              correct          0         -

            tag  precision    recall        F1  support
            X     100.00 %  100.00 %  100.00 %    1,234
            """, flawless.table());
    }

    @Test
    void tableShowsTheTenMostFrequentMistakes() {
        List<String> gold = new ArrayList<>();
        for (int tag = 0; tag < 12; tag++) {
            gold.addAll(Collections.nCopies(tag + 1, "T" + tag));
        }
        Evaluation evaluation = Evaluation.of(
                List.of(Example.of(gold, gold)), List.of(Collections.nCopies(gold.size(), "X")), word -> true);
        assertEquals(12, evaluation.confusions().size());
        List<String> lines = evaluation.table().lines().toList();
        assertEquals("T2    X              3", lines.get(lines.size() - 1));
    }

    @Test
    void tagsMayBeEnumsAndSequencesVectors() {
        Evaluation evaluation = Evaluation.of(
                List.of(Example.of(new float[][] {{1}, {2}}, List.of(Tag.A, Tag.B))),
                List.of(List.of(Tag.A, Tag.A)),
                word -> false);
        assertEquals(0.5, evaluation.accuracy());
        assertEquals(0, evaluation.unknownTokens());
        assertEquals(List.of(new Confusion("B", "A", 1)), evaluation.confusions());
    }

    @Test
    void tokensAreKnownOrUnknownByTheirWord() {
        Sequence tokens = new TokenSequence(
                List.of("a/N", "b/N"), List.of("form", "pos"), List.of(List.of("a", "b"), List.of("N", "N")));
        Evaluation evaluation =
                Evaluation.of(List.of(Example.of(tokens, List.of("X", "Y"))), List.of(List.of("X", "Y")), "a"::equals);
        assertEquals(1, evaluation.unknownTokens());
        assertEquals(1, evaluation.unknownCorrect());
    }

    @Test
    void otherNumberOfSentencesIsAnError() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> Evaluation.of(GOLD, List.of(List.of("X")), word -> true));
        assertEquals("2 sentences, but predictions for 1; give one list of tags for each sentence", error.getMessage());
    }

    @Test
    void otherNumberOfTagsIsAnErrorThatNamesTheSentence() {
        List<List<String>> predicted = List.of(List.of("X", "X", "X", "X"), List.of("X"));
        var error = assertThrows(IllegalArgumentException.class, () -> Evaluation.of(GOLD, predicted, word -> true));
        assertEquals(
                "sentence 1 (counted from 0) has 2 words, but predictions for 1; give one tag for each word",
                error.getMessage());
    }
}
