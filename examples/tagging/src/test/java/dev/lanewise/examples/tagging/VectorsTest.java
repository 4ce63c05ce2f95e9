package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that begins with vectors from a file. */
final class VectorsTest {

    @TempDir
    Path directory;

    @Test
    void everyTaskTakesVectors() {
        Path vectors = vectors(25);
        Path columns = SmallModel.write(directory, "a.txt", "Anna B-PER\nsleeps O\n\n");
        Path conllu = SmallModel.write(directory, "a.conllu", SmallModel.CONLLU);
        String said = trained(columns, "--task", "ner", "--vectors", vectors.toString());
        assertTrue(said.contains("vectors " + vectors + ": 2 of 2 words (100.0 %) have a vector"), said);
        // The words of the training data, as they are written there, the words of the file, and the entry for unknown
        // words.
        assertInfo("network entities-vectors\n", "pre +5, with");
        trained(columns, "--task", "ner", "--vectors", vectors.toString(), "--frozen");
        assertInfo("network entities-vectors\n", "pre +4, with");
        trained(conllu, "--vectors", vectors.toString());
        assertInfo("network pos-vectors\n", "pre +12, with");
        Ran.wellOn("oslo sleeps\n", "tag", "--model", model().toString(), "--format", "text");
    }

    @Test
    void vectorsOfAnotherLengthAreNamed() {
        Path conllu = SmallModel.write(directory, "a.conllu", SmallModel.CONLLU);
        String said = Ran.wrong(arguments(conllu, "--vectors", vectors(3).toString()));
        assertTrue(
                said.contains("--vectors: ") && said.contains("vectors of 3 numbers, but this program reads 25"), said);
        said = Ran.wrong(
                arguments(conllu, "--vectors", directory.resolve("none.txt").toString()));
        assertTrue(said.contains("--vectors: ") && said.contains("none.txt"), said);
        assertTrue(Ran.wrong(arguments(conllu, "--frozen")).contains("--frozen: goes with --vectors"));
    }

    private void assertInfo(String network, String table) {
        String info = Ran.well("info", "--model", model().toString());
        assertTrue(info.contains(network), info);
        assertTrue(info.lines().anyMatch(line -> line.matches(table + ".*")), info);
    }

    private Path model() {
        return directory.resolve("m.safetensors");
    }

    private String trained(Path data, String... more) {
        return Ran.well(arguments(data, more));
    }

    private String[] arguments(Path data, String... more) {
        Stream<String> arguments =
                Stream.of("train", "--train", data.toString(), "--model", model().toString(), "--epochs", "1");
        return Stream.concat(arguments, Stream.of(more)).toArray(String[]::new);
    }

    private Path vectors(int dim) {
        String numbers = " 0.5".repeat(dim) + "\n";
        String text =
                Stream.of("anna", "sleeps", "oslo").map(word -> word + numbers).collect(Collectors.joining());
        return SmallModel.write(directory, "vectors" + dim + ".txt", text);
    }
}
