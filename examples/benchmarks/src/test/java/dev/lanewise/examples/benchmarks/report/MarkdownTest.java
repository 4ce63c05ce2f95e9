package dev.lanewise.examples.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarkdownTest {

    @TempDir
    private Path directory;

    @Test
    void aBlockIsAddedAndThenReplaced() throws IOException {
        Path file = directory.resolve("text.md");
        Files.writeString(file, "# Title\n");
        Markdown.replace(file, "report", List.of("one", "two"));
        Markdown.replace(file, "growth", List.of("other"));
        Markdown.replace(file, "report", List.of("three"));
        assertEquals(
                "# Title\n\n<!-- begin report -->\nthree\n<!-- end report -->\n\n"
                        + "<!-- begin growth -->\nother\n<!-- end growth -->\n",
                Files.readString(file));
    }

    @Test
    void tablesAndNumbersAreForPeople() {
        assertEquals(
                List.of("| name | value |", "| --- | ---: |", "| a | 1,234 |"),
                Markdown.table(List.of(List.of("name", "value"), List.of("a", Markdown.number(1234.4)))));
        assertEquals("0.05", Markdown.number(0.051));
        assertEquals("12.3", Markdown.number(12.34));
    }
}
