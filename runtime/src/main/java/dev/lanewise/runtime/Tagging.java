package dev.lanewise.runtime;

import dev.lanewise.runtime.spans.Span;
import dev.lanewise.runtime.spans.SpanScheme;
import dev.lanewise.runtime.spans.Spans;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of one sentence with the model's certainty: a value, safe to keep and share.
 *
 * @param <T> the type of a tag
 * @param tags the best tag of each word
 * @param confidences the probability of each word's tag, in [0, 1]
 * @param score the natural logarithm of the probability of the whole tagging, at most 0; without a chain of tags, the sum of the
 *     words' log-probabilities
 * @param heads where tags are records, the tagging of each head by itself under the component that it gives, in the order of the
 *     heads; otherwise empty
 */
public record Tagging<T>(List<T> tags, List<Float> confidences, double score, Map<String, Tagging<?>> heads) {

    /**
     * Copies the lists and the map.
     *
     * @throws IllegalArgumentException if there is not one confidence for each tag
     */
    public Tagging {
        tags = List.copyOf(tags);
        confidences = List.copyOf(confidences);
        heads = heads.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(heads));
        if (tags.size() != confidences.size()) {
            throw new IllegalArgumentException(
                    "a tagging has one confidence a tag, but " + confidences.size() + " for " + tags.size() + " tags");
        }
    }

    /**
     * A tagging of one head.
     *
     * @throws IllegalArgumentException if there is not one confidence for each tag
     */
    public Tagging(List<T> tags, List<Float> confidences, double score) {
        this(tags, confidences, score, Map.of());
    }

    /**
     * What one of several heads says: its tags, with confidences and a score of their own.
     *
     * <pre>{@code
     * Tagging<Upos> upos = tagger.tag(words).head("upos", Upos.class);
     * }</pre>
     *
     * @param <P> the type of its tags
     * @param of the component of the record that it gives
     * @param type the type of that component
     * @throws IllegalArgumentException if no head gives it, or its tags are of another type
     */
    @SuppressWarnings("unchecked") // every tag has been looked at
    public <P> Tagging<P> head(String of, Class<P> type) {
        Tagging<?> head = heads.get(of);
        if (head == null) {
            throw new IllegalArgumentException("no head gives " + of + "; there are " + heads.keySet());
        }
        for (Object tag : head.tags) {
            if (!type.isInstance(tag)) {
                throw new IllegalArgumentException("the tag " + tag + " of " + of + " is no " + type.getSimpleName()
                        + ": give the type of the component");
            }
        }
        return (Tagging<P>) head;
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
