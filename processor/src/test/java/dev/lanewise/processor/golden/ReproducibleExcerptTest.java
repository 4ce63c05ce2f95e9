package dev.lanewise.processor.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show of generated files is what the processor writes. */
final class ReproducibleExcerptTest {

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/generated-code.md"})
    void isWhatTheProcessorWrites(String document) {
        Path file = Path.of("..").resolve(document);
        String text = Goldens.read(file);
        assertTrue(text.contains("<!-- excerpt "), document);
        Goldens.check(file, Excerpts.update(text));
    }
}
