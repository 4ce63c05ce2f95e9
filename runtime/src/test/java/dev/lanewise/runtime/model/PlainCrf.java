package dev.lanewise.runtime.model;

import dev.lanewise.runtime.testing.CrfReference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A chain of given scores, whose recursions are those of {@link CrfReference} in place of a generated class's. */
final class PlainCrf extends CrfHead {
    private static final int PADDING = 3;

    private final CrfWeights weights;
    private final Packing words = new Packing();
    private final int tags;
    private final float[] scores;
    private final float[] norms;
    private final float[] totals;
    private final float[] marginals;
    private final float[] pairs;
    private final float[] gradient;

    /**
     * A batch.
     *
     * @param emissions {@code [sequence][word][tag]}
     */
    PlainCrf(CrfWeights weights, int tags, List<double[][]> emissions) {
        this.weights = weights;
        this.tags = tags;
        words.pack(emissions.stream().mapToInt(each -> each.length).toArray(), emissions.size());
        scores = new float[words.rows() * stride()];
        norms = new float[words.rows()];
        totals = new float[words.rows()];
        marginals = new float[words.rows() * stride()];
        gradient = new float[words.rows() * stride()];
        pairs = new float[tags * stride()];
        for (int s = 0; s < emissions.size(); s++) {
            for (int t = 0; t < emissions.get(s).length; t++) {
                for (int i = 0; i < tags; i++) {
                    scores[words.row(s, t) * stride() + i] = (float) emissions.get(s)[t][i];
                }
            }
        }
    }

    static int stride(int tags) {
        return tags + PADDING;
    }

    /** The chain of one sequence. */
    CrfReference reference(int sequence) {
        Chain chain = weights.chain().orElseThrow();
        double[][] emissions = new double[words.length(words.place(sequence))][];
        Arrays.setAll(
                emissions,
                t -> IntStream.range(0, tags)
                        .mapToDouble(i -> scores[words.row(sequence, t) * stride() + i])
                        .toArray());
        double[][] transitions = new double[tags][];
        Arrays.setAll(transitions, i -> Arrays.copyOfRange(chain.transitions(), i * tags, (i + 1) * tags));
        return new CrfReference(emissions, chain.start(), transitions, chain.end());
    }

    @Override
    protected void recur() {
        for (int s = 0; s < words.sequences(); s++) {
            CrfReference chain = reference(s);
            double[][] probabilities = chain.marginals();
            int length = probabilities.length;
            double part = (chain.logPartition() - weights.shift(length)) / (length + 1);
            for (int t = 0; t < length; t++) {
                int row = words.row(s, t);
                norms[row] = (float) part;
                totals[row] = (float) Math.exp(part);
                for (int i = 0; i < tags; i++) {
                    marginals[row * stride() + i] = (float) probabilities[t][i];
                }
            }
        }
    }

    @Override
    protected void sumPairs() {
        Arrays.fill(pairs, 0);
        for (int s = 0; s < words.sequences(); s++) {
            CrfReference chain = reference(s);
            int[] any = new int[words.length(words.place(s))];
            double[][] expected = chain.gradients(any).transitions();
            // The gradients' own count of the tagging of zeros.
            expected[0][0] += any.length - 1;
            for (int i = 0; i < tags; i++) {
                for (int j = 0; j < tags; j++) {
                    float weight = weights.forward()[i * stride() + j];
                    pairs[i * stride() + j] += weight == 0 ? 0 : (float) (expected[i][j] / weight);
                }
            }
        }
    }

    @Override
    protected CrfWeights weights() {
        return weights;
    }

    @Override
    protected float[] norms() {
        return norms;
    }

    @Override
    protected float[] totals() {
        return totals;
    }

    @Override
    protected float[] marginals() {
        return marginals;
    }

    @Override
    protected float[] pairs() {
        return pairs;
    }

    @Override
    protected float[] roomForGradient() {
        return gradient;
    }

    @Override
    public Packing words() {
        return words;
    }

    @Override
    public int tags() {
        return tags;
    }

    @Override
    public int stride() {
        return stride(tags);
    }

    @Override
    public float[] scores() {
        return scores;
    }

    @Override
    public float[] gradient() {
        return gradient;
    }
}
