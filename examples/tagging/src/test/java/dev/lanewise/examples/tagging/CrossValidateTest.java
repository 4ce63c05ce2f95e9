package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cross-validation from the command line. */
final class CrossValidateTest {

    private static final String ENTITIES = "Anna I-PER\nsleeps O\n\nOslo I-LOC\nsleeps O\n\nBob I-PER\n\n";

    @TempDir
    Path directory;

    @Test
    void everyFoldIsToldAndAllTogether() {
        String said = Ran.well(arguments("--task", "ner", "--folds", "3"));
        List<String> lines = said.lines().toList();
        assertEquals(
                "task ner, network entities: train 3 sentences (5 words), dev none, 3 tags, 1 epochs, 3 folds",
                lines.get(0));
        for (int fold = 1; fold <= 3; fold++) {
            assertTrue(lines.get(fold).matches("fold  " + fold + "/3: F1 \\S+ %"), said);
        }
        assertTrue(lines.get(4).matches("F1 \\S+ ± \\S+ %, mean and deviation of 3 folds"), said);
        assertTrue(lines.get(5).matches("all folds together: accuracy \\S+ % \\(unknown words \\S+ %\\)"), said);
        assertTrue(lines.get(6).startsWith("processed 5 tokens with 3 phrases; found: "), said);
    }

    @Test
    void tagsAreMeasuredByAccuracyAndQuietlySo() {
        String said = Ran.well(arguments("--task", "tags", "--decoder", "hmm", "--folds", "2", "--quiet"));
        assertTrue(
                said.matches(
                        "accuracy \\S+ ± \\S+ %, mean and deviation of 2 folds\nall folds together: accuracy .*\n"),
                said);
    }

    @Test
    void foldsThatCannotBeAreNamed() {
        String said = Ran.wrong(arguments("--task", "ner", "--folds", "4"));
        assertTrue(said.contains("--folds: 4 is out of range; give 2 to 3, the number of sentences"), said);
    }

    private String[] arguments(String... more) {
        Path data = SmallModel.write(directory, "entities.txt", ENTITIES);
        Stream<String> arguments = Stream.of("crossval", "--data", data.toString(), "--epochs", "1");
        return Stream.concat(arguments, Stream.of(more)).toArray(String[]::new);
    }
}
