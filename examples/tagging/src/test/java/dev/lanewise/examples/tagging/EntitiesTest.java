package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks whose tags write down spans, from files in columns. */
final class EntitiesTest {

    /** As WikiGold has it: IO, with lines that begin a document. */
    private static final String IO = """
            -DOCSTART- O

            Anna I-PER
            Berg I-PER
            sleeps O
            in O
            Oslo I-LOC
            . O

            -DOCSTART- O

            Oslo I-LOC
            sleeps O
            . O

            """;

    @TempDir
    static Path directory;

    private static Path data;
    private static Path model;

    @BeforeAll
    static void train() {
        data = SmallModel.write(directory, "io.txt", IO);
        model = trained("io", data, "--task", "ner", "--epochs", "3");
    }

    private static Path trained(String name, Path data, String... more) {
        Path file = directory.resolve(name + ".safetensors");
        Stream<String> arguments =
                Stream.of("train", "--train", data.toString(), "--model", file.toString(), "--quiet");
        Ran.well(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
        return file;
    }

    @Test
    void spansAreLearnedAsBioWhateverSchemeTheyCameIn() throws IOException {
        String info = Ran.well("info", "--model", model.toString());
        assertTrue(info.startsWith("task ner, network entities\n"), info);
        assertTrue(info.contains("4: B-PER I-PER O B-LOC\n"), info);
        String bio = IO.replace("Anna I-", "Anna B-").replace("Oslo I-", "Oslo B-");
        String bioes =
                IO.replace("Anna I-", "Anna B-").replace("Berg I-", "Berg E-").replace("Oslo I-", "Oslo S-");
        for (String text : List.of(bio, bioes)) {
            Path same = SmallModel.write(directory, "other.txt", text);
            assertEquals(-1, Files.mismatch(model, trained("other", same, "--task", "ner", "--epochs", "3")));
        }
    }

    @Test
    void textIsTaggedWithoutAnyOption() {
        String tagged = Ran.wellOn("Anna sleeps .\nOslo\n", "tag", "--model", model.toString());
        assertTrue(tagged.matches("Anna/\\S+ sleeps/\\S+ \\./\\S+\nOslo/\\S+\n"), tagged);
        for (String line : tagged.lines().toList()) {
            assertTrue(!line.matches("(.* )?[^/]+/I-.*") || line.contains("/B-"), tagged);
        }
    }

    @Test
    void columnsComeOutWithOneMore() {
        String input = "-DOCSTART- -X-\n\nAnna NN\nsleeps\tVB\n\n\nOslo NN\n";
        String tagged = Ran.wellOn(input, "tag", "--model", model.toString(), "--format", "columns");
        String tag = "\t(O|[BI]-\\w+)\n";
        assertTrue(
                tagged.matches("-DOCSTART-\t-X-\tO\n\nAnna\tNN" + tag + "sleeps\tVB" + tag + "\nOslo\tNN" + tag + "\n"),
                tagged);
        String indexed = Ran.wellOn(
                "1 Anna\n2 sleeps\n", "tag", "--model", model.toString(), "--format", "columns", "--word-column", "2");
        List<String> text = List.of(Ran.wellOn("Anna sleeps\n", "tag", "--model", model.toString())
                .strip()
                .split("[/ ]"));
        assertEquals("1\tAnna\t" + text.get(1) + "\n2\tsleeps\t" + text.get(3) + "\n\n", indexed);
    }

    @Test
    void columnsThatAreNotThereAreNamed() {
        String[] command = {"tag", "--model", model.toString(), "--format", "columns", "--word-column", "2"};
        String said = Ran.wrongOn("1 Anna\n2\n".getBytes(StandardCharsets.UTF_8), command);
        assertTrue(said.contains("standard input:2: there is no column 2 for the word, only 1"), said);
        said = Ran.wrong("tag", "--model", model.toString(), "--word-column", "2");
        assertTrue(said.contains("--word-column: goes with --format columns"), said);
        said = Ran.wrong("tag", "--model", model.toString(), "--format", "columns", "--column", "misc");
        assertTrue(said.contains("--column: goes with --format conllu"), said);
    }

    @Test
    void conlluIsFilledWhereItIsAskedFor() {
        String conllu = "1\tAnna\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
        String tagged = Ran.wellOn(conllu, "tag", "--model", model.toString(), "--column", "misc");
        assertTrue(tagged.matches("1\tAnna(\t_){7}\t(O|[BI]-\\w+)\n\n"), tagged);
        String said = Ran.wrong("tag", "--model", model.toString(), "--format", "conllu");
        assertTrue(said.contains("--column: missing"), said);
    }

    @Test
    void evalPrintsSpansAsConllevalDoes() {
        String table = Ran.well("eval", "--model", model.toString(), "--data", data.toString());
        assertTrue(table.startsWith("processed 9 tokens with 3 phrases; found: "), table);
        for (String part : List.of("FB1:", "              LOC: precision:", "unknown words", "support", "words/s")) {
            assertTrue(table.contains(part), table);
        }
        String json = Ran.well("eval", "--model", model.toString(), "--data", data.toString(), "--json");
        assertTrue(json.matches("\\{\"task\":\"ner\",.*\"precision\":\\S+,\"recall\":\\S+,\"f1\":\\S+,.*}\n"), json);
    }

    @Test
    void theBestEpochIsTheOneWithTheBestF1() {
        String said = Ran.well(
                "train",
                "--task",
                "chunk",
                "--train",
                SmallModel.write(directory, "chunks.txt", "The DT B-NP\ncat NN I-NP\nsleeps VB B-VP\n\n")
                        .toString(),
                "--dev",
                directory.resolve("chunks.txt").toString(),
                "--model",
                directory.resolve("chunks.safetensors").toString(),
                "--epochs",
                "2");
        assertTrue(
                said.contains(
                        "task chunk, network entities: train 1 sentences (3 words), dev 1 sentences (3 words), 3 tags"),
                said);
        assertTrue(said.lines().anyMatch(line -> line.matches("epoch  1/2: .*, dev F1 \\S+ %, accuracy .*")), said);
    }

    @Test
    void wordsMayStandInAnotherColumn() throws IOException {
        Path indexed = SmallModel.write(
                directory,
                "indexed.iob2",
                "# sent_id = 1\n0\tAnna\tB-PER\t-\tx\n1\tsleeps\tO\t-\tx\n\n0\tOslo\tB-LOC\t-\tx\n\n");
        Path plain = SmallModel.write(directory, "plain.iob2", "Anna\tB-PER\nsleeps\tO\n\nOslo\tB-LOC\n\n");
        Path one = trained("plain", plain, "--task", "ner", "--epochs", "1");
        Path other =
                trained("indexed", indexed, "--task", "ner", "--epochs", "1", "--word-column", "2", "--column", "3");
        assertEquals(-1, Files.mismatch(one, other));
    }

    @Test
    void tagsOfAnotherKindAreNamed() {
        Path words = SmallModel.write(directory, "pos.txt", "The DET\ncat NOUN\n\nDogs NOUN\n\n");
        String said = Ran.wrong(
                "train",
                "--task",
                "ner",
                "--train",
                words.toString(),
                "--model",
                directory.resolve("m.safetensors").toString());
        assertTrue(said.contains("pos.txt, sentence 1, \"The cat\": word 0 (counted from 0) has the tag DET"), said);
        assertTrue(said.contains("--task tags"), said);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(Ran.wrong("train", "--task", "ner").contains("--task ner: goes with --train"));
        Path conllu = SmallModel.write(directory, "some.conllu", SmallModel.CONLLU);
        String said = Ran.wrong("train", "--task", "tags", "--train", conllu.toString(), "--model", model.toString());
        assertTrue(said.contains("--column: missing; say which column of ") && said.contains("some.conllu"), said);
        said = Ran.wrong("eval", "--model", model.toString(), "--data", conllu.toString(), "--word-column", "2");
        assertTrue(said.contains("--word-column: goes with --format columns"), said);
        said = Ran.wrong("eval", "--model", model.toString(), "--data", data.toString(), "--word-column", "0");
        assertTrue(said.contains("--word-column: 0 is too small"), said);
    }
}
