package dev.lanewise.runtime.hmm;

import java.util.Arrays;

/**
 * The shorter n-grams inside the longest ones that were counted, and the weights that deleted interpolation gives them.
 */
final class NGrams {

    /** Most numbers of a table, half a gigabyte. */
    private static final long MAX_NUMBERS = 1 << 26;

    private final CountTable table;
    private final int order;
    private final int width;
    private final long[] unigrams;
    private final int[] pairRows;
    private final long[] pairs;
    private final long[] followers;
    private long total;

    /**
     * Counts them.
     *
     * @param width the number of tags, the boundary included
     */
    NGrams(CountTable table, int order, int width) {
        this.table = table;
        this.order = order;
        this.width = width;
        this.unigrams = new long[width];
        this.followers = new long[width];
        this.pairRows = new int[width];
        int seen = 0;
        for (int row = 0; row < table.rows(); row++) {
            int b = table.at(row, order - 1);
            unigrams[table.at(row, order)] += table.count(row);
            total += table.count(row);
            pairRows[b] = followers[b] == 0 ? width * seen++ : pairRows[b];
            followers[b] += table.count(row);
        }
        pairs = new long[checked((long) seen * width)];
        for (int row = 0; row < table.rows(); row++) {
            pairs[pairRows[table.at(row, order - 1)] + table.at(row, order)] += table.count(row);
        }
    }

    static int checked(long numbers) {
        if (numbers > MAX_NUMBERS) {
            throw new IllegalArgumentException("a table of " + numbers + " transitions is larger than " + MAX_NUMBERS
                    + "; use fewer tags, or order = 1");
        }
        return (int) numbers;
    }

    int width() {
        return width;
    }

    /** Where the row of a tag begins in the tables of pairs; 0 for a tag without followers. */
    int[] pairRows() {
        return pairRows;
    }

    /** The smoothed probabilities of a tag after another, without the trigrams' part; rows as in {@link #pairRows}. */
    double[] smoothedPairs(double[] weights) {
        double[] smoothed = new double[pairs.length];
        for (int b = 0; b < width; b++) {
            for (int c = 0; c < width && followers[b] > 0; c++) {
                int at = pairRows[b] + c;
                smoothed[at] = weights[0] * unigrams[c] / total + weights[1] * pairs[at] / followers[b];
            }
        }
        return smoothed;
    }

    /** The number of contexts that the longest n-grams have. */
    int contexts() {
        int contexts = 0;
        for (int row = 0; row < table.rows(); row = behind(row)) {
            contexts++;
        }
        return contexts;
    }

    /** The first row of the next context: rows are in order, so that those of a context stand together. */
    int behind(int row) {
        int next = row + 1;
        while (next < table.rows() && sameContext(row, next)) {
            next++;
        }
        return next;
    }

    private boolean sameContext(int row, int other) {
        for (int i = 0; i < order; i++) {
            if (table.at(row, i) != table.at(other, i)) {
                return false;
            }
        }
        return true;
    }

    /** How often the context of rows {@code from} to {@code to} occurred. */
    long sum(int from, int to) {
        long sum = 0;
        for (int row = from; row < to; row++) {
            sum += table.count(row);
        }
        return sum;
    }

    /**
     * The weights of unigrams, bigrams and, in order 2, trigrams, which add up to 1: each n-gram, taken out of the counts once,
     * votes for the length that then predicts its last tag best; of equal ones the shortest.
     */
    double[] weights() {
        double[] votes = new double[order + 1];
        Arrays.fill(votes, 1);
        for (int from = 0; from < table.rows(); from = behind(from)) {
            int to = behind(from);
            long context = sum(from, to);
            for (int row = from; row < to; row++) {
                votes[longest(row, context)] += table.count(row);
            }
        }
        double sum = 0;
        for (double vote : votes) {
            sum += vote;
        }
        for (int i = 0; i < votes.length; i++) {
            votes[i] /= sum;
        }
        return votes;
    }

    private int longest(int row, long context) {
        int b = table.at(row, order - 1);
        int c = table.at(row, order);
        double[] predictions = {
            without(unigrams[c], total),
            without(pairs[pairRows[b] + c], followers[b]),
            without(table.count(row), context)
        };
        int best = 0;
        for (int i = 1; i <= order; i++) {
            best = predictions[i] > predictions[best] ? i : best;
        }
        return best;
    }

    private static double without(long count, long whole) {
        return whole <= 1 ? 0 : (double) (count - 1) / (whole - 1);
    }
}
