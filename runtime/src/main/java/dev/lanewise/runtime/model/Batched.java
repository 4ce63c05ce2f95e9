package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads many sentences with a model: window after window, those of a window sorted by length into batches that threads share, with
 * results in the order of the input. Whatever the window and the number of threads, a sentence's result is the same.
 *
 * <p>Nothing runs between two results: threads begin and end while a window is read. So a stream that is left half-read needs no
 * closing, but for what it reads from. A window that is being read stops where the calling thread is interrupted, with a
 * {@link CancellationException}; the thread stays interrupted.
 *
 * @param <R> what is read of a sentence
 */
public final class Batched<R> {

    /**
     * Reads the sentences of a batch at once.
     *
     * @param <R> what is read of a sentence
     */
    public interface Reader<R> {

        /** The results of some sentences, in their order. */
        List<R> read(List<Sequence> batch);
    }

    private final Batching batching;
    private final Reader<R> reader;

    /** Reads with a model. */
    public Batched(Batching batching, Reader<R> reader) {
        this.batching = batching;
        this.reader = reader;
    }

    /**
     * Reads all sentences of a list.
     *
     * @param sequences makes the model's input of a sentence
     * @throws dev.lanewise.runtime.SentenceException if one of them cannot be read
     */
    public <S> List<R> list(List<S> sentences, Function<? super S, ? extends Sequence> sequences) {
        List<R> results = new ArrayList<>(sentences.size());
        windows(sentences.iterator(), sequences).forEachRemaining(results::add);
        return Collections.unmodifiableList(results);
    }

    /**
     * Reads sentences as their results are asked for; each iteration begins anew.
     *
     * @param sequences makes the model's input of a sentence
     */
    public <S> Iterable<R> iterable(Iterable<S> sentences, Function<? super S, ? extends Sequence> sequences) {
        return () -> Spliterators.iterator(windows(sentences.iterator(), sequences));
    }

    /**
     * Reads sentences as their results are asked for. Closing the stream closes that of the sentences.
     *
     * @param sequences makes the model's input of a sentence
     */
    public <S> Stream<R> stream(Stream<S> sentences, Function<? super S, ? extends Sequence> sequences) {
        Windows<S, R> windows = windows(sentences.iterator(), sequences);
        return StreamSupport.stream(windows, false).onClose(windows::close).onClose(sentences::close);
    }

    private <S> Windows<S, R> windows(Iterator<S> sentences, Function<? super S, ? extends Sequence> sequences) {
        return new Windows<>(sentences, sequences, batching, reader);
    }
}
