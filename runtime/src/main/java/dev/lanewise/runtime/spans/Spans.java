package dev.lanewise.runtime.spans;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the spans of a sentence from its tags, whichever scheme they are in: IO, IOB1, IOB2 and BIOES, and mixtures of them,
 * are read by one set of rules, those of the CoNLL shared tasks' script {@code conlleval} (Tjong Kim Sang, 2004-01-26). So a
 * stray {@code I-} is never lost: one after {@code O}, or of another type than the word before, starts a span.
 */
public final class Spans {

    private Spans() {}

    /**
     * The spans of a sentence.
     *
     * @param tags {@code O}, or {@code B}, {@code I}, {@code E} or {@code S} with a hyphen and a type; enum constants have an
     *     underline in place of the hyphen: {@code B_PER}
     * @return the spans in the order of their words, unmodifiable
     * @throws IllegalArgumentException if a tag is none of these, with the number of the word
     */
    public static List<Span<String>> of(List<?> tags) {
        List<Span<String>> spans = new ArrayList<>();
        SpanTag before = SpanTag.OUTSIDE;
        int start = -1; // no span is open
        for (int word = 0; word < tags.size(); word++) {
            SpanTag tag = SpanTag.parse(tags.get(word), word);
            boolean starts = tag.startsAfter(before);
            if (start >= 0 && (starts || tag.outside())) {
                spans.add(new Span<>(before.type(), start, word));
                start = -1;
            }
            start = starts ? word : start;
            before = tag;
        }
        if (start >= 0) {
            spans.add(new Span<>(before.type(), start, tags.size()));
        }
        return Collections.unmodifiableList(spans);
    }
}
