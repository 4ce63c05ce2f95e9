package dev.lanewise.runtime.model;

import org.jspecify.annotations.Nullable;

/** The ids of a batch in one lookup table. */
abstract sealed class Lookup permits TokenIds, Characters {

    /**
     * Looks every distinct word up.
     *
     * @param text the words of the batch
     * @param words how they are packed
     * @param filter what replaces ids; null for nothing
     */
    abstract void pack(TextColumn text, Packing words, Batch.@Nullable IdFilter filter);
}
