package dev.lanewise.examples.tagging.terminal;

import dev.lanewise.runtime.data.CorpusException;
import dev.lanewise.runtime.file.ModelFormatException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** What the user has to put right, in one line that begins with the argument at fault. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param argument the argument at fault, as the user wrote it
     * @param problem what is wrong with it, and what to do
     */
    public UserError(String argument, String problem) {
        super(argument + ": " + problem);
    }

    /** Does something with the value of an argument, and names the argument where the value is at fault. */
    public static <R> R named(String argument, Supplier<R> work) {
        try {
            return work.get();
        } catch (CorpusException | ModelFormatException | UncheckedIOException | IllegalArgumentException e) {
            UserError error = new UserError(argument, String.valueOf(e.getMessage()));
            error.initCause(e);
            throw error;
        }
    }
}
