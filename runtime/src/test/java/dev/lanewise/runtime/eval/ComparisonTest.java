package dev.lanewise.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.random.CounterRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final int SENTENCES = 200;

    private static final List<Example<String>> GOLD =
            Collections.nCopies(SENTENCES, Example.of(List.of("a", "b", "c", "d"), List.of("B-X", "I-X", "O", "B-Y")));

    /** Predictions that are wrong at random: the whole sentence outside. */
    private static List<List<String>> wrong(double part, int seed) {
        List<List<String>> predicted = new ArrayList<>();
        for (int i = 0; i < SENTENCES; i++) {
            boolean bad = CounterRandom.uniform(seed, 0, 0, i) < part;
            predicted.add(bad ? List.of("O", "O", "O", "B-Y") : GOLD.get(i).tags());
        }
        return predicted;
    }

    @Test
    void fewDiscordantItemsAreTestedExactly() {
        McNemar test = McNemar.of(1, 7);
        assertTrue(test.exact());
        assertEquals(2 * (1 + 8) / 256.0, test.p());
        assertEquals(1, McNemar.of(0, 0).p());
        assertEquals(1, McNemar.of(4, 4).p());
        assertEquals(2 / 1024.0, McNemar.of(10, 0).p());
        assertEquals(test.p(), McNemar.of(7, 1).p());
    }

    /** The approval ratings, 86 against 150, of A. Agresti's "Categorical Data Analysis". */
    @Test
    void manyDiscordantItemsAreTestedByChiSquared() {
        McNemar test = McNemar.of(86, 150);
        assertFalse(test.exact());
        assertEquals(63 * 63 / 236.0, test.statistic(), 1e-12);
        assertEquals(4.114562e-05, test.p(), 1e-10); // by C's erfc
        assertEquals(1, McNemar.of(20, 20).p());
        assertEquals(1, McNemar.of(20, 21).p());
    }

    @Test
    void tailsOfTheNormalDistributionAreExact() {
        assertEquals(1, NormalTail.complementaryError(0));
        assertEquals(0.4795001221869535, NormalTail.complementaryError(0.5), 1e-15);
        assertEquals(0.15729920705028513, NormalTail.complementaryError(1), 1e-15);
        assertEquals(0.004677734981047266, NormalTail.complementaryError(2), 1e-17);
        assertEquals(2.209049699858544e-05, NormalTail.complementaryError(3), 1e-19);
        assertEquals(1.5374597944280349e-12, NormalTail.complementaryError(5), 1e-25);
        assertEquals(NormalTail.complementaryError(Math.nextDown(2.0)), NormalTail.complementaryError(2.0), 1e-15);
    }

    @Test
    void negativeCountsAreAnError() {
        var error = assertThrows(IllegalArgumentException.class, () -> McNemar.of(3, -1));
        assertEquals("there are no -1 items; give counts from 0", error.getMessage());
    }

    @Test
    void aBetterModelIsToldFromAWorseOne() {
        Comparison comparison = Comparison.ofTags(GOLD, wrong(0.05, 1), wrong(0.25, 2), 1);
        assertTrue(comparison.interval().excludesZero());
        assertTrue(comparison.interval().low() > 0);
        assertEquals(
                comparison.first() - comparison.second(), comparison.interval().difference());
        assertTrue(comparison.interval().low() < comparison.interval().difference());
        assertTrue(comparison.interval().difference() < comparison.interval().high());
        assertTrue(comparison.test().p() < 1e-6);
        assertTrue(comparison.report().endsWith("The first is better.\n"));
        Comparison spans = Comparison.ofSpans(GOLD, wrong(0.25, 2), wrong(0.05, 1), 1);
        assertTrue(spans.interval().high() < 0);
        assertTrue(spans.report().endsWith("The second is better.\n"));
        assertTrue(spans.test().p() < 1e-6);
    }

    @Test
    void equallyGoodModelsAreNot() {
        Comparison comparison = Comparison.ofTags(GOLD, wrong(0.1, 1), wrong(0.1, 2), 1);
        assertFalse(comparison.interval().excludesZero());
        assertTrue(comparison.test().p() > 0.01);
        assertFalse(Comparison.ofSpans(GOLD, wrong(0.1, 1), wrong(0.1, 2), 1)
                .interval()
                .excludesZero());
    }

    /** With one kind of difference the bootstrap's interval is the binomial's: half width 1.96 standard deviations. */
    @Test
    void intervalHasTheWidthOfTheBinomial() {
        List<List<String>> worse = wrong(0.25, 3);
        Comparison comparison = Comparison.ofTags(GOLD, wrong(0, 1), worse, 1);
        double part = 2 * comparison.interval().difference(); // two words of four are wrong in a bad sentence
        double deviation = Math.sqrt(part * (1 - part) / SENTENCES) / 2;
        assertEquals(
                comparison.interval().difference() - 1.96 * deviation,
                comparison.interval().low(),
                0.2 * deviation);
        assertEquals(
                comparison.interval().difference() + 1.96 * deviation,
                comparison.interval().high(),
                0.2 * deviation);
    }

    @Test
    void spanF1IsThatOfTheEvaluation() {
        List<List<String>> first = wrong(0.3, 4);
        Comparison comparison = Comparison.ofSpans(GOLD, first, wrong(0.2, 5), 1);
        assertEquals(SpanEvaluation.of(GOLD, first).overall().f1(), comparison.first());
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        int[][] counts = new int[SENTENCES][];
        for (int i = 0; i < SENTENCES; i++) {
            int words = 10 + i % 23;
            counts[i] = new int[] {words - i % 3, words, words - i % 5, words};
        }
        Interval interval = Bootstrap.interval(counts, 7);
        assertEquals(interval, Bootstrap.interval(counts, 7));
        assertNotEquals(interval, Bootstrap.interval(counts, 8));
        assertEquals(interval.low(), Bootstrap.interval(counts, 8).low(), 1e-3);
    }

    @Test
    void reportShowsEverything() {
        List<Example<String>> gold = List.of(Example.of(List.of("a", "b"), List.of("X", "Y")));
        Comparison comparison = Comparison.ofTags(gold, List.of(List.of("X", "Y")), List.of(List.of("X", "X")), 1);
        assertEquals("""
            accuracy: first 100.00 %, second 50.00 %, difference +50.00 [+50.00, +50.00] (95 % of 10,000 resamples)
            McNemar: only the first right 1, only the second right 0, exact, p = 1.00
            The first is better.
            """, comparison.report());
        assertEquals(
                0,
                Comparison.ofTags(List.<Example<String>>of(), List.of(), List.of(), 1)
                        .first());
    }
}
