package dev.lanewise.runtime.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A CoNLL-U file, sentence by sentence, with every line kept as it stands, for programs that fill a column and write the
 * rest out as it went in. Two sentences are in memory at a time. Plain or gzip (told by the first bytes), UTF-8.
 *
 * <pre>{@code
 * try (ConlluDocument document = ConlluDocument.open(path)) {
 *     for (ConlluSentence sentence : document) {
 *         List<String> tags = model.tag(sentence.words());
 *         out.append(sentence.withColumn(ConlluColumn.UPOS, tags).text());
 *     }
 * }
 * }</pre>
 *
 * <p>What is not CoNLL-U is reported by a {@link CorpusException} from the iterator, when the reading comes to it: a line
 * without ten columns, an empty form, indices that are not 1, 2, 3, ..., text that is not UTF-8, a file without sentences.
 */
public final class ConlluDocument implements Iterable<ConlluSentence>, AutoCloseable {

    private final CorpusLines lines;
    private @Nullable ConlluDraft held;
    private boolean given;
    private boolean iterated;

    private ConlluDocument(CorpusLines lines) {
        this.lines = lines;
    }

    /**
     * Opens a file.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static ConlluDocument open(Path path) {
        return new ConlluDocument(CorpusLines.open(path));
    }

    /**
     * Reads from a stream, which stays open when the document is closed.
     *
     * @param in the bytes
     * @param name what to call it in errors
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static ConlluDocument open(InputStream in, String name) {
        return new ConlluDocument(CorpusLines.open(in, name));
    }

    /**
     * The sentences, read as they are asked for; can be had once.
     *
     * @throws IllegalStateException if asked for again
     */
    @Override
    public Iterator<ConlluSentence> iterator() {
        if (iterated) {
            throw new IllegalStateException("the sentences were read already; open the document again");
        }
        iterated = true;
        return new PullIterator<>(this::read);
    }

    /**
     * The sentences as a stream, instead of the iterator; closing the stream closes the document.
     *
     * @throws IllegalStateException if they were asked for already
     */
    public Stream<ConlluSentence> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false)
                .onClose(this::close);
    }

    /** Closes the file. */
    @Override
    public void close() {
        lines.close();
    }

    /** Reads one sentence ahead, so that what stands behind the last one can go with it. */
    private Optional<ConlluSentence> read() {
        ConlluDraft ready = held;
        ConlluDraft next = draft();
        if (ready == null && next.hasTokens()) {
            ready = next;
            next = draft();
        }
        if (ready == null) {
            if (!given) {
                throw lines.noSentences();
            }
            return Optional.empty();
        }
        given = true;
        if (next.hasTokens()) {
            held = next;
        } else {
            ready.addTrailing(next);
            held = null;
        }
        return Optional.of(ready.finish());
    }

    /** The next sentence; at the end of the file, one without tokens. */
    private ConlluDraft draft() {
        ConlluDraft draft = new ConlluDraft(lines);
        boolean open = true;
        while (open && lines.advance()) {
            open = draft.add();
        }
        if (draft.hasTokens()) {
            draft.checkEnd();
        }
        return draft;
    }
}
