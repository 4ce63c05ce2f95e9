package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConlluColumnsTest {

    private enum Upos {
        NOUN,
        VERB
    }

    private record Tags(Upos upos, String xpos) {}

    private static final ConlluColumns<Tags> READER =
            ConlluColumns.of(ConlluColumn.UPOS, ConlluColumn.XPOS, (upos, xpos) -> new Tags(Upos.valueOf(upos), xpos));

    private static List<Example<Tags>> read(String... lines) {
        String text = String.join("\n", lines).replace(' ', '\t') + "\n\n";
        return READER.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "corpus");
    }

    private static String error(String... lines) {
        return assertThrows(CorpusException.class, () -> read(lines)).getMessage();
    }

    @Test
    void aTagIsMadeOfSeveralColumns() {
        List<Example<Tags>> examples = read(
                "#text",
                "1-2 dogsbark _ _ _ _ _ _ _ _",
                "1 dogs dog NOUN NNS _ 2 nsubj _ _",
                "2 bark bark VERB VBP _ 0 root _ _");
        assertEquals(
                List.of(Example.of(
                        List.of("dogs", "bark"), List.of(new Tags(Upos.NOUN, "NNS"), new Tags(Upos.VERB, "VBP")))),
                examples);
        assertEquals(
                Example.of(List.of("dogs", "bark"), List.of("NNS", "VBP")),
                examples.get(0).map(Tags::xpos));
    }

    @Test
    void anyNumberOfColumnsIsRead() {
        ConlluColumns<String> reader = ConlluColumns.of(
                List.of(ConlluColumn.FEATS, ConlluColumn.DEPREL, ConlluColumn.UPOS),
                values -> String.join("+", values));
        String text = "1\tdogs\tdog\tNOUN\tNNS\t_\t0\troot\t_\t_\n\n";
        assertEquals(
                List.of(Example.of(List.of("dogs"), List.of("_+root+NOUN"))),
                reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "corpus"));
    }

    @Test
    void aMissingValueIsNamed() {
        assertEquals(
                "corpus:2: the word \"bark\" has no XPOS (column 5); fill it in or use another column",
                error("1 dogs dog NOUN NNS _ 2 nsubj _ _", "2 bark bark VERB _ _ 0 root _ _"));
    }

    @Test
    void aValueThatNoTagCanBeMadeOfIsNamed() {
        String error = error("1 dogs dog NOUN NNS _ 2 nsubj _ _", "2 bark bark AUX VBP _ 0 root _ _");
        assertEquals(
                "corpus:2: no tag can be made of [AUX, VBP] of the word \"bark\": ",
                error.substring(0, error.indexOf("No ")));
    }

    @Test
    void someColumnsHoldNoTags() {
        assertThrows(IllegalArgumentException.class, () -> ConlluColumns.of(List.of(), values -> ""));
        assertEquals(
                "column 2 of CoNLL-U, FORM, holds no tags; use upos, xpos, feats or another column from 3 to 10",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ConlluColumns.of(ConlluColumn.UPOS, ConlluColumn.FORM, (upos, form) -> form))
                        .getMessage());
    }
}
