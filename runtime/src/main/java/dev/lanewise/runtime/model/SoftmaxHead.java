package dev.lanewise.runtime.model;

import dev.lanewise.runtime.lane.ScalarMath;
import java.util.Optional;

/**
 * A head whose tags are trained independently of each other: scores are log-probabilities and the loss is PyTorch's {@code NLLLoss}.
 */
public abstract class SoftmaxHead implements Head {

    /** Outputs that are less than this apart may be equal once they are log-probabilities of fewer than 2^31 tags. */
    private static final float CLOSE = 0x1p-18f;

    private boolean fresh;

    /** For generated classes. */
    protected SoftmaxHead() {}

    /** The matrix of scores: outputs of the affine layer until {@link #logSoftmax}. */
    protected abstract float[] outputs();

    /** Turns outputs into log-probabilities, in place. */
    protected abstract void logSoftmax();

    /** Says that the outputs are new: their log-probabilities are computed when somebody asks. */
    public final void fresh() {
        fresh = true;
    }

    @Override
    public final float[] scores() {
        if (fresh) {
            fresh = false;
            logSoftmax();
        }
        return outputs();
    }

    /** The order of outputs is that of the log-probabilities, unless the best two are close, or there are numbers that are none. */
    @Override
    public final int best(int row) {
        float[] outputs = outputs();
        int from = row * stride();
        int end = from + tags();
        // Maxima of integers, and a branch that is taken once: comparisons of floats are taken at random.
        int top = Integer.MIN_VALUE;
        for (int at = from; at < end; at++) {
            top = Math.max(top, ordered(Float.floatToRawIntBits(outputs[at])));
        }
        float most = Float.intBitsToFloat(ordered(top));
        float bound = most - CLOSE;
        int best = from;
        int candidates = 0;
        for (int at = from; at < end; at++) {
            if (!(outputs[at] < bound)) {
                best = at;
                candidates++;
            }
        }
        return candidates == 1 && Float.isFinite(most) ? best - from : Head.super.best(row);
    }

    /** Bits of a float as an integer that is ordered as the float is, and back. */
    private static int ordered(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

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
