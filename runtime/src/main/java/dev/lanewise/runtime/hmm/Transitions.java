package dev.lanewise.runtime.hmm;

/**
 * The probability of each tag after the tags before it, smoothed by deleted interpolation of its n-grams: T. Brants, "TnT: a
 * statistical part-of-speech tagger" (ANLP 2000), section 2.2. The boundary of sentences is a tag too, the last one: as many
 * of them as the order stand before a sentence, and one behind it.
 *
 * <pre>
 *   order 1:  P(c | b)    = w1 f(c) / N  +  w2 f(b, c) / f(b)
 *   order 2:  P(c | a, b) = w1 f(c) / N  +  w2 f(b, c) / f(b)  +  w3 f(a, b, c) / f(a, b)
 * </pre>
 *
 * A quotient without a denominator is 0. The weights are the paper's, but counted from 1, so that nothing becomes impossible
 * that only the training data happen not to hold.
 */
public final class Transitions {

    private final int width;
    private final int[] contexts;
    private final double[] rows;

    private Transitions(int width, int[] contexts, double[] rows) {
        this.width = width;
        this.contexts = contexts;
        this.rows = rows;
    }

    /** The number of tags, the boundary included. */
    public int width() {
        return width;
    }

    /**
     * Where the probabilities after a context begin in {@link #rows}: {@code [b]} for order 1, {@code [a * width + b]} for order
     * 2. Not copied, and not to be changed.
     */
    public int[] contexts() {
        return contexts;
    }

    /** The probabilities of the tags and the boundary, {@code width} numbers a context. Not copied, and not to be changed. */
    public double[] rows() {
        return rows;
    }

    /**
     * Smooths counts.
     *
     * @throws IllegalArgumentException if the table would be too large
     */
    static Transitions of(HmmCounts counts, int order) {
        NGrams ngrams = new NGrams(counts.transitions(), order, counts.tags() + 1);
        double[] weights = ngrams.weights();
        double[] pairs = ngrams.smoothedPairs(weights);
        return order == 1
                ? new Transitions(ngrams.width(), ngrams.pairRows(), pairs)
                : withTrigrams(ngrams, counts.transitions(), pairs, weights[2]);
    }

    /** Rows for the contexts that occurred; the others share the row of their last tag. */
    private static Transitions withTrigrams(NGrams ngrams, CountTable table, double[] pairs, double weight) {
        int width = ngrams.width();
        double[] rows = new double[NGrams.checked(pairs.length + (long) ngrams.contexts() * width)];
        System.arraycopy(pairs, 0, rows, 0, pairs.length);
        int[] contexts = new int[width * width];
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = ngrams.pairRows()[i % width];
        }
        int free = pairs.length;
        for (int from = 0; from < table.rows(); from = ngrams.behind(from)) {
            int to = ngrams.behind(from);
            long context = ngrams.sum(from, to);
            int b = table.at(from, 1);
            System.arraycopy(pairs, ngrams.pairRows()[b], rows, free, width);
            for (int row = from; row < to; row++) {
                rows[free + table.at(row, 2)] += weight * table.count(row) / context;
            }
            contexts[table.at(from, 0) * width + b] = free;
            free += width;
        }
        return new Transitions(width, contexts, rows);
    }
}
