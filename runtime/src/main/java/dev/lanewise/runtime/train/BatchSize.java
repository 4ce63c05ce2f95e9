package dev.lanewise.runtime.train;

/**
 * How large a batch is.
 *
 * @param limit so many sentences or words it has at most; a longer sentence is a batch of its own
 * @param words whether words count, or sentences
 */
record BatchSize(int limit, boolean words) {

    /** What a sentence counts. */
    int cost(int length) {
        return words ? length : 1;
    }
}
