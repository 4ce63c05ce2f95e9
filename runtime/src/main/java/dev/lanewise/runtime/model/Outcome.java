package dev.lanewise.runtime.model;

import org.jspecify.annotations.Nullable;

/**
 * What came of a sentence: its result, or why there is none.
 *
 * @param result null if it failed
 * @param failure null if there is a result
 */
record Outcome<R>(@Nullable R result, @Nullable RuntimeException failure) {

    static <R> Outcome<R> of(R result) {
        return new Outcome<>(result, null);
    }

    static <R> Outcome<R> failed(RuntimeException failure) {
        return new Outcome<>(null, failure);
    }

    /** The result; throws the failure. */
    R get() {
        if (failure != null) {
            throw failure;
        }
        if (result == null) {
            throw new IllegalStateException("a sentence that nothing came of");
        }
        return result;
    }
}
