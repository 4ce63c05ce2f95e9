package dev.lanewise.runtime.model;

import dev.lanewise.runtime.lane.ScalarMath;
import java.util.Optional;

/**
 * A head whose tags are trained independently of each other: scores are log-probabilities and the loss is PyTorch's {@code NLLLoss}.
 */
public abstract class SoftmaxHead implements Head {

    /** For generated classes. */
    protected SoftmaxHead() {}

    /** The matrix of gradients, set to zero for the rows of this batch. */
    protected abstract float[] zeroGradient();

    @Override
    public final double loss(int[] gold, float scale) {
        float[] scores = scores();
        float[] gradient = zeroGradient();
        int rows = words().rows();
        int stride = stride();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * stride + gold[row];
            sum -= scores[at];
            gradient[at] = -scale;
        }
        return sum;
    }

    @Override
    public final void raise(int row, int tag, float by) {
        float[] scores = scores();
        int first = row * stride();
        float more = ScalarMath.exp(scores[first + tag]) * (ScalarMath.exp(by) - 1);
        float shift = ScalarMath.log(1 + more);
        for (int at = first; at < first + tags(); at++) {
            scores[at] -= shift;
        }
        scores[first + tag] += by;
    }

    @Override
    public Optional<Chain> chain() {
        return Optional.empty();
    }

    /** Nothing is to be prepared. */
    @Override
    public void infer() {}

    @Override
    public float probability(int row, int tag) {
        return Math.min(1f, ScalarMath.exp(scores()[row * stride() + tag]));
    }

    @Override
    public final void logProbabilities(int row, float[] into) {
        System.arraycopy(scores(), row * stride(), into, 0, tags());
    }

    @Override
    public double logPartition(int sequence) {
        return 0;
    }
}
