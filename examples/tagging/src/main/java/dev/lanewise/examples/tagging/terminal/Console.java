package dev.lanewise.examples.tagging.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * The streams of a process.
 *
 * @param in read as UTF-8, whatever the locale
 * @param out results
 * @param err errors and the progress bar
 * @param terminal whether somebody looks at {@code err}, so that a progress bar makes sense
 */
public record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {

    /** The streams of this process, in UTF-8. */
    public static Console system() {
        return new Console(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), isErrATerminal());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Java itself tells about standard input and output together only; Linux tells where each stream goes. */
    private static boolean isErrATerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return Ansi.AUTO.enabled();
        }
    }

    /** Hands on what was printed; an error once nobody reads it any more. */
    public void flush() {
        if (out.checkError()) {
            throw new UserError("standard output", "cannot be written; check the disk, or what reads it");
        }
    }
}
