package dev.lanewise.runtime.spans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.Tagging;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanSchemeTest {

    private enum Tag {
        O,
        B_PER,
        I_PER,
        B_LOC
    }

    private enum Entity {
        PER,
        LOC
    }

    private static final List<Span<String>> SPANS = List.of(
            new Span<>("PER", 0, 2),
            new Span<>("PER", 2, 3),
            new Span<>("LOC", 3, 6),
            new Span<>("PER", 7, 8),
            new Span<>("LOC", 9, 11));

    private static List<String> tags(String tags) {
        return List.of(tags.split(" "));
    }

    private static List<Span<String>> one(String type, int start, int end) {
        return List.of(new Span<>(type, start, end));
    }

    @Test
    void everySchemeWritesTheSameSpans() {
        assertEquals(tags("I-PER I-PER I-PER I-LOC I-LOC I-LOC O I-PER O I-LOC I-LOC"), SpanScheme.IO.write(SPANS, 11));
        assertEquals(
                tags("I-PER I-PER B-PER I-LOC I-LOC I-LOC O I-PER O I-LOC I-LOC"), SpanScheme.IOB1.write(SPANS, 11));
        assertEquals(
                tags("B-PER I-PER B-PER B-LOC I-LOC I-LOC O B-PER O B-LOC I-LOC"), SpanScheme.IOB2.write(SPANS, 11));
        assertEquals(
                tags("B-PER E-PER S-PER B-LOC I-LOC E-LOC O S-PER O B-LOC E-LOC"), SpanScheme.BIOES.write(SPANS, 11));
    }

    @Test
    void convertsBetweenAllThatCanTellSpansApart() {
        List<SpanScheme> schemes = List.of(SpanScheme.IOB1, SpanScheme.IOB2, SpanScheme.BIOES);
        for (SpanScheme from : schemes) {
            assertEquals(SPANS, from.read(from.write(SPANS, 11)));
            for (SpanScheme to : SpanScheme.values()) {
                assertEquals(to.write(SPANS, 11), from.convert(from.write(SPANS, 11), to));
            }
        }
        assertEquals(
                tags("B-PER I-PER I-PER B-LOC"),
                SpanScheme.IO.convert(tags("I-PER I-PER I-PER I-LOC"), SpanScheme.IOB2));
    }

    @Test
    void strayInsideTagsStartSpansAsInConlleval() {
        assertEquals(one("PER", 1, 3), Spans.of(tags("O I-PER I-PER O")));
        assertEquals(List.of(new Span<>("PER", 0, 1), new Span<>("LOC", 1, 2)), Spans.of(tags("B-PER I-LOC")));
        assertEquals(one("PER", 0, 2), SpanScheme.BIOES.read(tags("I-PER I-PER")));
        assertEquals(List.of(new Span<>("PER", 0, 1), new Span<>("PER", 1, 2)), Spans.of(tags("E-PER I-PER")));
        assertEquals(List.of(new Span<>("PER", 0, 1), new Span<>("PER", 1, 2)), Spans.of(tags("S-PER I-PER")));
        assertEquals(List.of(new Span<>("PER", 0, 1), new Span<>("PER", 1, 2)), Spans.of(tags("S-PER E-PER")));
        assertEquals(one("PER", 0, 2), Spans.of(tags("B-PER I-PER O")));
        assertEquals(tags("O B-PER I-PER"), SpanScheme.IOB2.convert(tags("O I-PER I-PER"), SpanScheme.IOB2));
    }

    @Test
    void typesMayHoldHyphensOrBeMissing() {
        assertEquals(one("creative-work", 0, 2), Spans.of(tags("B-creative-work I-creative-work")));
        assertEquals(one("", 1, 3), Spans.of(tags("O B I")));
        assertEquals(tags("O B E"), SpanScheme.IOB2.convert(tags("O B I"), SpanScheme.BIOES));
        assertEquals(List.of(), Spans.of(List.of()));
    }

    @Test
    void taggingGivesItsSpans() {
        Tagging<Tag> tagging =
                new Tagging<>(List.of(Tag.B_PER, Tag.I_PER, Tag.O, Tag.B_LOC), Collections.nCopies(4, 1f), 0);
        List<Span<String>> spans = List.of(new Span<>("PER", 0, 2), new Span<>("LOC", 3, 4));
        assertEquals(spans, tagging.spans());
        assertEquals(spans, tagging.spans(SpanScheme.IOB2));
        assertEquals(new Span<>(Entity.LOC, 3, 4), tagging.spans().get(1).map(Entity::valueOf));
        assertEquals("Ada Lovelace", spans.get(0).text(List.of("Ada", "Lovelace", "saw", "London")));
        assertEquals(2, spans.get(0).length());
        var error = assertThrows(IllegalArgumentException.class, () -> tagging.spans(SpanScheme.IO));
        assertEquals(
                "word 0 (counted from 0) has the tag B_PER, but IO has only I- and O; name the scheme of these tags, or"
                        + " read them with Spans.of, which takes all schemes",
                error.getMessage());
    }

    @Test
    void tagsThatAreNoSpanTagsAreOneClearError() {
        for (String tag : List.of("NOUN", "L-PER", "b-PER", "O-PER", "-PER", "")) {
            var error = assertThrows(IllegalArgumentException.class, () -> Spans.of(List.of("O", tag)));
            assertEquals(
                    "word 1 (counted from 0) has the tag " + tag
                            + ", which is no span tag; they are O, and B, I, E or S"
                            + " with a type: B-PER, or B_PER in an enum",
                    error.getMessage());
        }
    }

    @Test
    void detectsTheSchemeOfACorpus() {
        for (SpanScheme scheme : SpanScheme.values()) {
            assertEquals(scheme, SpanScheme.detect(List.of(tags("O O"), scheme.write(SPANS, 11))));
        }
        assertEquals(SpanScheme.IOB2, SpanScheme.detect(List.of(tags("O O"))));
    }

    @Test
    void tagsOfNoSchemeAreOneClearError() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> SpanScheme.detect(List.of(tags("O"), tags("B-X O I-X E-X"))));
        assertEquals(
                "the tags follow no scheme: IOB2 would have B-X, not I-X, on word 2 of sentence 1 (counted from 0);"
                        + " BIOES would have S-X, not B-X, on word 0 of sentence 1 (counted from 0);"
                        + " IO would have I-X, not B-X, on word 0 of sentence 1 (counted from 0);"
                        + " IOB1 would have I-X, not B-X, on word 0 of sentence 1 (counted from 0)."
                        + " Spans.of reads any mixture of them as conlleval does",
                error.getMessage());
    }

    @Test
    void checkNamesTheFirstStray() {
        SpanScheme.IOB2.check(tags("B-X I-X O"));
        var error = assertThrows(IllegalArgumentException.class, () -> SpanScheme.IOB2.check(tags("B-X O I-X")));
        assertEquals(
                "word 2 (counted from 0) has the tag I-X where IOB2 has B-X; IOB2.convert(tags, IOB2) repairs it as"
                        + " conlleval reads it",
                error.getMessage());
    }

    @Test
    void impossibleSpansAreErrors() {
        assertEquals(
                "a span from 2 to 2 has no words; start counts from 0 and end is the word behind the last one",
                assertThrows(IllegalArgumentException.class, () -> new Span<>("X", 2, 2))
                        .getMessage());
        assertEquals(
                "Span[type=X, start=1, end=3] overlaps the span before it, or reaches beyond the 4 words; give spans in"
                        + " the order of their words",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SpanScheme.IO.write(List.of(new Span<>("X", 0, 2), new Span<>("X", 1, 3)), 4))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> SpanScheme.IO.write(one("X", 0, 2), 1));
        assertEquals(
                "Span[type=X, start=0, end=2] does not fit into a sentence of 1 words; give the one it is of",
                assertThrows(IllegalArgumentException.class, () -> new Span<>("X", 0, 2).text(List.of("a")))
                        .getMessage());
    }
}
