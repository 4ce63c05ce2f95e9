package dev.lanewise.runtime.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Plain text, one sentence a line, words separated by spaces or tabs, read line by line. A blank line is a sentence without
 * words, so that the sentences are the lines. Plain or gzip (told by the first bytes), UTF-8.
 *
 * <p>Text that is not UTF-8 and a file without any word are reported by a {@link CorpusException} from the iterator, when
 * the reading comes to it.
 */
public final class TextReader implements Iterable<List<String>>, AutoCloseable {

    private final CorpusLines lines;
    private boolean given;
    private boolean iterated;

    private TextReader(CorpusLines lines) {
        this.lines = lines;
    }

    /**
     * Opens a file.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static TextReader open(Path path) {
        return new TextReader(CorpusLines.open(path));
    }

    /**
     * Reads from a stream, which stays open when the reader is closed.
     *
     * @param in the bytes
     * @param name what to call it in errors
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static TextReader open(InputStream in, String name) {
        return new TextReader(CorpusLines.open(in, name));
    }

    /**
     * The words of each line, read as they are asked for; can be had once.
     *
     * @throws IllegalStateException if asked for again
     */
    @Override
    public Iterator<List<String>> iterator() {
        if (iterated) {
            throw new IllegalStateException("the sentences were read already; open the text again");
        }
        iterated = true;
        return new PullIterator<>(this::read);
    }

    /** Closes the file. */
    @Override
    public void close() {
        lines.close();
    }

    private Optional<List<String>> read() {
        if (lines.advance()) {
            List<String> words = words(lines.line());
            given |= !words.isEmpty();
            return Optional.of(words);
        }
        if (!given) {
            throw lines.noSentences();
        }
        return Optional.empty();
    }

    /** The words of a line between runs of spaces and tabs; any other white space is part of a word. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= line.length(); at++) {
            if (at == line.length() || line.charAt(at) == ' ' || line.charAt(at) == '\t') {
                if (at > start) {
                    words.add(line.substring(start, at));
                }
                start = at + 1;
            }
        }
        return List.copyOf(words);
    }
}
