package dev.lanewise.runtime.hmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.model.TagSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tables of a hidden Markov model, worked out by hand. */
class HmmTablesTest {

    private static final double TOLERANCE = 1e-15;

    /** Tags A (0), B (1), the boundary 2: twice A B, once A. */
    private static final List<Example<String>> EXAMPLES = List.of(
            Example.of(List.of("xing", "Bob"), List.of("A", "B")),
            Example.of(List.of("xing", "bed"), List.of("A", "B")),
            Example.of(List.of("ring"), List.of("A")));

    private static HmmCounts counts(int order) {
        TagSet<String> tags = TagSet.learned()
                .learn(() -> EXAMPLES.stream().map(Example::tags).iterator());
        return HmmCounts.of(EXAMPLES, tags, order);
    }

    /** f(2, 0) = 3, f(0, 1) = 2, f(0, 2) = 1, f(1, 2) = 2; unigrams 3, 2, 3 of 8. All but f(0, 2) vote for bigrams. */
    @Test
    void bigramsAreMixedWithUnigrams() {
        NGrams ngrams = new NGrams(counts(1).transitions(), 1, 3);
        double[] weights = ngrams.weights();
        assertArrayEquals(new double[] {2 / 10.0, 8 / 10.0}, weights, TOLERANCE);
        Transitions transitions = Transitions.of(counts(1), 1);
        double[] rows = transitions.rows();
        int afterA = transitions.contexts()[0];
        assertEquals(0.2 * 3 / 8, rows[afterA], TOLERANCE);
        assertEquals(0.2 * 2 / 8 + 0.8 * 2 / 3, rows[afterA + 1], TOLERANCE);
        assertEquals(0.2 * 3 / 8 + 0.8 * 1 / 3, rows[afterA + 2], TOLERANCE);
        assertEquals(3, transitions.width());
    }

    /** f(2, 2, 0) = 3, f(2, 0, 1) = 2, f(2, 0, 2) = 1, f(0, 1, 2) = 2. Bigrams and trigrams are equal: the shorter win. */
    @Test
    void unseenContextsShareTheRowOfTheirLastTag() {
        Transitions transitions = Transitions.of(counts(2), 2);
        double[] weights = new NGrams(counts(2).transitions(), 2, 3).weights();
        assertArrayEquals(new double[] {2 / 11.0, 8 / 11.0, 1 / 11.0}, weights, TOLERANCE);
        double[] rows = transitions.rows();
        int seen = transitions.contexts()[2 * 3];
        int unseen = transitions.contexts()[3];
        double bigram = weights[0] * 2 / 8 + weights[1] * 2 / 3;
        assertEquals(bigram + weights[2] * 2 / 3, rows[seen + 1], TOLERANCE);
        assertEquals(bigram, rows[unseen + 1], TOLERANCE);
        assertEquals(transitions.contexts()[0], unseen);
    }

    @Test
    void knownWordsHaveTheTagsOfTheTrainingData() {
        Candidates candidates = new Lexicon(counts(1), 10, 10).of("xing");
        assertArrayEquals(new int[] {0}, candidates.tags());
        assertArrayEquals(new double[] {2 / 3.0}, candidates.weights(), TOLERANCE);
    }

    /** Of the words in lower case, A has 3 and B 1; of those that end in g, A has 3. */
    @Test
    void unknownWordsAreJudgedByTheirEndings() {
        double mean = 0.5;
        double theta = Math.sqrt((0.6 - mean) * (0.6 - mean) + (0.4 - mean) * (0.4 - mean));
        double none = (3 / 4.0 + theta * 0.6) / (1 + theta);
        double g = (1 + theta * none) / (1 + theta);
        double ng = (1 + theta * g) / (1 + theta);
        Lexicon two = new Lexicon(counts(1), 2, 10);
        assertArrayEquals(new int[] {0, 1}, two.of("king").tags());
        assertEquals(ng / 0.6, two.of("king").weights()[0], TOLERANCE);
        assertEquals((1 - ng) / 0.4, two.of("king").weights()[1], TOLERANCE);
        assertEquals(g / 0.6, two.of("bag").weights()[0], TOLERANCE);
        assertEquals(none / 0.6, two.of("y").weights()[0], TOLERANCE);
        double capitalised = theta * 0.6 / (1 + theta);
        assertEquals(capitalised / 0.6, two.of("King").weights()[0], TOLERANCE);
    }

    @Test
    void endingsOfFrequentWordsDoNotCount() {
        double theta = Math.sqrt(0.02);
        double none = (1 / 2.0 + theta * 0.6) / (1 + theta);
        double g = (1 + theta * none) / (1 + theta);
        assertEquals(g / 0.6, new Lexicon(counts(1), 1, 1).of("king").weights()[0], TOLERANCE);
    }

    @Test
    void scalingLosesNothing() {
        double[] values = {0, 3e-200, 1e-210, 7};
        int exponent = Scaling.normalise(values, 0, 3);
        assertEquals(3e-200, Math.scalb(values[1], exponent));
        assertEquals(1e-210, Math.scalb(values[2], exponent));
        assertEquals(1, Math.floor(values[1]));
        assertEquals(7, values[3]);
        assertEquals(Math.log(3e-200), Scaling.log(values[1], exponent), 1e-12);
    }

    @Test
    void tooManyTagsAreAnError() {
        List<String> names = IntStream.range(0, 2049).mapToObj(i -> "T" + i).toList();
        List<Example<String>> examples = List.of(Example.of(Collections.nCopies(names.size(), "w"), names));
        TagSet<String> tags = TagSet.learned().learn(List.of(names));
        var error = assertThrows(IllegalArgumentException.class, () -> HmmCounts.of(examples, tags, 1));
        assertEquals("there are 2049 tags, but an @Hmm can have from 1 to 2048; use fewer", error.getMessage());
    }
}
