package dev.lanewise.runtime.model;

import dev.lanewise.runtime.lane.ScalarMath;
import java.util.Optional;

/**
 * The head of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), as pytorch-crf: a tagging's score
 * is the sum of its start score, its words' scores, its transitions and its end score. Generated classes add the recursions.
 *
 * <p>The recursions run in a form that cannot overflow: forward messages are relative to the best tag of their word, and
 * marginals are smoothed backwards from them, so that every number is a probability. A tag that is more than 87 nats behind the
 * best of its word, counting what stands before it, is given up.
 */
public abstract class CrfHead implements Head {

    private int[] path = new int[16];
    private float[] startGradient = new float[0];
    private float[] endGradient = new float[0];
    private float[] transitionGradient = new float[0];

    /** For generated classes. */
    protected CrfHead() {}

    /** The scores of neighbouring tags. */
    protected abstract CrfWeights weights();

    /** Runs forward through the batch, then smooths backwards. */
    protected abstract void recur();

    /** After {@link #recur}: adds up messages over all transitions into {@link #pairs}, {@code [before][stride]}. */
    protected abstract void sumPairs();

    /** The best forward message of every row, in nats. */
    protected abstract float[] norms();

    /** What every row's marginals summed up to before they were divided by it. */
    protected abstract float[] totals();

    /** The probability of every row's tags, {@code [rows][stride]}. */
    protected abstract float[] marginals();

    /** The sums over all transitions, still without the transitions' own weights. */
    protected abstract float[] pairs();

    /** The matrix of gradients, with room for the rows of this batch. */
    protected abstract float[] roomForGradient();

    @Override
    public final Optional<Chain> chain() {
        return weights().chain();
    }

    @Override
    public final void raise(int row, int tag, float by) {
        scores()[row * stride() + tag] += by;
    }

    @Override
    public final void infer() {
        recur();
    }

    @Override
    public final float probability(int row, int tag) {
        return Math.min(1f, marginals()[row * stride() + tag]);
    }

    @Override
    public final void logProbabilities(int row, float[] into) {
        for (int tag = 0; tag < tags(); tag++) {
            float probability = probability(row, tag);
            into[tag] = probability < Float.MIN_NORMAL
                    ? Float.NEGATIVE_INFINITY
                    : Math.min(0f, ScalarMath.log(probability));
        }
    }

    @Override
    public final double logPartition(int sequence) {
        Packing words = words();
        int length = words.length(words.place(sequence));
        if (length == 0) {
            return 0;
        }
        double sum = weights().shift(length);
        for (int t = 0; t < length; t++) {
            sum += norms()[words.row(sequence, t)];
        }
        return sum + StrictMath.log(totals()[words.row(sequence, length - 1)]);
    }

    @Override
    public final double loss(int[] gold, float scale) {
        recur();
        sumPairs();
        gradientOfScores(gold, scale);
        gradientsOfChain(gold, scale);
        double sum = 0;
        for (int s = 0; s < words().sequences(); s++) {
            sum += logPartition(s) - score(gold, s);
        }
        return sum;
    }

    private double score(int[] gold, int sequence) {
        int length = words().length(words().place(sequence));
        if (path.length < length) {
            path = new int[Math.max(length, 2 * path.length)];
        }
        for (int t = 0; t < length; t++) {
            path[t] = gold[words().row(sequence, t)];
        }
        return PathScore.of(this, sequence, path);
    }

    /** Expected minus actual tags. */
    private void gradientOfScores(int[] gold, float scale) {
        float[] gradient = roomForGradient();
        float[] marginals = marginals();
        int rows = words().rows();
        int size = rows * stride();
        for (int i = 0; i < size; i++) {
            gradient[i] = scale * marginals[i];
        }
        for (int row = 0; row < rows; row++) {
            gradient[row * stride() + gold[row]] -= scale;
        }
    }

    private void gradientsOfChain(int[] gold, float scale) {
        Packing words = words();
        float[] gradient = gradient();
        startGradient = Rows.zeros(startGradient, tags());
        endGradient = Rows.zeros(endGradient, tags());
        for (int s = 0; s < words.sequences(); s++) {
            int last = words.length(words.place(s)) - 1;
            Rows.add(gradient, words.row(s, 0) * stride(), startGradient, 0, tags());
            Rows.add(gradient, words.row(s, last) * stride(), endGradient, 0, tags());
        }
        gradientOfTransitions(gold, scale);
    }

    private void gradientOfTransitions(int[] gold, float scale) {
        int tags = tags();
        transitionGradient = Rows.zeros(transitionGradient, tags * tags);
        countTransitions(gold, transitionGradient);
        float[] pairs = pairs();
        float[] weights = weights().forward();
        for (int before = 0; before < tags; before++) {
            for (int tag = 0; tag < tags; tag++) {
                int at = before * stride() + tag;
                int to = before * tags + tag;
                transitionGradient[to] = scale * (weights[at] * pairs[at] - transitionGradient[to]);
            }
        }
    }

    private void countTransitions(int[] gold, float[] counts) {
        Packing words = words();
        for (int t = 1; t < words.steps(); t++) {
            int before = words.offset(t - 1);
            int row = words.offset(t);
            for (int i = 0; i < words.active(t); i++) {
                counts[gold[before + i] * tags() + gold[row + i]]++;
            }
        }
    }

    /**
     * After {@link #loss}: adds the gradients of the scores of neighbouring tags.
     *
     * @param first the index of the start scores
     */
    public final void addGradients(GradientSet gradients, int first) {
        Rows.add(startGradient, 0, gradients.at(first).values(), 0, tags());
        Rows.add(endGradient, 0, gradients.at(first + 1).values(), 0, tags());
        Rows.add(transitionGradient, 0, gradients.at(first + 2).values(), 0, tags() * tags());
    }
}
