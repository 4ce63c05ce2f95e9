package dev.lanewise.runtime.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** Iterates over what a supplier gives, until it gives nothing. */
final class PullIterator<T> implements Iterator<T> {

    private final Supplier<Optional<T>> source;
    private Optional<T> ahead = Optional.empty();
    private boolean ended;

    PullIterator(Supplier<Optional<T>> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            ahead = source.get();
            ended = ahead.isEmpty();
        }
        return ahead.isPresent();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further sentence; ask hasNext() first");
        }
        T next = ahead.orElseThrow();
        ahead = Optional.empty();
        return next;
    }
}
