package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Head;
import java.util.List;

/**
 * Makes spans that are missed cost more than words that are wrongly found: softmax-margin (Gimpel and Smith 2010) with a cost for
 * recall alone (Mohit et al. 2012). While training, the tag {@code O} counts more on words that stand in a span, so what is learned
 * has to outweigh that.
 *
 * @param nats what O counts more; 0 for nothing
 */
record MissCost(float nats) {

    private static final String OUTSIDE = "O";

    MissCost {
        Ranges.notNegative("missCost", nats);
    }

    /**
     * Raises the score of O on words whose gold tag is another one; before the loss is taken.
     *
     * @param gold the tag of every row
     * @param tags the names of the tags
     * @throws IllegalArgumentException if there is no O among them
     */
    void apply(Head head, int[] gold, List<String> tags) {
        if (nats == 0) {
            return;
        }
        int outside = tags.indexOf(OUTSIDE);
        if (outside < 0) {
            throw new IllegalArgumentException("missCost is for spans, whose tags hold O, but the tags are " + tags
                    + ": take it away, or write the tags in a span scheme");
        }
        for (int row = 0; row < head.words().rows(); row++) {
            if (gold[row] != outside) {
                head.raise(row, outside, nats);
            }
        }
    }
}
