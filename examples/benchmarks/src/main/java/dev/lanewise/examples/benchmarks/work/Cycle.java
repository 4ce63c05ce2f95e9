package dev.lanewise.examples.benchmarks.work;

import java.util.List;

/**
 * Goes round a list, so that no two calls in a row see the same data.
 *
 * @param <T> what is in the list
 */
public final class Cycle<T> {

    private final List<T> items;
    private int next;

    /** Starts with the first. */
    public Cycle(List<T> items) {
        this.items = items;
    }

    /** The next one; after the last comes the first. */
    public T next() {
        T item = items.get(next);
        next = (next + 1) % items.size();
        return item;
    }
}
