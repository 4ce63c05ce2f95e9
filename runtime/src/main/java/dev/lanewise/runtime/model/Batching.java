package dev.lanewise.runtime.model;

/**
 * How many sentences are read together.
 *
 * @param threads how many threads share a window, the calling one included
 * @param window sentences of a window at the most
 */
public record Batching(int threads, int window) {

    /** One thread, and windows of 1024 sentences. */
    public static final Batching DEFAULT = new Batching(1, 1024);

    /** Words of a window for each of its sentences: treebanks have 10 to 25. */
    private static final int WORDS = 32;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one of them is below 1
     */
    public Batching {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    threads + " threads: give at least 1, which is the calling thread alone");
        }
        if (window < 1) {
            throw new IllegalArgumentException(
                    "a window of " + window + " sentences: give at least 1, which reads one by one");
        }
    }

    /** The same window with other threads. */
    public Batching withThreads(int number) {
        return new Batching(number, window);
    }

    /** The same threads with another window. */
    public Batching withWindow(int sentences) {
        return new Batching(threads, sentences);
    }

    /** Words after which a window is full: 32 times its sentences. */
    long windowWords() {
        return (long) window * WORDS;
    }
}
