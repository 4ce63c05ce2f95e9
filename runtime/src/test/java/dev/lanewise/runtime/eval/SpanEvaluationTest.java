package dev.lanewise.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.spans.Conlleval;
import dev.lanewise.runtime.spans.SpanScheme;
import dev.lanewise.runtime.spans.Spans;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpanEvaluationTest {

    private record Pair(List<String> gold, List<String> predicted) {}

    private static Example<String> example(List<String> tags) {
        return Example.of(Collections.nCopies(tags.size(), "w"), tags);
    }

    private static SpanEvaluation evaluate(List<Pair> sentences) {
        return SpanEvaluation.of(
                sentences.stream().map(pair -> example(pair.gold)).toList(),
                sentences.stream().map(Pair::predicted).toList());
    }

    private static SpanScore score(String gold, String predicted) {
        return evaluate(List.of(new Pair(List.of(gold.split(" ")), List.of(predicted.split(" ")))))
                .overall();
    }

    /** Expected numbers worked out by hand: right, found, both. */
    @Test
    void everyOddityIsCountedAsByHand() {
        assertEquals(new SpanScore("", 1, 1, 1), score("B-X I-X O", "I-X I-X O")); // a stray start is a start
        assertEquals(new SpanScore("", 1, 1, 1), score("O I-X", "O B-X"));
        assertEquals(new SpanScore("", 2, 1, 0), score("B-X B-X", "B-X I-X")); // two against one
        assertEquals(new SpanScore("", 2, 1, 0), score("I-X B-X", "I-X I-X"));
        assertEquals(new SpanScore("", 1, 2, 0), score("B-X I-X", "B-X I-Y")); // a change of type is an end and a start
        assertEquals(new SpanScore("", 2, 2, 2), score("B-X I-Y", "I-X B-Y"));
        assertEquals(new SpanScore("", 1, 1, 0), score("B-X I-X O", "B-X I-X I-X")); // same start, longer
        assertEquals(new SpanScore("", 1, 1, 0), score("O B-X I-X", "B-X I-X I-X")); // same end, longer
        assertEquals(new SpanScore("", 1, 1, 0), score("B-X I-X", "B-Y I-Y")); // same words, other type
        assertEquals(new SpanScore("", 1, 2, 0), score("B-X I-X I-X", "B-X O I-X")); // a hole
        assertEquals(new SpanScore("", 2, 2, 2), score("B-X E-X S-X", "B-X I-X B-X")); // BIOES against IOB2
        assertEquals(new SpanScore("", 0, 1, 0), score("O O", "O I-X"));
        assertEquals(new SpanScore("", 1, 0, 0), score("O B-X", "O O"));
        assertEquals(new SpanScore("", 1, 1, 1), score("B I", "B I"));
    }

    @Test
    void spansEndWithTheSentence() {
        SpanEvaluation evaluation = evaluate(List.of(
                new Pair(List.of("B-X", "I-X"), List.of("B-X", "I-X")), new Pair(List.of("I-X"), List.of("I-X"))));
        assertEquals(new SpanScore("", 2, 2, 2), evaluation.overall());
    }

    /** Printed by a Perl transcription of the script for these columns. */
    @Test
    void reportIsConllevalsText() {
        SpanEvaluation evaluation = evaluate(List.of(
                new Pair(List.of("B-PER", "I-PER", "O"), List.of("B-PER", "I-PER", "O")),
                new Pair(List.of("I-LOC", "I-LOC", "B-LOC"), List.of("B-LOC", "I-LOC", "I-LOC"))));
        assertEquals("""
            processed 6 tokens with 3 phrases; found: 2 phrases; correct: 1.
            accuracy:  66.67%; precision:  50.00%; recall:  33.33%; FB1:  40.00
                          LOC: precision:   0.00%; recall:   0.00%; FB1:   0.00  1
                          PER: precision: 100.00%; recall: 100.00%; FB1: 100.00  1
            """, evaluation.report());
        assertEquals(0.4, evaluation.overall().f1());
        assertEquals(0.5, evaluation.overall().precision());
        assertEquals(1 / 3.0, evaluation.overall().recall());
        assertEquals(4 / 6.0, evaluation.accuracy());
        assertEquals(new SpanScore("PER", 1, 1, 1), evaluation.type("PER").orElseThrow());
    }

    @Test
    void reportRoundsTiesAsTheScriptDoes() {
        List<String> gold = Collections.nCopies(32, "B-X");
        List<String> predicted = new java.util.ArrayList<>(Collections.nCopies(32, "B-Y"));
        predicted.set(0, "B-X");
        String[] lines = evaluate(List.of(new Pair(gold, predicted))).report().split("\n");
        assertEquals("accuracy:   3.12%; precision:   3.12%; recall:   3.12%; FB1:   3.12", lines[1]); // 3.125
    }

    @Test
    void nothingGivesZeros() {
        SpanEvaluation nothing = SpanEvaluation.of(List.<Example<String>>of(), List.of());
        assertEquals(0, nothing.overall().f1());
        assertEquals(0, nothing.accuracy());
        assertEquals("processed 0 tokens with 0 phrases; found: 0 phrases; correct: 0.\n", nothing.report());
    }

    @Test
    void badTagsAreAnErrorThatNamesSentenceAndWord() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> evaluate(List.of(
                        new Pair(List.of("O"), List.of("O")), new Pair(List.of("O", "O"), List.of("O", "NOUN")))));
        assertEquals(
                "sentence 1: word 1 (counted from 0) has the tag NOUN, which is no span tag; they are O, and B, I, E or S"
                        + " with a type: B-PER, or B_PER in an enum",
                error.getMessage());
    }

    @Provide
    Arbitrary<List<Pair>> iob() {
        return corpora("O", "B-X", "I-X", "B-Y", "I-Y", "B", "I");
    }

    @Provide
    Arbitrary<List<Pair>> ioe() {
        return corpora("O", "E-X", "I-X", "E-Y", "I-Y");
    }

    private static Arbitrary<List<Pair>> corpora(String... tags) {
        Arbitrary<Pair> pairs = Arbitraries.integers().between(1, 12).flatMap(length -> {
            Arbitrary<List<String>> sentence = Arbitraries.of(tags).list().ofSize(length);
            return Combinators.combine(sentence, sentence).as(Pair::new);
        });
        return pairs.list().ofMaxSize(4);
    }

    @Property(tries = 3000)
    void countsAreConllevalsOnInsidesAndBeginnings(@ForAll("iob") List<Pair> sentences) {
        assertCountsAreConllevals(sentences);
    }

    @Property
    void countsAreConllevalsOnInsidesAndEnds(@ForAll("ioe") List<Pair> sentences) {
        assertCountsAreConllevals(sentences);
    }

    private static void assertCountsAreConllevals(List<Pair> sentences) {
        Conlleval script = new Conlleval();
        sentences.forEach(pair -> script.sentence(pair.gold, pair.predicted));
        SpanEvaluation evaluation = evaluate(sentences);
        assertEquals(script.tokens, evaluation.tokens());
        assertEquals(script.correctTags, evaluation.correctTokens());
        assertEquals(
                script.types.entrySet().stream()
                        .map(type -> new SpanScore(
                                type.getKey(), type.getValue()[0], type.getValue()[1], type.getValue()[2]))
                        .toList(),
                evaluation.types());
    }

    /** Repairing strays, and going over to another scheme, changes no score. */
    @Property
    void scoresDoNotDependOnTheScheme(@ForAll("iob") List<Pair> sentences) {
        SpanEvaluation before = evaluate(sentences);
        for (SpanScheme scheme : List.of(SpanScheme.IOB1, SpanScheme.IOB2, SpanScheme.BIOES)) {
            SpanEvaluation after = evaluate(sentences.stream()
                    .map(pair -> new Pair(rewrite(pair.gold, scheme), rewrite(pair.predicted, scheme)))
                    .toList());
            assertEquals(before.types(), after.types());
        }
    }

    private static List<String> rewrite(List<String> tags, SpanScheme scheme) {
        List<String> written = scheme.write(Spans.of(tags), tags.size());
        scheme.check(written);
        assertEquals(Spans.of(tags), scheme.read(written));
        return written;
    }
}
