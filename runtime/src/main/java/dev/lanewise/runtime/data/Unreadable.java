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
        if (cause instanceof Gzip.TooLargeException large) {
            return error(name, line, String.valueOf(large.getMessage()), large.remedy(), cause);
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            String problem = "broken gzip data (" + cause.getMessage() + ")";
            return error(name, line, problem, "fetch or pack the file again", cause);
        }
        String why = cause instanceof NoSuchFileException ? "no such file" : cause.getMessage();
        return new UncheckedIOException("cannot read " + name + ": " + why, cause);
    }

    private static CorpusException error(String name, long line, String problem, String remedy, IOException cause) {
        CorpusException error = new CorpusException(name, line, problem, remedy);
        error.initCause(cause);
        return error;
    }
}
