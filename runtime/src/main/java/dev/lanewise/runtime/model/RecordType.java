package dev.lanewise.runtime.model;

/**
 * How a tagger makes what it gives for a word out of the tags of its heads, and takes it apart. Generated taggers with several
 * heads have a class of their own for it and no lambdas, which would cost the first model of a JVM some milliseconds.
 *
 * @param <T> what the tagger gives for a word: a record, or the tag of the only head
 */
public interface RecordType<T> {

    /**
     * Makes a record.
     *
     * @param tags the tag of each head, in the order of the heads
     */
    T make(Object[] tags);

    /**
     * The tag of one head.
     *
     * @param whole what stands for a word
     * @param head the number of the head
     */
    Object part(T whole, int head);
}
