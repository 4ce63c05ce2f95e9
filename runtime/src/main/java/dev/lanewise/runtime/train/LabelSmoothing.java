package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Head;
import dev.lanewise.runtime.model.SoftmaxHead;

/**
 * Takes a share of the likelihood from the gold tags and spreads it evenly over all tags (Szegedy et al. 2016):
 * {@code nn.CrossEntropyLoss(label_smoothing=share)}.
 *
 * @param share in [0, 1)
 */
record LabelSmoothing(float share) {

    LabelSmoothing {
        Ranges.fraction("labelSmoothing", share);
    }

    /**
     * Changes a loss and its gradient.
     *
     * @param loss the sum of the negative log-likelihoods of the gold tags, whose gradient the head holds
     * @param scale what each word's loss counts
     * @return the sum of the smoothed losses
     * @throws IllegalArgumentException if the head's tags depend on each other, so that there is nothing to spread over
     */
    double apply(double loss, Head head, float scale) {
        if (share == 0) {
            return loss;
        }
        if (!(head instanceof SoftmaxHead)) {
            throw new IllegalArgumentException("labelSmoothing goes with tags that are independent of each other:"
                    + " take it away, or leave the head at @Linear alone");
        }
        float[] scores = head.scores();
        float[] gradient = head.gradient();
        float even = share / head.tags();
        double sum = 0;
        for (int row = 0; row < head.words().rows(); row++) {
            int first = row * head.stride();
            for (int at = first; at < first + head.tags(); at++) {
                sum -= scores[at];
                gradient[at] = gradient[at] * (1 - share) - scale * even;
            }
        }
        return loss * (1 - share) + sum * even;
    }
}
