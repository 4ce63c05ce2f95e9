package dev.lanewise.runtime.model;

import dev.lanewise.runtime.Tagging;
import java.util.List;

/**
 * Reads the tags of a sequence out of a pass: those of one head, or those of all heads as records.
 *
 * @param <T> what stands for a word
 */
interface Reading<T> {

    /** Prepares {@link #tagging}; {@link #best} needs nothing but the forward pass. */
    void infer(Pass pass);

    /** The best tag of each word. */
    List<T> best(Worker worker, int sequence);

    /** The best tag of each word with its probability. */
    Tagging<T> tagging(Worker worker, int sequence);

    /** The n best taggings of a sequence with their probabilities, best first; fewer if there are not so many. */
    List<Tagging<T>> nBest(Worker worker, int sequence, int n);

    /**
     * The same where it is that of one head.
     *
     * @throws IllegalStateException if it is not
     */
    HeadReading<T> ofOneHead();

    /**
     * Reads the tags of one of the heads of records.
     *
     * @param <P> the type of that head's tags, which the caller knows
     * @throws IllegalStateException if it reads no records
     */
    <P> Reading<P> head(int number);
}
