package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.model.HmmTagger.Tag;
import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.random.CounterRandom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hidden Markov models against the enumeration of all paths. */
class HmmTest {

    private static final List<String> NAMES = List.of("A", "B", "C", "NEVER");
    private static final List<String> WORDS =
            List.of("walking", "talking", "Bob", "Rob", "red", "bed", "x", "\ud83d\ude00x");
    private static final List<String> NEW_WORDS =
            List.of("king", "Job", "led", "y", "Talking", "wwwwwwwwwwwwwwwwalking");
    private static final int CASES = 60;

    private static final Source<HmmTagger<Tag>> FIRST =
            Source.hmm("First", Tag.class, "@Hmm(order = 1, suffix = 3, rare = 4)");
    private static final Source<HmmTagger<Tag>> SECOND = Source.hmm("Second", Tag.class, "@Hmm(suffix = 3, rare = 4)");
    private static final Source<HmmTagger<String>> FIRST_LEARNED =
            Source.hmm("FirstLearned", String.class, "@Hmm(order = 1, suffix = 3, rare = 4)");
    private static final Source<HmmTagger<String>> SECOND_LEARNED =
            Source.hmm("SecondLearned", String.class, "@Hmm(order = 2, suffix = 3, rare = 4)");

    enum Order {
        ONE(1, FIRST, FIRST_LEARNED),
        TWO(2, SECOND, SECOND_LEARNED);

        private final int number;
        private final Source<HmmTagger<Tag>> constants;
        private final Source<HmmTagger<String>> learned;

        Order(int number, Source<HmmTagger<Tag>> constants, Source<HmmTagger<String>> learned) {
            this.number = number;
            this.constants = constants;
            this.learned = learned;
        }
    }

    @TempDir
    private static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, FIRST, SECOND, FIRST_LEARNED, SECOND_LEARNED);
    }

    private static HmmTagger<Tag> fit(Order order, List<Example<Tag>> examples) {
        return compiled.model(order.constants, Twin.SCALAR).<Tag>hmmTrainer().fit(examples);
    }

    private static HmmTagger<String> fitLearned(Order order, List<Example<String>> examples) {
        return compiled.model(order.learned, Twin.SCALAR).<String>hmmTrainer().fit(examples);
    }

    /** Sentences of 1 to 5 words, their tags not quite at random. */
    private static List<Example<String>> examples(int seed) {
        List<Example<String>> examples = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long key = CounterRandom.key(seed, 1, i);
            List<String> words = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            for (int word = 0; word <= CounterRandom.below(key, 0, 5); word++) {
                int id = CounterRandom.below(key, 2 * word + 1, WORDS.size());
                words.add(WORDS.get(id));
                tags.add(NAMES.get((id + CounterRandom.below(key, 2 * word + 2, 2)) % 3));
            }
            examples.add(Example.of(words, tags));
        }
        return examples;
    }

    private static List<String> sentence(int seed) {
        long key = CounterRandom.key(seed, 2, 0);
        List<String> words = new ArrayList<>();
        for (int word = 0; word <= CounterRandom.below(key, 0, 5); word++) {
            List<String> from = CounterRandom.below(key, 2 * word + 1, 2) == 0 ? WORDS : NEW_WORDS;
            words.add(from.get(CounterRandom.below(key, 2 * word + 2, from.size())));
        }
        return words;
    }

    private static List<Example<Tag>> constants(List<Example<String>> examples) {
        return examples.stream()
                .map(example -> Example.of(
                        example.words(),
                        example.tags().stream().map(Tag::valueOf).toList()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void pathsAndPosteriorsAreThoseOfTheEnumeration(Order order) {
        for (int seed = 0; seed < CASES; seed++) {
            List<Example<String>> examples = examples(seed);
            List<String> words = sentence(seed);
            boolean known =
                    examples.stream().anyMatch(example -> example.words().containsAll(words));
            HmmTagger<Tag> model = fit(order, constants(examples));
            HmmReference reference = new HmmReference(examples, order.number, 3, 4, NAMES);
            assertEnumerated(reference, model, words, "seed " + seed + (known ? ", known" : ""));
        }
    }

    private static void assertEnumerated(
            HmmReference reference, HmmTagger<Tag> model, List<String> words, String message) {
        double best = 0;
        double sum = 0;
        double[][] posteriors = new double[words.size()][NAMES.size()];
        for (List<String> path : reference.paths(words.size())) {
            double weight = reference.weight(words, path);
            best = Math.max(best, weight);
            sum += weight;
            for (int i = 0; i < path.size(); i++) {
                posteriors[i][NAMES.indexOf(path.get(i))] += weight;
            }
        }
        List<Tag> tags = model.tag(words);
        double found = reference.weight(words, tags.stream().map(Tag::name).toList());
        assertEquals(1, found / best, 1e-12, message);
        Tagging<Tag> tagging = model.tagAll(List.of(words)).get(0);
        assertEquals(tags, tagging.tags());
        assertEquals(Math.log(best / sum), tagging.score(), 1e-11, message);
        float[][] scores = model.scores(words);
        for (int i = 0; i < posteriors.length; i++) {
            assertEquals(
                    posteriors[i][tags.get(i).ordinal()] / sum,
                    tagging.confidences().get(i),
                    1e-7,
                    message);
            for (int tag = 0; tag < posteriors[i].length; tag++) {
                double expected = Math.log(posteriors[i][tag] / sum);
                assertEquals(expected, scores[i][tag], 1e-6 * Math.max(1, Math.abs(expected)), message);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void learnedTagsGiveTheSameAsAnEnum(Order order) {
        for (int seed = 0; seed < CASES; seed++) {
            List<Example<String>> examples = examples(seed);
            List<List<String>> sentences = List.of(sentence(seed), sentence(seed + CASES));
            List<Tagging<Tag>> constants = fit(order, constants(examples)).tagAll(sentences);
            List<Tagging<String>> learned = fitLearned(order, examples).tagAll(sentences);
            for (int i = 0; i < constants.size(); i++) {
                assertEquals(constants.get(i).score(), learned.get(i).score(), 1e-11);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void longSentencesStayInRange(Order order) {
        HmmTagger<Tag> model = fit(order, constants(examples(1)));
        List<String> words = new ArrayList<>(Collections.nCopies(2000, "king"));
        words.addAll(Collections.nCopies(2000, "walking"));
        Tagging<Tag> tagging = model.tagAll(List.of(words)).get(0);
        assertTrue(Double.isFinite(tagging.score()));
        for (float[] row : model.scores(words)) {
            double sum = 0;
            for (float score : row) {
                sum += Math.exp(score);
            }
            assertEquals(1, sum, 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptySentencesHaveEmptyResults(Order order) {
        HmmTagger<Tag> model = fit(order, constants(examples(1)));
        assertEquals(List.of(), model.tag(List.of()));
        assertEquals(List.of(new Tagging<Tag>(List.of(), List.of(), 0)), model.tagAll(List.of(List.of())));
        assertEquals(0, model.scores(List.of()).length);
    }

    @ParameterizedTest
    @EnumSource
    void aFileGivesTheSameModel(Order order, @TempDir Path folder) {
        Model<HmmTagger<String>> type = compiled.model(order.learned, Twin.SCALAR);
        HmmTagger<String> model = type.<String>hmmTrainer().fit(examples(3));
        Path file = folder.resolve("hmm.safetensors");
        type.save(model, file);
        HmmTagger<String> loaded = type.load(file);
        for (int seed = 0; seed < CASES; seed++) {
            List<List<String>> sentences = List.of(sentence(seed));
            assertEquals(model.tagAll(sentences), loaded.tagAll(sentences));
        }
    }

    @Test
    void scoresGoIntoTheCallersRows() {
        HmmTagger<Tag> model = fit(Order.TWO, constants(examples(1)));
        List<String> words = List.of("Bob", "king");
        float[][] into = new float[3][5];
        model.scores(words, into);
        float[][] scores = model.scores(words);
        assertArrayEquals(scores[1], Arrays.copyOf(into[1], 4));
        assertEquals(0, into[1][4]);
        assertThrows(IllegalArgumentException.class, () -> model.scores(words, new float[1][4]));
    }

    @Test
    void trainingNeedsExamplesOfWords() {
        var trainer = compiled.model(SECOND_LEARNED, Twin.SCALAR).<String>hmmTrainer();
        var none = assertThrows(IllegalArgumentException.class, () -> trainer.fit(List.of()));
        assertEquals("there are no training examples: give at least one", none.getMessage());
        List<Example<String>> vectors = List.of(Example.of(new float[][] {{1}}, List.of("A")));
        assertThrows(IllegalStateException.class, () -> trainer.fit(vectors));
        assertFalse(trainer.fit(List.of(Example.of(List.of("a"), List.of("A"))))
                .tag(List.of("b"))
                .isEmpty());
    }
}
