package dev.lanewise.runtime.model;

import java.util.Optional;

/**
 * A head that is trained as a {@link SoftmaxHead} and decoded under a counted chain: its scores are log-probabilities of each word's
 * tags by themselves, while the probabilities of taggings, and of tags in them, take the chain into account.
 */
public abstract class ViterbiHead extends SoftmaxHead {

    private final ForwardBackward probabilities = new ForwardBackward();
    private boolean stale = true;

    /** For generated classes. */
    protected ViterbiHead() {}

    /** What tags count beside each other. */
    protected abstract CountedChain transitions();

    @Override
    public final Optional<Chain> chain() {
        return transitions().chain();
    }

    /** Only says that there is something new: nothing is computed as long as nobody asks. */
    @Override
    public final void infer() {
        stale = true;
    }

    private ForwardBackward probabilities() {
        if (stale) {
            probabilities.run(this, transitions());
            stale = false;
        }
        return probabilities;
    }

    @Override
    public final float probability(int row, int tag) {
        return (float) Math.min(1, probabilities().probability(row, tag));
    }

    @Override
    public final double logPartition(int sequence) {
        return words().rows() == 0 ? 0 : probabilities().logPartition(sequence);
    }
}
