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

/** What the commands read and write when all is well. */
final class CommandsTest {

    @TempDir
    static Path directory;

    private static Path model;

    @BeforeAll
    static void train() {
        model = SmallModel.in(directory);
    }

    @Test
    void taggedConlluComesOutAsItWentInButForTheColumn() {
        String blank = SmallModel.CONLLU.replaceAll("(?m)^(\\d+\t\\S+\t\\S+\t)\\S+", "$1_");
        assertEquals(SmallModel.CONLLU, tag(blank));
    }

    @Test
    void anotherColumnIsFilledWhereItIsAskedFor() {
        String tagged = Ran.wellOn(SmallModel.CONLLU, "tag", "--model", model.toString(), "--column", "xpos");
        assertEquals(SmallModel.CONLLU.replaceAll("(?m)^(\\d+\t\\S+\t\\S+\t)(\\S+)\t\\S+", "$1$2\t$2"), tagged);
    }

    @Test
    void textIsASentenceALine() {
        String tagged =
                Ran.wellOn("Dogs bark .\n\nPlötzlich  bark\n", "tag", "--model", model.toString(), "--format", "text");
        assertEquals("Dogs/NOUN bark/VERB ./PUNCT\n\nPlötzlich/ADV bark/VERB\n", tagged);
    }

    @Test
    void evalPrintsOneJsonObject() {
        Path data = SmallModel.write(directory, "eval.conllu", SmallModel.CONLLU.replace("Dogs", "Hippos"));
        String json = Ran.well("eval", "--model", model.toString(), "--data", data.toString(), "--json");
        Matcher fields = Pattern.compile("\\{\"task\":\"pos\",\"sentences\":2,\"tokens\":9,\"correct\":(\\d),"
                        + "\"accuracy\":([0-9.]+),\"unknown_accuracy\":([0-9.]+),\"words_per_second\":[0-9.]+}\n")
                .matcher(json);
        assertTrue(fields.matches(), json);
        int correct = Integer.parseInt(fields.group(1));
        assertEquals(correct / 9.0, Double.parseDouble(fields.group(2)), 1e-6);
        assertEquals(correct - 8, Double.parseDouble(fields.group(3)), 1e-6, "the one unknown word");
    }

    @Test
    void evalPrintsATable() {
        Path data = SmallModel.write(directory, "table.conllu", SmallModel.CONLLU);
        String table = Ran.well("eval", "--model", model.toString(), "--data", data.toString());
        assertTrue(table.contains("PUNCT") && table.contains("words/s"), table);
    }

    @Test
    void columnsAreReadAndGiveTheSameModel() throws IOException {
        Path columns =
                SmallModel.write(directory, "columns.txt", "Dogs NNS NOUN\nbark VBP VERB\n\nThe DT DET\ncat NN NOUN\n");
        Path conllu = SmallModel.write(directory, "columns.conllu", """
                1\tDogs\t_\tNOUN\t_\t_\t_\t_\t_\t_
                2\tbark\t_\tVERB\t_\t_\t_\t_\t_\t_

                1\tThe\t_\tDET\t_\t_\t_\t_\t_\t_
                2\tcat\t_\tNOUN\t_\t_\t_\t_\t_\t_

                """);
        Path one = trained("one", columns, "--format", "columns");
        assertEquals(-1, Files.mismatch(one, trained("two", columns, "--format", "columns", "--column", "3")));
        assertEquals(-1, Files.mismatch(one, trained("three", conllu)));
    }

    @Test
    void whatTagWritesCanBeLearnedFrom() throws IOException {
        Path text = SmallModel.write(
                directory, "slashes.txt", "# doc = 1\nDogs/NOUN bark/VERB 1/2/NUM\n\nThe/DET cat/NOUN\n");
        Path columns =
                SmallModel.write(directory, "slashes.col", "Dogs NOUN\nbark VERB\n1/2 NUM\n\nThe DET\ncat NOUN\n");
        Path one = trained("text", text, "--task", "tags", "--format", "text");
        assertEquals(-1, Files.mismatch(one, trained("col", columns, "--task", "tags")));
        String measured =
                Ran.well("eval", "--json", "--model", one.toString(), "--data", text.toString(), "--format", "text");
        assertTrue(measured.contains("\"task\":\"tags\",\"sentences\":2,\"tokens\":5,"), measured);
    }

    private static Path trained(String name, Path data, String... more) {
        Path file = directory.resolve(name + ".safetensors");
        Stream<String> arguments =
                Stream.of("train", "--train", data.toString(), "--model", file.toString(), "--epochs", "1", "--quiet");
        Ran.well(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
        return file;
    }

    @Test
    void theModelDoesNotDependOnTheNumberOfThreads() throws IOException {
        Path data = SmallModel.write(directory, "threads.conllu", SmallModel.CONLLU);
        Path one = trained("threads1", data, "--threads", "1");
        assertEquals(-1, Files.mismatch(one, trained("threads3", data, "--threads", "3")));
    }

    @Test
    void everyTrainingFileCounts() {
        String info = Ran.well("info", "--model", model.toString());
        // Plötzlich and its tag stand in the second file alone.
        assertTrue(
                info.lines().anyMatch(line -> line.matches("word_embeddings +10, with one entry for unknown ones")),
                info);
        for (String part : List.of("7: DET NOUN AUX PART VERB PUNCT ADV", "@CharLstm(embedding = 30", "512 x 328")) {
            assertTrue(info.contains(part), info);
        }
    }

    @Test
    void trainingTellsWhatItDoes() {
        Path data = SmallModel.write(directory, "told.conllu", SmallModel.CONLLU);
        Path file = directory.resolve("told.safetensors");
        String said = Ran.well(
                "train",
                "--train",
                data.toString(),
                "--dev",
                data.toString(),
                "--model",
                file.toString(),
                "--epochs",
                "2");
        List<String> lines = said.lines().toList();
        assertEquals(
                "task pos, network pos: train 2 sentences (9 words), dev 2 sentences (9 words), 6 tags, 2 epochs",
                lines.get(0));
        assertTrue(lines.get(1).matches("epoch  1/2: loss \\S+, \\S+ words/s, dev accuracy .* %( \\*)?"), said);
        assertTrue(lines.get(3).matches("epoch [12] is kept: dev accuracy .*; saved to .*told.safetensors"), said);
    }

    @Test
    void helpTellsOfEveryCommandAndItsOptions() {
        String help = Ran.well("--help");
        for (String command : List.of("train", "eval", "crossval", "compare", "tag", "nbest", "info")) {
            assertTrue(help.lines().anyMatch(line -> line.matches("  " + command + " +[A-Z].*")), help);
            String said = Ran.well(command, "--help");
            assertTrue(said.startsWith("Usage: tagging " + command + " "), said);
            assertFalse(said.contains("COMPLETION"), said);
        }
    }

    private static String tag(String input) {
        return Ran.wellOn(input, "tag", "--model", model.toString());
    }
}
