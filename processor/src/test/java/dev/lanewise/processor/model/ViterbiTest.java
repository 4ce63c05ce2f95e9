package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.testing.CrfReference;
import dev.lanewise.runtime.train.AdamW;
import dev.lanewise.runtime.train.Every;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taggers that decode by the counts of the training tags are compared with every tagging written out. */
final class ViterbiTest {

    private static final String LAYERS = "@Embedding(dim = 4) @Lstm(hidden = 5) @Linear";
    private static final Source<ResultTagger<String>> GREEDY = Source.results("Greedy", LAYERS);
    private static final Source<ResultTagger<String>> COUNTING =
            Source.results("Counting", LAYERS + "(decoder = Decoder.VITERBI, name = \"tags\")");

    private static final List<String> COUNTS =
            List.of("tags.start_counts", "tags.end_counts", "tags.transition_counts");
    private static final List<Example<String>> EXAMPLES = List.of(
            Example.of(List.of("a", "b", "c"), List.of("X", "Y", "Y")),
            Example.of(List.of("c"), List.of("Y")),
            Example.of(List.of("b", "a"), List.of("X", "Z")));

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, GREEDY, COUNTING);
    }

    private static Trainer<String, ResultTagger<String>> trainer(Source<ResultTagger<String>> source) {
        return compiled.model(source, Twin.VECTOR)
                .<String>trainer()
                .initializer(Initializer.uniform(3))
                .optimizer(AdamW.learningRate(0.01f))
                .averageWeights(0.5f)
                .batchSize(2);
    }

    private static SafeTensors saved(ResultTagger<String> tagger, String name) {
        Path file = directory.resolve(name + ".safetensors");
        compiled.model(COUNTING, Twin.VECTOR).save(tagger, file);
        return SafeTensors.read(file);
    }

    @Test
    void theFileHoldsTheCountsOfTheTrainingTags() {
        SafeTensors file = saved(trainer(COUNTING).epochs(3).fit(EXAMPLES), "counts");
        assertArrayEquals(new float[] {2, 1, 0}, file.tensor(COUNTS.get(0)).values());
        assertArrayEquals(new float[] {0, 2, 1}, file.tensor(COUNTS.get(1)).values());
        assertArrayEquals(
                new float[] {0, 1, 1, 0, 1, 0, 0, 0, 0},
                file.tensor(COUNTS.get(2)).values());
        assertEquals(List.of(3, 3), file.tensor(COUNTS.get(2)).shape());
    }

    @Test
    void aLoadedModelTagsAsTheSavedOne() {
        ResultTagger<String> tagger = trainer(COUNTING).epochs(3).fit(EXAMPLES);
        Path file = directory.resolve("loaded.safetensors");
        compiled.model(COUNTING, Twin.VECTOR).save(tagger, file);
        ResultTagger<String> loaded = compiled.model(COUNTING, Twin.VECTOR).load(file);
        List<String> words = List.of("a", "b", "never", "c");
        assertEquals(tagger.tag(words), loaded.tag(words));
        assertEquals(tagger.nBest(words, 5), loaded.nBest(words, 5));
    }

    @Test
    void trainingIsThatOfTheGreedyDecoder() {
        List<String> words = List.of("a", "b", "never", "c");
        ResultTagger<String> greedy = trainer(GREEDY).epochs(3).fit(EXAMPLES);
        ResultTagger<String> counting = trainer(COUNTING).epochs(3).fit(EXAMPLES);
        assertArrayEquals(greedy.scores(words), counting.scores(words));
    }

    @Test
    void countsHaveNoGradient() {
        Session<String, ResultTagger<String>> session = trainer(COUNTING).session(EXAMPLES);
        session.forward(EXAMPLES.get(0).words());
        session.loss(EXAMPLES.get(0).tags());
        session.backward();
        session.step();
        assertArrayEquals(new float[3], session.gradient(COUNTS.get(0)));
        assertArrayEquals(new float[] {2, 1, 0}, session.parameter(COUNTS.get(0)));
    }

    @Test
    void aTrainingThatGoesOnEndsWithTheSameBits() {
        SafeTensors whole = saved(trainer(COUNTING).epochs(4).fit(EXAMPLES), "whole");
        Path folder = directory.resolve("checkpoints");
        TrainingListener kill = new TrainingListener() {
            private int batches = 5;

            @Override
            public void batch(int epoch, long wordsDone, long words, double loss) {
                if (--batches == 0) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        assertThrows(
                IllegalStateException.class,
                () -> trainer(COUNTING)
                        .epochs(4)
                        .checkpoint(folder, Every.batches(1))
                        .listener(kill)
                        .fit(EXAMPLES));
        SafeTensors resumed = saved(
                trainer(COUNTING).epochs(4).checkpoint(folder, Every.batches(1)).fit(EXAMPLES), "resumed");
        for (Tensor tensor : whole.tensors()) {
            assertArrayEquals(tensor.values(), resumed.tensor(tensor.name()).values(), tensor.name());
        }
    }

    /** Sentences of the random data, short enough to write down all their taggings. */
    private static List<Example<String>> random(int tags, long seed) {
        Random random = new Random(seed);
        List<Example<String>> examples = new ArrayList<>();
        examples.add(Example.of(
                Sentences.names(tags),
                IntStream.range(0, tags).mapToObj(i -> "T" + i).toList()));
        for (int s = 0; s < 12; s++) {
            int length = 1 + random.nextInt(5);
            examples.add(Example.of(
                    IntStream.range(0, length)
                            .mapToObj(i -> "w" + random.nextInt(6))
                            .toList(),
                    IntStream.range(0, length)
                            .mapToObj(i -> "T" + random.nextInt(tags))
                            .toList()));
        }
        return examples;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void taggingsAreThoseOfAllWrittenOut(int tags) {
        List<Example<String>> examples = random(tags, tags);
        for (Twin twin : Twin.values()) {
            ResultTagger<String> tagger = compiled.model(COUNTING, twin)
                    .<String>trainer()
                    .initializer(Initializer.uniform(tags))
                    .epochs(2)
                    .fit(examples);
            for (Example<String> example : examples.subList(1, examples.size())) {
                compare(tagger, example.words(), new Counted(examples, tags));
            }
        }
    }

    private static void compare(ResultTagger<String> tagger, List<String> words, Counted counted) {
        CrfReference reference = counted.reference(tagger.scores(words));
        List<int[]> ranked = reference.ranked();
        Tagging<String> tagging = tagger.tag(words);
        assertEquals(names(ranked.get(0)), tagging.tags());
        List<Tagging<String>> best = tagger.nBest(words, 7);
        double[][] marginals = reference.marginals();
        for (int i = 0; i < best.size(); i++) {
            int[] path = ranked.get(i);
            assertEquals(names(path), best.get(i).tags());
            assertEquals(-reference.loss(path), best.get(i).score(), 1e-9);
            for (int t = 0; t < path.length; t++) {
                assertEquals(marginals[t][path[t]], best.get(i).confidences().get(t), 1e-6);
            }
        }
        assertEquals(tagging, best.get(0));
    }

    private static List<String> names(int[] path) {
        return Arrays.stream(path).mapToObj(tag -> "T" + tag).toList();
    }

    /** The chain as its documentation says it, straight from the data. */
    private static final class Counted {
        private final int tags;
        private final double[] start;
        private final double[] end;
        private final double[][] transitions;

        Counted(List<Example<String>> examples, int tags) {
            this.tags = tags;
            double[] unigrams = new double[tags];
            double[][] bigrams = new double[tags + 1][tags + 1];
            double words = 0;
            for (Example<String> example : examples) {
                int before = tags;
                for (String tag : example.tags()) {
                    int id = Integer.parseInt(tag.substring(1));
                    unigrams[id]++;
                    bigrams[before][id]++;
                    before = id;
                }
                bigrams[before][tags]++;
                words += example.length();
            }
            double sentences = examples.size();
            double stop = (sentences + 1) / (words + sentences + 1);
            double[] share = new double[tags];
            for (int tag = 0; tag < tags; tag++) {
                share[tag] = (unigrams[tag] + 1) / (words + tags);
            }
            start = new double[tags];
            end = new double[tags];
            transitions = new double[tags][tags];
            for (int tag = 0; tag < tags; tag++) {
                start[tag] = Math.log((bigrams[tags][tag] + share[tag]) / (sentences + 1) / share[tag]);
                double seen = Arrays.stream(bigrams[tag]).sum() + 1;
                end[tag] = Math.log((bigrams[tag][tags] + stop) / seen);
                for (int next = 0; next < tags; next++) {
                    double probability = (bigrams[tag][next] + (1 - stop) * share[next]) / seen;
                    transitions[tag][next] = Math.log(probability / share[next]);
                }
            }
        }

        CrfReference reference(float[][] scores) {
            double[][] emissions = new double[scores.length][tags];
            for (int t = 0; t < scores.length; t++) {
                for (int tag = 0; tag < tags; tag++) {
                    emissions[t][tag] = scores[t][tag];
                }
            }
            return new CrfReference(emissions, start, transitions, end);
        }
    }

    @Test
    void aFileWithNegativeCountsIsAnError() {
        SafeTensors good = saved(trainer(COUNTING).epochs(1).fit(EXAMPLES), "good");
        List<Tensor> tensors = good.tensors().stream()
                .map(tensor -> tensor.name().equals(COUNTS.get(1))
                        ? Tensor.of(tensor.name(), new float[] {0, -2, 1}, 3)
                        : good.tensor(tensor.name()))
                .toList();
        Path file = directory.resolve("bad.safetensors");
        SafeTensors.of(good.metadata(), tensors).write(file);
        Exception e = assertThrows(
                ModelFormatException.class,
                () -> compiled.model(COUNTING, Twin.VECTOR).load(file));
        assertTrue(
                e.getMessage().contains("tensor \"tags.end_counts\" of shape [3] (@Linear")
                        && e.getMessage().contains(" holds -2.0 as value number 2; counts are numbers from 0"),
                e.getMessage());
    }
}
