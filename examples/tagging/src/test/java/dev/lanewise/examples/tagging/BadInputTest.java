package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said on one line, with exit code 2, and nothing is left behind. */
final class BadInputTest {

    @TempDir
    Path directory;

    @Test
    void aLineWithTooFewColumnsIsNamed() throws IOException {
        assertFails("bad.conllu:1: 3 columns instead of 10", "1\ta\tb\n");
    }

    @Test
    void aWrongIndexIsNamed() throws IOException {
        assertFails("bad.conllu:1: ", "7\ta\t_\tNOUN\t_\t_\t_\t_\t_\t_\n\n");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        assertFails("no sentences", "");
    }

    @Test
    void aMissingFileIsNamed() {
        String model = directory.resolve("m.safetensors").toString();
        String said = run("train", "--train", "nowhere.conllu", "--dev", "nowhere.conllu", "--model", model);
        assertTrue(said.contains("nowhere.conllu"), said);
        assertFalse(Files.exists(Path.of(model)));
    }

    @Test
    void aTruncatedModelIsNamed() throws IOException {
        Path model = Files.write(directory.resolve("short.safetensors"), new byte[] {9, 0, 0});
        String said = run("info", "--model", model.toString());
        assertTrue(said.contains("short.safetensors"), said);
    }

    @Test
    void anUnknownCommandIsNamed() {
        String said = run("tran");
        assertTrue(said.contains("tran"), said);
    }

    private void assertFails(String expected, String corpus) throws IOException {
        Path file = Files.writeString(directory.resolve("bad.conllu"), corpus);
        Path model = directory.resolve("m.safetensors");
        String said = run("train", "--train", file.toString(), "--dev", file.toString(), "--model", model.toString());
        assertTrue(said.contains(expected), said);
        assertFalse(Files.exists(model));
    }

    /** Runs a command that has to fail, and returns the one line it says. */
    private static String run(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]), out, new PrintStream(err, true, StandardCharsets.UTF_8), false);
        assertEquals(2, Main.run(console, arguments));
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, said.lines().count(), said);
        return said;
    }
}
