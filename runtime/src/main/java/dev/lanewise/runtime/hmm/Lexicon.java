package dev.lanewise.runtime.hmm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tags that words may have, and how probable a word is given each. A word of the training data has those that it had there,
 * {@code f(word, tag) / f(tag)}. Any other word has all tags, by its ending: P(tag | ending) / P(tag), Bayes' rule without the
 * ending's own probability, which all tags share.
 *
 * <p>Source: T. Brants, "TnT" (ANLP 2000), section 2.3: endings come from rare words, those of capitalised words are apart, and each
 * ending is smoothed by the shorter one (successive abstraction) with theta, the standard deviation of the tags' probabilities.
 */
final class Lexicon {

    private final HmmCounts counts;
    private final List<Candidates> known = new ArrayList<>();
    private final SuffixTree capitalised;
    private final SuffixTree others;
    private final int[] occurring;
    private final double[] probabilities;
    private final double theta;

    /**
     * Makes the lexicon of some counts.
     *
     * @param suffix the length of the longest ending, in code points
     * @param rare how often a word occurs at most whose ending counts
     */
    Lexicon(HmmCounts counts, int suffix, int rare) {
        this.counts = counts;
        this.capitalised = new SuffixTree(suffix);
        this.others = new SuffixTree(suffix);
        long[] tags = counts.tagCounts();
        this.occurring =
                IntStream.range(0, tags.length).filter(tag -> tags[tag] > 0).toArray();
        this.probabilities = new double[tags.length];
        long all = IntStream.range(0, tags.length).mapToLong(tag -> tags[tag]).sum();
        for (int tag : occurring) {
            probabilities[tag] = (double) tags[tag] / all;
        }
        this.theta = deviation();
        CountTable emissions = counts.emissions();
        for (int from = 0; from < emissions.rows(); ) {
            int to = from + 1;
            while (to < emissions.rows() && emissions.at(to, 0) == emissions.at(from, 0)) {
                to++;
            }
            add(from, to, tags, rare);
            from = to;
        }
    }

    private double deviation() {
        double mean = 1.0 / occurring.length;
        double sum = 0;
        for (int tag : occurring) {
            sum += (probabilities[tag] - mean) * (probabilities[tag] - mean);
        }
        return occurring.length < 2 ? 1 : Math.sqrt(sum / (occurring.length - 1));
    }

    /** Adds one word with the rows of its tags. */
    private void add(int from, int to, long[] tagCounts, int rare) {
        CountTable emissions = counts.emissions();
        String word = counts.words().word(emissions.at(from, 0));
        int[] tags = new int[to - from];
        double[] weights = new double[to - from];
        long occurrences = 0;
        for (int i = 0; i < tags.length; i++) {
            tags[i] = emissions.at(from + i, 1);
            weights[i] = (double) emissions.count(from + i) / tagCounts[tags[i]];
            occurrences += emissions.count(from + i);
        }
        known.add(new Candidates(tags, weights));
        if (occurrences <= rare) {
            for (int i = 0; i < tags.length; i++) {
                tree(word).add(word, tags[i], emissions.count(from + i));
            }
        }
    }

    private SuffixTree tree(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first) ? capitalised : others;
    }

    /** The tags that a word may have. */
    Candidates of(String word) {
        int id = counts.words().id(word);
        return id > 0 ? known.get(id - 1) : unknown(word);
    }

    private Candidates unknown(String word) {
        double[] distribution = probabilities.clone();
        tree(word).abstractOver(word, theta, distribution);
        double[] weights = new double[occurring.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = distribution[occurring[i]] / probabilities[occurring[i]];
        }
        return new Candidates(occurring, weights);
    }
}
