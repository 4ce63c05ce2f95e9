package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The n best taggings of a sentence. */
final class NBestTest {

    @TempDir
    static Path directory;

    private static Path model;

    @BeforeAll
    static void train() {
        model = SmallModel.in(directory);
    }

    @Test
    void taggingsComeInTheOrderOfTheirProbabilities() {
        String said = Ran.wellOn("Dogs bark .\n\nThe cat\n", "nbest", "--model", model.toString(), "-n", "3");
        List<String> lines = said.lines().toList();
        // Three taggings and a blank line, the blank line that came in, and again three and one.
        assertEquals(9, lines.size(), said);
        assertTrue(lines.get(0).endsWith("\tDogs/NOUN bark/VERB ./PUNCT"), said);
        assertEquals("", lines.get(3));
        assertEquals("", lines.get(4));
        double before = 1;
        for (int i = 0; i < 3; i++) {
            String[] fields = lines.get(i).split("\t");
            assertEquals(String.valueOf(i + 1), fields[0]);
            double probability = Double.parseDouble(fields[1]);
            assertEquals(probability, Math.exp(Double.parseDouble(fields[2])), 1e-3);
            assertTrue(probability <= before, () -> Arrays.toString(fields));
            before = probability;
        }
    }

    @Test
    void thereAreNoMoreThanThereAre() {
        String said = Ran.wellOn("Dogs\n", "nbest", "--model", model.toString(), "-n", "100");
        assertEquals(7 + 1, said.lines().count(), "a tag each");
    }

    @Test
    void whatCannotBeIsNamed() {
        assertTrue(Ran.wrong("nbest", "--model", model.toString(), "-n", "0").contains("-n: 0 is too small"));
        assertTrue(Ran.wrong("nbest", "--model", model.toString()).contains("standard input:1: no sentences"));
        Path data = SmallModel.write(directory, "a.conllu", SmallModel.CONLLU);
        Path hmm = directory.resolve("hmm.safetensors");
        Ran.well("train", "--train", data.toString(), "--model", hmm.toString(), "--decoder", "hmm", "--quiet");
        String said = Ran.wrongOn("Dogs\n".getBytes(StandardCharsets.UTF_8), "nbest", "--model", hmm.toString());
        assertTrue(said.contains("--model: this one, a hidden Markov model, knows the best tagging only"), said);
    }
}
