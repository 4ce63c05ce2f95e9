package dev.lanewise.examples.benchmarks.work;

import java.util.List;

/**
 * Goes round a list, so that no two calls in a row see the same data.
 *
 * @param <T> what is in the list
 */
final class Cycle<T> {

    private final List<T> items;
    private int next;

    Cycle(List<T> items) {
        this.items = items;
    }

    T next() {
        T item = items.get(next);
        next = (next + 1) % items.size();
        return item;
    }
}
