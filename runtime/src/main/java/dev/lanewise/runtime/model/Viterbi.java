package dev.lanewise.runtime.model;

/**
 * Viterbi's algorithm (1967) in double precision: the best tagging under a chain, exact. Among taggings of the same score it
 * takes the first tag where they differ, looking from the end.
 */
final class Viterbi {

    /** The score of the best tagging up to a word that ends in a tag, {@code [word][tag]}. */
    private double[] best = new double[0];

    /** Writes the best tags of a sequence of at least one word. */
    void decode(Head head, Chain chain, int sequence, int[] path) {
        Packing words = head.words();
        int length = words.length(words.place(sequence));
        int tags = chain.tags();
        if (best.length < length * tags) {
            best = new double[Math.max(length * tags, 2 * best.length)];
        }
        System.arraycopy(chain.start(), 0, best, 0, tags);
        for (int t = 0; t < length; t++) {
            if (t > 0) {
                step(chain.transitions(), (t - 1) * tags, t * tags, tags);
            }
            add(head.scores(), words.row(sequence, t) * head.stride(), t * tags, tags);
        }
        path[length - 1] = last(chain.end(), (length - 1) * tags);
        for (int t = length - 1; t > 0; t--) {
            path[t - 1] = before(chain.transitions(), (t - 1) * tags, path[t], tags);
        }
    }

    private void step(double[] transitions, int from, int to, int tags) {
        for (int tag = 0; tag < tags; tag++) {
            best[to + tag] = Double.NEGATIVE_INFINITY;
        }
        for (int before = 0; before < tags; before++) {
            double score = best[from + before];
            int row = before * tags;
            for (int tag = 0; tag < tags; tag++) {
                best[to + tag] = Math.max(best[to + tag], score + transitions[row + tag]);
            }
        }
    }

    private void add(float[] scores, int from, int to, int tags) {
        for (int tag = 0; tag < tags; tag++) {
            best[to + tag] += scores[from + tag];
        }
    }

    private int last(double[] end, int from) {
        int chosen = 0;
        for (int tag = 1; tag < end.length; tag++) {
            if (best[from + tag] + end[tag] > best[from + chosen] + end[chosen]) {
                chosen = tag;
            }
        }
        return chosen;
    }

    /** Finds the tag before again: cheaper than to remember it for every tag of every word. */
    private int before(double[] transitions, int from, int tag, int tags) {
        int chosen = 0;
        for (int before = 1; before < tags; before++) {
            if (best[from + before] + transitions[before * tags + tag]
                    > best[from + chosen] + transitions[chosen * tags + tag]) {
                chosen = before;
            }
        }
        return chosen;
    }
}
