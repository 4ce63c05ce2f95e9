package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks, seeds and models side by side. */
final class ComparisonsTest {

    @TempDir
    static Path directory;

    private static Path data;
    private static Path vectors;

    @BeforeAll
    static void write() {
        data = SmallModel.write(directory, "data.conllu", SmallModel.CONLLU);
        vectors = SmallModel.write(directory, "vectors.txt", "cat" + " 0.5".repeat(25) + "\n");
    }

    private static String trained(String model, String... more) {
        return Ran.well(arguments(model, more));
    }

    private static String[] arguments(String model, String... more) {
        Stream<String> arguments = Stream.of(
                "train", "--train", data.toString(), "--model", file(model).toString(), "--epochs", "1");
        return Stream.concat(arguments, Stream.of(more)).toArray(String[]::new);
    }

    private static Path file(String model) {
        return directory.resolve(model + ".safetensors");
    }

    @Test
    void everyNetworkIsTrainedAndReadAgain() {
        assertNetwork("pos", "--decoder", "softmax");
        assertNetwork("pos-viterbi", "--decoder", "viterbi");
        assertNetwork("pos-crf", "--decoder", "crf");
        assertNetwork("hmm", "--decoder", "hmm");
        assertNetwork("step-words", "--ablation", "words");
        assertNetwork("step-chars", "--ablation", "chars");
        assertNetwork("step-crf", "--ablation", "crf");
        assertNetwork("step-vectors", "--ablation", "vectors", "--vectors", vectors.toString());
    }

    private static void assertNetwork(String network, String... options) {
        trained(network, options);
        String info = Ran.well("info", "--model", file(network).toString());
        assertTrue(info.startsWith("task pos, network " + network + "\n"), info);
        String tagged =
                Ran.wellOn(SmallModel.CONLLU, "tag", "--model", file(network).toString());
        assertEquals(SmallModel.CONLLU.lines().count(), tagged.lines().count());
    }

    @Test
    void networksThatDoNotFitAreNamed() {
        assertWrong("--ablation crf: goes not with --decoder", "--ablation", "crf", "--decoder", "crf");
        assertWrong("--ablation vectors: missing --vectors", "--ablation", "vectors");
        assertWrong("--ablation chars: reads no --vectors", "--ablation", "chars", "--vectors", vectors.toString());
        assertWrong("--decoder viterbi: goes not with --task ner", "--task", "ner", "--decoder", "viterbi");
        assertWrong("--decoder hmm: reads no --vectors", "--decoder", "hmm", "--vectors", vectors.toString());
        assertWrong("--seeds: 0 is too small", "--seeds", "0");
    }

    private static void assertWrong(String expected, String... more) {
        String said = Ran.wrong(arguments("wrong", more));
        assertTrue(said.contains(expected), said);
        assertFalse(Files.exists(file("wrong")));
    }

    @Test
    void theBestOfSeveralSeedsIsKept() throws IOException {
        String said = trained("seeds", "--seeds", "3", "--dev", data.toString(), "--test", data.toString());
        Pattern line = Pattern.compile("seed (\\d): epoch 1 is kept: dev accuracy (\\S+) %, test accuracy (\\S+) %;"
                + " trained on \\S+ words/s, tags \\S+ words/s");
        double best = -1;
        String bestSeed = "";
        double sum = 0;
        for (Matcher match : line.matcher(said)
                .results()
                .map(each -> line.matcher(each.group()))
                .toList()) {
            assertTrue(match.matches());
            double dev = Double.parseDouble(match.group(2));
            sum += dev;
            bestSeed = dev > best ? match.group(1) : bestSeed;
            best = Math.max(best, dev);
        }
        List<String> lines = said.lines().toList();
        Matcher mean = Pattern.compile("mean of 3 seeds: dev accuracy (\\S+) ± \\S+ %, test accuracy \\S+ ± \\S+ %,"
                        + " trained on \\S+ words/s, tags \\S+ words/s; seed (\\d) is the best on dev; saved to .*")
                .matcher(lines.get(lines.size() - 1));
        assertTrue(mean.matches(), said);
        assertEquals(sum / 3, Double.parseDouble(mean.group(1)), 0.011);
        assertEquals(bestSeed, mean.group(2), said);
        Ran.well(arguments("alone", "--dev", data.toString(), "--seed", bestSeed));
        assertEquals(-1, Files.mismatch(file("seeds"), file("alone")));
    }

    @Test
    void withoutDevTheLastEpochsAreMeasuredAndTheFirstSeedIsKept() throws IOException {
        String said = trained("undecided", "--seeds", "2", "--seed", "4", "--test", data.toString());
        assertTrue(said.contains("\nseed 4: epoch 1 is kept: test accuracy "), said);
        assertTrue(said.contains("\nseed 5: epoch 1 is kept: test accuracy "), said);
        List<String> lines = said.lines().toList();
        assertTrue(
                lines.get(lines.size() - 1)
                        .matches(
                                "mean of 2 seeds: test accuracy \\S+ ± \\S+ %, trained on \\S+ words/s, tags \\S+ words/s;"
                                        + " seed 4 is the first; saved to .*"),
                said);
        trained("first", "--seed", "4");
        assertEquals(-1, Files.mismatch(file("undecided"), file("first")));
    }

    @Test
    void networksAreComparedInOneTable() {
        String said = Ran.well(
                "compare",
                "ablation",
                "--train",
                data.toString(),
                "--test",
                data.toString(),
                "--vectors",
                vectors.toString(),
                "--seeds",
                "2",
                "--epochs",
                "1",
                "--quiet");
        List<String> lines = said.lines().toList();
        assertEquals(
                "| network | dev accuracy | test accuracy | unknown words | trained on | tags |", lines.get(0), said);
        List<String> networks = List.of("step-words", "step-chars", "step-crf", "step-vectors");
        assertEquals(2 + networks.size(), lines.size(), said);
        for (int i = 0; i < networks.size(); i++) {
            String row =
                    "\\| " + networks.get(i) + " \\| - \\| \\S+ ± \\S+ % \\| .* \\| \\S+ words/s \\| \\S+ words/s \\|";
            assertTrue(lines.get(2 + i).matches(row), said);
        }
    }

    @Test
    void entitiesAreComparedByF1() {
        Path entities = SmallModel.write(directory, "spans.txt", "Anna B-PER\nsleeps O\n\n");
        String said = Ran.well(
                "compare",
                "decoders",
                "--task",
                "ner",
                "--train",
                entities.toString(),
                "--dev",
                entities.toString(),
                "--test",
                entities.toString(),
                "--epochs",
                "1");
        assertTrue(said.contains("\n| network | dev F1 | test F1 | test accuracy | unknown words |"), said);
        assertTrue(said.contains("\n| entities | ") && said.contains("\n| hmm | "), said);
    }

    @Test
    void whatACompareLacksIsNamed() {
        assertTrue(Ran.wrong("compare").contains("NETWORKS"));
        assertTrue(Ran.wrong("compare", "decoders").contains("--train: missing"));
        assertTrue(Ran.wrong("compare", "decoders", "--train", "x").contains("--test: missing"));
        String said = Ran.wrong("compare", "decoders", "--train", "x", "--test", "x", "--vectors", "x");
        assertTrue(said.contains("--vectors: goes with compare ablation"), said);
    }

    @Test
    void twoModelsAreCompared() {
        trained("one");
        trained("other", "--decoder", "hmm");
        String said = Ran.well(
                "eval",
                "--model",
                file("one").toString(),
                "--data",
                data.toString(),
                "--against",
                file("other").toString());
        assertTrue(said.contains("first: " + file("one") + ", second: " + file("other") + "\naccuracy: first "), said);
        assertTrue(said.contains("McNemar: only the first right "), said);
        String json = Ran.well(
                "eval",
                "--json",
                "--model",
                file("one").toString(),
                "--data",
                data.toString(),
                "--against",
                file("one").toString());
        assertTrue(json.contains("\"low\":0.000000,\"high\":0.000000,\"p\":1.00000}}\n"), json);
    }

    @Test
    void modelsOfDifferentTasksAreNotCompared() {
        trained("tags");
        Path entities = SmallModel.write(directory, "entities.txt", "Anna B-PER\nsleeps O\n\n");
        Path ner = file("ner");
        Ran.well("train", "--task", "ner", "--train", entities.toString(), "--model", ner.toString(), "--epochs", "1");
        String said = Ran.wrong(
                "eval",
                "--model",
                ner.toString(),
                "--data",
                entities.toString(),
                "--against",
                file("tags").toString());
        assertTrue(said.contains("--against: a model of the task pos cannot be compared with one of ner"), said);
    }
}
