package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.train.Adam;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of trained taggers: tags, confidences and scores, with and without a chain. */
final class ResultsTest {

    private static final String LAYERS = "@Embedding(dim = 8) @Lstm(hidden = 8, bidirectional = true) @Linear";
    private static final Source<ResultTagger<String>> PLAIN = Source.results("Plain", LAYERS);
    private static final Source<ResultTagger<String>> CHAIN =
            Source.results("Chain", LAYERS + " @Crf(constraints = Constraints.BIO)");

    private static final Source<ResultTagger<String>> VITERBI =
            Source.results("Viterbi", LAYERS.replace("@Linear", "@Linear(decoder = Decoder.VITERBI)"));

    private static final List<Example<String>> EXAMPLES = List.of(
            Example.of(List.of("Ada", "Lovelace", "wrote", "in", "London"), List.of("B-P", "I-P", "O", "O", "B-L")),
            Example.of(List.of("In", "New", "York", "Ada", "slept"), List.of("O", "B-L", "I-L", "B-P", "O")),
            Example.of(List.of("London"), List.of("B-L")));

    private static final List<List<String>> SENTENCES = List.of(
            List.of("Ada", "wrote", "New", "York", "York"),
            List.of("New", "London"),
            List.of(),
            List.of("York", "Lovelace", "Lovelace", "in", "in", "unknown"));

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, PLAIN, CHAIN, VITERBI);
    }

    private static Model<ResultTagger<String>> model(String name) {
        Source<ResultTagger<String>> source = switch (name) {
            case "Plain" -> PLAIN;
            case "Chain" -> CHAIN;
            default -> VITERBI;
        };
        return compiled.model(source, Twin.VECTOR);
    }

    private static ResultTagger<String> trained(String name, int epochs) {
        return ResultsTest.model(name)
                .<String>trainer()
                .optimizer(Adam.learningRate(0.02f))
                .epochs(epochs)
                .fit(EXAMPLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "Chain", "Viterbi"})
    void trainingLearnsTheExamples(String name) {
        ResultTagger<String> tagger = trained(name, 100);
        for (Example<String> example : EXAMPLES) {
            Tagging<String> tagging = tagger.tag(example.words());
            assertEquals(example.tags(), tagging.tags());
            assertTrue(tagging.confidences().stream().allMatch(each -> each > 0.9f && each <= 1f), tagging::toString);
            assertTrue(tagging.score() < 1e-5 && tagging.score() > -0.2, tagging::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "Chain", "Viterbi"})
    void theBestOfAListIsTheTagging(String name) {
        ResultTagger<String> tagger = trained(name, 3);
        List<Tagging<String>> all = tagger.tagAll(SENTENCES);
        for (int i = 0; i < SENTENCES.size(); i++) {
            Tagging<String> tagging = tagger.tag(SENTENCES.get(i));
            assertEquals(tagging, all.get(i));
            List<Tagging<String>> best = tagger.nBest(SENTENCES.get(i), 10);
            assertEquals(tagging, best.get(0));
            assertTrue(IntStream.range(1, best.size())
                    .allMatch(k -> best.get(k - 1).score() >= best.get(k).score()));
            assertEquals(
                    best.size(), best.stream().map(Tagging::tags).distinct().count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "Chain", "Viterbi"})
    void allTaggingsTogetherHaveTheirConfidences(String name) {
        ResultTagger<String> tagger = trained(name, 3);
        List<String> words = SENTENCES.get(0);
        List<Tagging<String>> every = tagger.nBest(words, Integer.MAX_VALUE);
        assertEquals(name.equals("Chain") ? every.size() : 3125, every.size());
        assertEquals(
                1, every.stream().mapToDouble(each -> Math.exp(each.score())).sum(), 1e-5);
        for (int t = 0; t < words.size(); t++) {
            Map<String, Double> sums = new HashMap<>();
            Map<String, Float> confidences = new HashMap<>();
            for (Tagging<String> each : every) {
                sums.merge(each.tags().get(t), Math.exp(each.score()), Double::sum);
                confidences.put(each.tags().get(t), each.confidences().get(t));
            }
            confidences.forEach((tag, confidence) -> assertEquals(sums.get(tag), confidence, 1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "Chain"})
    void scoresAreLogProbabilities(String name) {
        ResultTagger<String> tagger = trained(name, 3);
        List<String> words = SENTENCES.get(3);
        float[][] scores = tagger.scores(words);
        Tagging<String> tagging = tagger.tag(words);
        List<String> names = List.of("B-P", "I-P", "O", "B-L", "I-L");
        for (int t = 0; t < words.size(); t++) {
            double sum = 0;
            for (float score : scores[t]) {
                sum += Math.exp(score);
            }
            assertEquals(1, sum, 1e-5);
            int tag = names.indexOf(tagging.tags().get(t));
            assertEquals(tagging.confidences().get(t), Math.exp(scores[t][tag]), 1e-6);
        }
        assertEquals(name.equals("Chain"), scores[0][names.indexOf("I-P")] == Float.NEGATIVE_INFINITY);
    }

    @Test
    void noTaggingOfAChainBreaksItsConstraints() {
        ResultTagger<String> tagger = trained("Chain", 1);
        for (Tagging<String> tagging : tagger.nBest(SENTENCES.get(0), Integer.MAX_VALUE)) {
            String tags = String.join(" ", tagging.tags());
            assertTrue(!tags.startsWith("I") && !tags.contains("O I") && !tags.matches(".*-P I-L.*|.*-L I-P.*"), tags);
        }
    }

    @Test
    void trainingDataThatBreakTheConstraintsAreAnError() {
        List<Example<String>> examples = List.of(
                EXAMPLES.get(0),
                Example.of(List.of("New", "York", "Ada"), List.of("B-L", "O", "I-P")),
                EXAMPLES.get(1));
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> model("Chain").<String>trainer().fit(examples));
        assertEquals(
                "the tag I-P of word 2 in sentence 1 cannot follow O: correct or convert the tags,"
                        + " or use @Crf(constraints = Constraints.NONE)",
                e.getMessage());
        List<Example<String>> begun = List.of(EXAMPLES.get(0), Example.of(List.of("Ada"), List.of("I-P")));
        Exception start = assertThrows(
                IllegalArgumentException.class,
                () -> model("Chain").<String>trainer().fit(begun));
        assertTrue(start.getMessage().startsWith("the tag I-P of word 0 in sentence 1 cannot begin a sentence: "));
        List<Example<String>> nouns = List.of(Example.of(List.of("Ada"), List.of("PROPN")));
        Exception name = assertThrows(
                IllegalArgumentException.class,
                () -> model("Chain").<String>trainer().fit(nouns));
        assertTrue(name.getMessage().startsWith("the tag PROPN is none of BIO: "), name.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "Chain", "Viterbi"})
    void aSavedModelGivesTheSameResults(String name) {
        ResultTagger<String> tagger = trained(name, 3);
        Path file = directory.resolve(name + ".safetensors");
        model(name).save(tagger, file);
        ResultTagger<String> same = model(name).load(file);
        for (List<String> words : SENTENCES) {
            assertEquals(tagger.tag(words), same.tag(words));
            assertEquals(tagger.nBest(words, 4), same.nBest(words, 4));
        }
    }

    @Test
    void aStoredModelWithOtherTagsIsAnError() {
        Path file = directory.resolve("tags.safetensors");
        model("Chain").save(trained("Chain", 1), file);
        SafeTensors stored = SafeTensors.read(file);
        Map<String, String> metadata = new HashMap<>(stored.metadata());
        metadata.put("lanewise.tags", "[\"NOUN\", \"I-P\", \"O\", \"B-L\", \"I-L\"]");
        SafeTensors.of(metadata, stored.tensors()).write(file);
        Exception e =
                assertThrows(ModelFormatException.class, () -> model("Chain").load(file));
        assertTrue(e.getMessage().contains("the tag NOUN is none of BIO"), e.getMessage());
    }

    @Test
    void aListOfNoneIsAnError() {
        ResultTagger<String> tagger = trained("Plain", 1);
        Exception e = assertThrows(IllegalArgumentException.class, () -> tagger.nBest(SENTENCES.get(0), 0));
        assertEquals("n is 0: ask for at least one tagging", e.getMessage());
    }
}
