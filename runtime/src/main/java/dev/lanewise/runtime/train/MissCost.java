package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Head;
import dev.lanewise.runtime.model.Heads;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
     * Checks that there are spans to miss.
     *
     * @throws IllegalArgumentException if it costs something, and there is no O among the tags of any head
     */
    void check(Heads<?> heads) {
        if (nats == 0) {
            return;
        }
        List<List<String>> tags = new ArrayList<>();
        heads.types().forEach(head -> tags.add(head.tags().names()));
        if (tags.stream().noneMatch(names -> names.contains(OUTSIDE))) {
            String shown = tags.stream().map(List::toString).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("missCost is for spans, whose tags hold O, but the tags are " + shown
                    + ": take it away, or write the tags in a span scheme");
        }
    }

    /**
     * Raises the score of O on words whose gold tag is another one; before the loss is taken. Does nothing to a head whose tags are not
     * those of spans.
     *
     * @param gold the tag of every row
     * @param tags the names of the tags
     */
    void apply(Head head, int[] gold, List<String> tags) {
        int outside = nats == 0 ? -1 : tags.indexOf(OUTSIDE);
        if (outside < 0) {
            return;
        }
        for (int row = 0; row < head.words().rows(); row++) {
            if (gold[row] != outside) {
                head.raise(row, outside, nats);
            }
        }
    }
}
