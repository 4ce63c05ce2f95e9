package dev.lanewise.runtime;

import dev.lanewise.runtime.spans.Span;
import dev.lanewise.runtime.spans.SpanScheme;
import dev.lanewise.runtime.spans.Spans;
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

    /**
     * The entities, or other spans, that the tags write down, in whichever of the schemes IO, IOB1, IOB2 and BIOES. A stray
     * {@code I-} starts a span, as the script conlleval has it. {@code span.map(Entity::valueOf)} gives types of an enum.
     *
     * @return the spans in the order of their words, unmodifiable
     * @throws IllegalArgumentException if a tag is no span tag: {@code O}, {@code B-PER}, or {@code B_PER} in an enum
     */
    public List<Span<String>> spans() {
        return Spans.of(tags);
    }

    /**
     * The same, of tags that must be in one scheme; strays are read all the same.
     *
     * @return the spans in the order of their words, unmodifiable
     * @throws IllegalArgumentException if a tag has a prefix that the scheme does not have
     */
    public List<Span<String>> spans(SpanScheme scheme) {
        return scheme.read(tags);
    }
}
