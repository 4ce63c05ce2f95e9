package dev.lanewise.runtime.model;

import dev.lanewise.runtime.SentenceException;
import dev.lanewise.runtime.data.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One window on its way through a model: batches of like length, the longest sentences first, taken by threads one after the
 * other. Threads are started for it and have ended when it is read; that costs a thousandth of the time of a full window.
 *
 * @param <R> what is read of a sentence
 */
final class Window<R> {

    /** Sentences of a batch: a multiple of the eight rows of a kernel's tile, few enough to stay in the second-level cache. */
    private static final int BATCH = 32;

    private static final int TILE = 8;
    /** Words after which a batch is full, which bounds the memory that long sentences take. */
    private static final int BATCH_WORDS = 2048;
    /** Batches for each thread, where sentences are few. */
    private static final int SHARES = 2;

    private final List<Sequence> sequences;
    private final long first;
    private final int threads;
    private final Batched.Reader<R> reader;
    private final int[] order;
    private final int[] starts;
    private final List<Outcome<R>> outcomes;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean stopped;
    private volatile @Nullable Error error;

    /**
     * A window that is to be read.
     *
     * @param first the number of its first sequence
     */
    Window(List<Sequence> sequences, long first, int threads, Batched.Reader<R> reader) {
        this.sequences = sequences;
        this.first = first;
        this.threads = threads;
        this.reader = reader;
        this.order = byLength();
        this.starts = starts();
        this.outcomes = new ArrayList<>(Collections.nCopies(sequences.size(), new Outcome<>(null, null)));
    }

    /** The sequences from long to short, so that those of a batch are of like length and threads end together. */
    private int[] byLength() {
        long[] keys = new long[sequences.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) -sequences.get(i).length() << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** Where batches begin in the order, and where the last one ends. */
    private int[] starts() {
        int most = threads == 1 ? BATCH : Math.min(BATCH, tiles(order.length, SHARES * threads) * TILE);
        IntStream.Builder begins = IntStream.builder();
        int from = 0;
        int words = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || i - from == most || words >= BATCH_WORDS) {
                begins.add(i);
                from = i;
                words = 0;
            }
            words += sequences.get(order[i]).length();
        }
        return begins.add(order.length).build().toArray();
    }

    /** Tiles of a part of some sequences, rounded up. */
    private static int tiles(int count, int parts) {
        return Math.max(1, (count + parts * TILE - 1) / (parts * TILE));
    }

    /**
     * Reads everything.
     *
     * @return what came of each sequence, in the order given; a list of the caller's own
     * @throws CancellationException if the calling thread was interrupted, which it stays
     */
    List<Outcome<R>> read() {
        List<Thread> helpers = new ArrayList<>();
        boolean done = false;
        try {
            for (int i = 1; i < Math.min(threads, starts.length - 1); i++) {
                Thread helper = new Thread(null, this::help, "lanewise-tagging-" + i, 0, false);
                helper.setDaemon(true);
                helper.start();
                helpers.add(helper);
            }
            work();
            done = true;
        } finally {
            stopped |= !done;
            await(helpers);
        }
        if (error != null) {
            throw error;
        }
        if (stopped) {
            throw new CancellationException("interrupted while reading sentences " + first + " to "
                    + (first + sequences.size() - 1) + " (counted from 0)");
        }
        return outcomes;
    }

    private void help() {
        try {
            work();
        } catch (Error e) {
            error = e;
            stopped = true;
        }
    }

    private void work() {
        int batches = starts.length - 1;
        for (int i = taken.getAndIncrement(); i < batches && !stopped; i = taken.getAndIncrement()) {
            if (caller.isInterrupted()) {
                stopped = true;
                return;
            }
            batch(starts[i], starts[i + 1]);
        }
    }

    private void batch(int from, int end) {
        try {
            read(from, end);
        } catch (RuntimeException e) {
            // One of them is to blame: those beside it have their results.
            for (int i = from; i < end; i++) {
                single(i);
            }
        }
    }

    private void single(int place) {
        try {
            read(place, place + 1);
        } catch (RuntimeException e) {
            outcomes.set(order[place], Outcome.failed(new SentenceException(first + order[place], e)));
        }
    }

    private void read(int from, int end) {
        List<Sequence> batch = new ArrayList<>(end - from);
        for (int i = from; i < end; i++) {
            batch.add(sequences.get(order[i]));
        }
        List<R> results = reader.read(batch);
        for (int i = from; i < end; i++) {
            outcomes.set(order[i], Outcome.of(results.get(i - from)));
        }
    }

    /** Waits for the helpers, which after an interrupt end with the batch that each one is in. */
    private void await(List<Thread> helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopped = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
