package dev.lanewise.runtime.model;

import java.util.Optional;

/**
 * A chain that is counted rather than trained: what a model says of each word's tag, P(tag | word), becomes the score of a hidden
 * Markov model, in which P(word | tag) stands for it. By Bayes' rule that is P(tag | word) / P(tag), but for a constant, so a tag
 * counts {@code log(P(tag | before) / P(tag))} after another one, and an end {@code log(P(end | last))}.
 *
 * <p>Probabilities are those of the training data, smoothed so that nothing is impossible: one more tag is taken to have been seen
 * after each, dealt out by the frequencies of all tags (MacKay and Peto 1995), and in these one more of each.
 */
public final class CountedChain implements Packed {

    private final Parameter starts;
    private final Parameter ends;
    private final Parameter pairs;
    private final int tags;
    private final Chain chain;
    private final Optional<Chain> present;
    private final double[] startWeights;
    private final double[] weights;
    private final double[] endWeights;

    /**
     * Takes three consecutive parameters of a set.
     *
     * @param parameters the model's parameters
     * @param first the index of the counts of first tags; those of last tags and of neighbours, {@code [before][tag]}, follow
     */
    public CountedChain(ParameterSet parameters, int first) {
        this.starts = parameters.all().get(first);
        this.ends = parameters.all().get(first + 1);
        this.pairs = parameters.all().get(first + 2);
        this.tags = starts.columns();
        this.chain = new Chain(tags);
        this.present = Optional.of(chain);
        this.startWeights = new double[tags];
        this.weights = new double[tags * tags];
        this.endWeights = new double[tags];
    }

    /** What neighbouring tags count beside each other. */
    public Optional<Chain> chain() {
        return present;
    }

    /** The exponentials of the chain's start scores. */
    double[] startWeights() {
        return startWeights;
    }

    /** The exponentials of the chain's transitions, {@code [before][tag]}. */
    double[] weights() {
        return weights;
    }

    /** The exponentials of the chain's end scores. */
    double[] endWeights() {
        return endWeights;
    }

    /** Computes the chain from the counts, none of which is negative. */
    @Override
    public void repack() {
        double sentences = sum(starts, 0, tags);
        double words = sentences + sum(pairs, 0, tags * tags);
        double stop = (sentences + 1) / (words + sentences + 1);
        double[] frequencies = frequencies(words);
        for (int tag = 0; tag < tags; tag++) {
            startWeights[tag] = (starts.values()[tag] / frequencies[tag] + 1) / (sentences + 1);
        }
        for (int before = 0; before < tags; before++) {
            double last = ends.values()[before];
            double seen = last + sum(pairs, before * tags, (before + 1) * tags) + 1;
            endWeights[before] = (last + stop) / seen;
            for (int tag = 0; tag < tags; tag++) {
                int at = before * tags + tag;
                weights[at] = (pairs.values()[at] / frequencies[tag] + 1 - stop) / seen;
            }
        }
        logarithms(startWeights, chain.start());
        logarithms(weights, chain.transitions());
        logarithms(endWeights, chain.end());
    }

    /** None: steps of training leave counts alone. */
    @Override
    public int parts() {
        return 0;
    }

    private static void logarithms(double[] of, double[] to) {
        for (int i = 0; i < of.length; i++) {
            to[i] = StrictMath.log(of[i]);
        }
    }

    /** The part of the words that has each tag. */
    private double[] frequencies(double words) {
        double[] frequencies = new double[tags];
        for (int tag = 0; tag < tags; tag++) {
            double count = starts.values()[tag] + 1d;
            for (int before = 0; before < tags; before++) {
                count += pairs.values()[before * tags + tag];
            }
            frequencies[tag] = count / (words + tags);
        }
        return frequencies;
    }

    private static double sum(Parameter counts, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts.values()[i];
        }
        return sum;
    }
}
