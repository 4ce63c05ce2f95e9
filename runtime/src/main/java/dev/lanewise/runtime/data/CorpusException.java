package dev.lanewise.runtime.data;

/**
 * A text file that is not what it should be. The message is one line, {@code FILE:LINE: what is wrong; remedy}.
 */
public final class CorpusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;

    /**
     * An error at a line of a file.
     *
     * @param file the name of the file as the user knows it
     * @param line the line, counted from 1
     * @param problem what is wrong
     * @param remedy what to do about it
     */
    public CorpusException(String file, long line, String problem, String remedy) {
        super(file + ":" + line + ": " + problem + "; " + remedy);
        this.file = file;
        this.line = line;
    }

    /** The name of the file. */
    public String file() {
        return file;
    }

    /** The line, counted from 1. */
    public long line() {
        return line;
    }
}
