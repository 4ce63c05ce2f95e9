package dev.lanewise.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessageTest {
    private static final Path TESTS = Path.of("src", "test", "java");

    private String tests = "";

    @BeforeAll
    void readTests() throws IOException {
        assumeTrue(Files.isDirectory(TESTS), "run in the module's folder");
        try (Stream<Path> files = Files.walk(TESTS)) {
            tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(MessageTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageHasATest(Message message) {
        assertTrue(tests.contains(message.id() + ": "), () -> "no test expects " + message.id());
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageStandsInTheReference(Message message) {
        assertTrue(
                text(Path.of("..", "docs", "dsl.md")).contains("\n| " + message.id() + " | "),
                () -> "docs/dsl.md does not list " + message.id());
    }

    @ParameterizedTest
    @EnumSource
    void textAndRemedyAreSentences(Message message) {
        String text = message.format("A", "b", "c", "d", "e");
        assertTrue(text.matches("LW\\d{3}: .*\\S[.?] [A-Z].*[^ .]\\."), text);
        assertFalse(text.replace("...", "").contains(".."), text);
    }

    @Test
    void idsAreDistinctAndInOrder() {
        assertEquals(
                Arrays.stream(Message.values())
                        .map(Message::id)
                        .sorted()
                        .distinct()
                        .toList(),
                Arrays.stream(Message.values()).map(Message::id).toList());
    }
}
