package dev.lanewise.runtime.model;

import java.util.Optional;

/**
 * One head of a pass: what it says about the tags of the words of a batch. Rows are those of {@link #words()}; everything is
 * valid until the next forward pass.
 *
 * <p>After a forward pass call {@link #loss} to train, or read results: the scores at once, probabilities after {@link #infer}.
 */
public interface Head {

    /** How the words of the batch are packed. */
    Packing words();

    /** Number of tags. */
    int tags();

    /** The distance of two rows of {@link #scores()} and {@link #gradient()}. */
    int stride();

    /** What each tag of each word counts by itself, {@code [rows][stride]}: log-probabilities where tags are independent. */
    float[] scores();

    /** The tag of a word that counts most by itself; the first one among equals. */
    default int best(int row) {
        float[] scores = scores();
        int at = row * stride();
        int best = 0;
        for (int tag = 1; tag < tags(); tag++) {
            if (scores[at + tag] > scores[at + best]) {
                best = tag;
            }
        }
        return best;
    }

    /**
     * Raises what a tag of a word counts by itself; log-probabilities remain log-probabilities. For training, before {@link #loss}.
     */
    void raise(int row, int tag, float by);

    /**
     * The negative log-likelihood of the gold tags, summed over the words, and its gradient.
     *
     * @param gold the tag of every row
     * @param scale what each word's loss counts in the gradient: one over the words of the whole batch
     */
    double loss(int[] gold, float scale);

    /** After {@link #loss}: the gradient with respect to {@link #scores()}, {@code [rows][stride]}, zero in the padding. */
    float[] gradient();

    /** What neighbouring tags count beside each other; empty where tags are independent. */
    Optional<Chain> chain();

    /** Prepares {@link #probability}, {@link #logProbabilities} and {@link #logPartition}. */
    void infer();

    /** After {@link #infer}: the probability of a word's tag, in [0, 1]. */
    float probability(int row, int tag);

    /** After {@link #infer}: writes the log-probabilities of a word's tags; negative infinity for an impossible one. */
    void logProbabilities(int row, float[] into);

    /**
     * After {@link #infer}: what a tagging's score is to be reduced by to become its log-probability; 0 where scores are
     * log-probabilities.
     */
    double logPartition(int sequence);
}
