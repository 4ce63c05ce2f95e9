package dev.lanewise.runtime.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** What is said when the bytes of a corpus or of word vectors cannot be had. */
final class Unreadable {

    private Unreadable() {}

    /**
     * The exception for a failure.
     *
     * @param name the file
     * @param line where reading had come to, named if the data are packed and broken
     */
    static RuntimeException of(String name, long line, IOException cause) {
        if (cause instanceof ZipException || cause instanceof EOFException) {
            CorpusException error = new CorpusException(
                    name, line, "broken gzip data (" + cause.getMessage() + ")", "fetch or pack the file again");
            error.initCause(cause);
            return error;
        }
        String why = cause instanceof NoSuchFileException ? "no such file" : cause.getMessage();
        return new UncheckedIOException("cannot read " + name + ": " + why, cause);
    }
}
