package dev.lanewise.runtime.model;

import dev.lanewise.runtime.SentenceException;
import dev.lanewise.runtime.data.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The results of sentences in their order: when those of a window are used up, the next one is read. It holds one window and is
 * never split, since threads share what is inside.
 *
 * @param <S> a sentence
 * @param <R> its result
 */
final class Windows<S, R> implements Spliterator<R> {

    private final Function<? super S, ? extends Sequence> sequences;
    private final Batching batching;
    private final Batched.Reader<R> reader;
    private Iterator<S> source;
    private List<Outcome<R>> outcomes = List.of();
    private int given;
    /** How many sentences were in the windows before. */
    private long before;

    Windows(
            Iterator<S> source,
            Function<? super S, ? extends Sequence> sequences,
            Batching batching,
            Batched.Reader<R> reader) {
        this.source = source;
        this.sequences = sequences;
        this.batching = batching;
        this.reader = reader;
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        if (given == outcomes.size()) {
            before += given;
            given = 0;
            outcomes = List.of();
            outcomes = next();
        }
        if (outcomes.isEmpty()) {
            return false;
        }
        R result = outcomes.get(given++).get();
        action.accept(result);
        return true;
    }

    /** Reads a window. Where the source or a sentence fails it ends, and those before have their results first. */
    private List<Outcome<R>> next() {
        List<Sequence> window = new ArrayList<>();
        RuntimeException failure = fill(window);
        List<Outcome<R>> results = new Window<>(window, before, batching.threads(), reader).read();
        if (failure != null) {
            results.add(Outcome.failed(failure));
        }
        return results;
    }

    private @Nullable RuntimeException fill(List<Sequence> window) {
        long words = 0;
        try {
            while (window.size() < batching.window() && words < batching.windowWords() && source.hasNext()) {
                Sequence sequence = sequence(source.next(), before + window.size());
                window.add(sequence);
                words += sequence.length();
            }
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private Sequence sequence(S sentence, long number) {
        try {
            return sequences.apply(sentence);
        } catch (RuntimeException e) {
            throw new SentenceException(number, e);
        }
    }

    /** Forgets what was not asked for. */
    void close() {
        source = Collections.emptyIterator();
        outcomes = List.of();
        given = 0;
    }

    @Override
    public @Nullable Spliterator<R> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL;
    }
}
