package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the processor writes for the default tagger is short enough to be read, and to be compiled soon. */
final class WrittenClassTest {

    private static final Path SOURCE =
            Path.of("target/generated-sources/annotations/dev/lanewise/examples/tagging/model/PosTaggerModel.java");

    private static final int MOST_LINES = 3000;

    @Test
    void isShort() throws IOException {
        int lines = Files.readAllLines(SOURCE).size();
        assertTrue(lines < MOST_LINES, lines + " lines");
    }
}
