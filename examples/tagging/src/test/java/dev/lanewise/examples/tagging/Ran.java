package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.examples.tagging.terminal.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command that was run.
 *
 * @param out what it printed
 * @param err what it said on standard error
 */
record Ran(String out, String err) {

    /** Runs a command that has to succeed, and returns what it printed. */
    static String well(String... arguments) {
        return wellOn("", arguments);
    }

    /** Runs a command that has to succeed on some standard input, and returns what it printed. */
    static String wellOn(String input, String... arguments) {
        Ran ran = on(0, input.getBytes(StandardCharsets.UTF_8), arguments);
        assertEquals("", ran.err);
        return ran.out;
    }

    /** Runs a command that has to fail, and returns the one line it says. */
    static String wrong(String... arguments) {
        return wrongOn(new byte[0], arguments);
    }

    /** Runs a command that has to fail on some standard input, and returns the one line it says. */
    static String wrongOn(byte[] input, String... arguments) {
        Ran ran = on(2, input, arguments);
        assertEquals(1, ran.err.lines().count(), ran.err);
        return ran.err;
    }

    private static Ran on(int code, byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input), print(out), print(err), false);
        int exit = Main.run(console, arguments);
        Ran ran = new Ran(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertEquals(code, exit, ran::err);
        return ran;
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
