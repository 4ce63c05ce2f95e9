package dev.lanewise.runtime.file;

import java.nio.file.Path;

/**
 * A model file that cannot be used: damaged, hostile, or of another model. The message begins with the file's path
 * and says what is wrong, with which tensor, and what to do.
 */
public final class ModelFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An error in a file.
     *
     * @param file the file
     * @param problem what is wrong; names the tensor or metadata key
     * @param remedy what the reader of the message should do
     */
    public ModelFormatException(Path file, String problem, String remedy) {
        super(file + ": " + problem + "; " + remedy);
    }
}
