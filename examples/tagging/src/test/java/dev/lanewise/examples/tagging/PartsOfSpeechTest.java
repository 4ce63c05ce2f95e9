package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.examples.tagging.model.EntityPosTaggerModel;
import dev.lanewise.examples.tagging.model.PosTaggerModel;
import dev.lanewise.examples.tagging.model.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities found with the parts of speech that another model gives. */
final class PartsOfSpeechTest {

    private static final String ENTITIES = "The O\ncat B-PER\nsleep O\n\nDogs B-PER\nbark O\n. O\n\nBob B-PER\n\n";

    @TempDir
    static Path directory;

    private static Path data;
    private static Path pos;
    private static Path model;

    @BeforeAll
    static void train() {
        data = SmallModel.write(directory, "entities.txt", ENTITIES);
        pos = SmallModel.in(directory);
        model = trained("ner", "ner", "--pos", pos.toString());
    }

    private static Path trained(String name, String task, String... more) {
        Path file = directory.resolve(name + ".safetensors");
        Ran.well(with(arguments(task, file), more));
        return file;
    }

    private static String[] arguments(String task, Path file) {
        return new String[] {
            "train", "--task", task, "--train", data.toString(), "--model", file.toString(), "--epochs", "3"
        };
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void theModelKnowsWhatItReads() {
        String said = Ran.well(with(arguments("ner", directory.resolve("told.safetensors")), "--pos", pos.toString()));
        assertTrue(said.startsWith("task ner, network entities-pos: train 3 sentences (7 words), dev none"), said);
        assertTrue(said.lines().anyMatch(("parts of speech by " + pos + ", task pos")::equals), said);
        String info = Ran.well("info", "--model", model.toString());
        assertTrue(info.startsWith("task ner, network entities-pos\nparts of speech by the model whose SHA-256"), info);
        assertTrue(info.lines().anyMatch(line -> line.matches("pos_embeddings +[4-8], with one entry.*")), info);
    }

    @Test
    void textIsTaggedAsTheTwoModelsDoOneAfterTheOther() {
        List<String> words = List.of("Dogs", "bark", ".");
        List<String> tags = PosTaggerModel.load(pos).tagAll(List.of(words)).get(0);
        assertEquals(List.of("NOUN", "VERB", "PUNCT"), tags);
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            tokens.add(new Token(words.get(i), tags.get(i)));
        }
        List<String> entities =
                EntityPosTaggerModel.load(model).tagAll(List.of(tokens)).get(0);
        String expected = "Dogs/" + entities.get(0) + " bark/" + entities.get(1) + " ./" + entities.get(2);
        String input = "Dogs bark .\n\nThe cat\n";
        String tagged = Ran.wellOn(input, "tag", "--model", model.toString(), "--pos", pos.toString());
        assertTrue(tagged.matches(Pattern.quote(expected) + "\n\nThe/\\S+ cat/\\S+\n"), tagged);
        String best = Ran.wellOn(input, "nbest", "-n", "2", "--model", model.toString(), "--pos", pos.toString());
        assertTrue(best.lines().findFirst().orElseThrow().endsWith("\t" + expected), best);
    }

    @Test
    void everyCommandTakesThem() {
        Path vectors = SmallModel.write(directory, "vectors.txt", "cat" + " 0.5".repeat(25) + "\n");
        Path both = trained("both", "ner", "--pos", pos.toString(), "--vectors", vectors.toString());
        assertTrue(Ran.well("info", "--model", both.toString()).startsWith("task ner, network entities-pos-vectors\n"));
        Path chunks = trained("chunks", "chunk", "--pos", pos.toString(), "--decoder", "crf");
        String json = measured(chunks, "--pos", pos.toString(), "--json");
        assertTrue(json.startsWith("{\"task\":\"chunk\",\"sentences\":3,\"tokens\":7,"), json);
        String[] folds = {"crossval", "--task", "ner", "--data", data.toString(), "--folds", "3", "--epochs", "1"};
        String said = Ran.well(with(folds, "--pos", pos.toString()));
        assertTrue(said.startsWith("task ner, network entities-pos: ") && said.contains("fold  3/3: F1 "), said);
        said = Ran.well(with(
                arguments("ner", directory.resolve("seeds.safetensors")),
                "--seeds",
                "2",
                "--dev",
                data.toString(),
                "--pos",
                pos.toString()));
        // All words occur less than twice, and so are unknown.
        assertTrue(said.lines().anyMatch(line -> line.matches("mean of 2 seeds: dev F1 .*, unknown words .*")), said);
    }

    @Test
    void aModelOfWordsIsComparedWithOneOfBoth() {
        Path words = trained("words", "ner");
        for (Path[] pair : new Path[][] {{words, model}, {model, words}}) {
            String said = measured(pair[0], "--against", pair[1].toString(), "--pos", pos.toString());
            assertTrue(said.contains("first: " + pair[0] + ", second: " + pair[1] + "\n"), said);
        }
        String said = Ran.wrong(evaluation(words, "--against", model.toString()));
        assertTrue(said.contains("--pos: missing; " + model + " reads parts of speech"), said);
    }

    private static String measured(Path file, String... more) {
        return Ran.well(evaluation(file, more));
    }

    private static String[] evaluation(Path file, String... more) {
        return with(new String[] {"eval", "--model", file.toString(), "--data", data.toString()}, more);
    }

    @Test
    void whatIsMissingIsNamed() {
        String expected = "--pos: missing; " + model + " reads parts of speech; give the model of them";
        assertTrue(Ran.wrong(evaluation(model)).contains(expected));
        for (String command : List.of("tag", "nbest")) {
            byte[] input = "Dogs\n".getBytes(StandardCharsets.UTF_8);
            String said = Ran.wrongOn(input, command, "--model", model.toString());
            assertTrue(said.contains(expected), said);
        }
    }

    @Test
    void whatIsGivenInVainIsNamed() {
        Path words = trained("vain", "ner");
        String said = Ran.wrong(evaluation(words, "--pos", pos.toString()));
        assertTrue(said.contains("--pos: goes with a model that was trained with --pos"), said);
        assertWrong("--pos: goes with --task ner and --task chunk", "tags", "--pos", pos.toString());
        assertWrong(
                "--pos: goes with --task ner and --task chunk", "ner", "--ablation", "words", "--pos", pos.toString());
        assertWrong("--pos: goes with --task ner and --task chunk", "ner", "--decoder", "hmm", "--pos", pos.toString());
        assertWrong(" is a model of the task ner; give one of parts of speech", "ner", "--pos", words.toString());
        assertWrong(
                "--pos: cannot read",
                "ner",
                "--pos",
                directory.resolve("nowhere").toString());
    }

    private static void assertWrong(String expected, String task, String... more) {
        Path file = directory.resolve("wrong.safetensors");
        String said = Ran.wrong(with(arguments(task, file), more));
        assertTrue(said.contains(expected), said);
        assertFalse(Files.exists(file));
    }

    @Test
    void anotherModelOfPartsOfSpeechIsNoSubstitute() throws IOException {
        Path other = directory.resolve("other.safetensors");
        Path conllu = SmallModel.write(directory, "other.conllu", SmallModel.CONLLU);
        Ran.well("train", "--train", conllu.toString(), "--model", other.toString(), "--epochs", "1");
        String said = Ran.wrong(evaluation(model, "--pos", other.toString()));
        assertTrue(said.contains("--pos: " + other + " (SHA-256 ") && said.contains("is not what " + model), said);
        Path copy = Files.copy(pos, directory.resolve("copy.safetensors"));
        assertEquals(
                measured(model, "--pos", pos.toString()).lines().limit(3).toList(),
                measured(model, "--pos", copy.toString()).lines().limit(3).toList());
    }
}
