package dev.lanewise.runtime;

import java.util.List;

/**
 * The tags of one sentence with the model's certainty: a value, safe to keep and share.
 *
 * @param <T> the type of a tag
 * @param tags the best tag of each word
 * @param confidences the probability of each word's tag, in [0, 1]
 * @param score the log-probability of the whole tagging: the sum of the words' log-probabilities
 */
public record Tagging<T>(List<T> tags, List<Float> confidences, double score) {

    /** Copies the lists. */
    public Tagging {
        tags = List.copyOf(tags);
        confidences = List.copyOf(confidences);
        if (tags.size() != confidences.size()) {
            throw new IllegalArgumentException(
                    "a tagging has one confidence a tag, but " + confidences.size() + " for " + tags.size() + " tags");
        }
    }
}
