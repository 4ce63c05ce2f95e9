package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConlluPropertiesTest {

    /** A token of a written sentence: what stands before it, its word and its tag. */
    record Written(boolean multiword, boolean emptyNode, String word, String tag) {}

    /** A written file. */
    record File(List<List<Written>> sentences, String comment, String lineEnd, boolean mark, String tail) {

        String text() {
            StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
            for (List<Written> sentence : sentences) {
                text.append("# ").append(comment).append(lineEnd);
                for (int i = 0; i < sentence.size(); i++) {
                    Written token = sentence.get(i);
                    String index = String.valueOf(i + 1);
                    line(text, token.multiword, index + "-" + index, token.word, "_");
                    line(text, true, index, token.word, token.tag);
                    line(text, token.emptyNode, index + ".1", token.word, "_");
                }
                text.append(lineEnd);
            }
            return text.append(tail).toString();
        }

        private void line(StringBuilder text, boolean wanted, String index, String word, String tag) {
            if (wanted) {
                text.append(Texts.token(index, word, tag).replace("\n", lineEnd));
            }
        }
    }

    @Provide
    Arbitrary<File> files() {
        Arbitrary<Written> token = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(true, false), text(1), text(1))
                .as(Written::new);
        return Combinators.combine(
                        token.list()
                                .ofMinSize(1)
                                .ofMaxSize(6)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5),
                        text(0),
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "\n", "# behind", "\n \n# behind\n\n"))
                .as(File::new)
                .withoutEdgeCases();
    }

    /** Any text that fits into a column and is not the sign for nothing. */
    private static Arbitrary<String> text(int minLength) {
        return Arbitraries.strings()
                .ofMinLength(minLength)
                .ofMaxLength(8)
                .filter(text -> !text.equals("_") && text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r'))
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    @Property(tries = 300, seed = "1")
    void whatIsWrittenIsRead(@ForAll("files") File file) {
        List<Example<String>> expected = file.sentences().stream()
                .map(sentence -> Example.of(
                        sentence.stream().map(Written::word).toList(),
                        sentence.stream().map(Written::tag).toList()))
                .toList();
        assertEquals(expected, ConlluReader.of(ConlluColumn.UPOS).read(Texts.stream(file.text()), "x"));
        byte[] gzipped = Texts.gzip(Texts.bytes(file.text()));
        assertEquals(expected, ConlluReader.of(ConlluColumn.UPOS).read(new ByteArrayInputStream(gzipped), "x"));
    }

    @Property(tries = 300, seed = "1")
    void filledColumnIsReadBackAndTheRestIsAsItWas(@ForAll("files") File file, @ForAll("columns") ConlluColumn column) {
        StringBuilder same = new StringBuilder();
        StringBuilder filled = new StringBuilder();
        List<List<String>> values = new ArrayList<>();
        try (ConlluDocument document = ConlluDocument.open(Texts.stream(file.text()), "x")) {
            for (ConlluSentence sentence : document) {
                List<String> reversed = new ArrayList<>(sentence.words());
                Collections.reverse(reversed);
                values.add(reversed);
                ConlluSentence changed = sentence.withColumn(column, reversed);
                filled.append(changed.text());
                same.append(changed.withColumn(column, sentence.column(column)).text());
            }
        }
        assertEquals(file.text(), same.toString());
        try (ConlluDocument document = ConlluDocument.open(Texts.stream(filled.toString()), "x")) {
            assertEquals(
                    values,
                    document.stream().map(sentence -> sentence.column(column)).toList());
        }
    }

    @Provide
    Arbitrary<ConlluColumn> columns() {
        return Arbitraries.of(ConlluColumn.class).filter(column -> column != ConlluColumn.ID);
    }

    @Property(tries = 500, seed = "1")
    void brokenFileIsReadOrReportedButNeverFailsOtherwise(
            @ForAll("files") File file, @ForAll int position, @ForAll byte garbage) {
        byte[] bytes = Texts.bytes(file.text());
        bytes[Math.floorMod(position, bytes.length)] = garbage;
        try {
            ConlluReader.of(ConlluColumn.UPOS).read(new ByteArrayInputStream(bytes), "x");
        } catch (CorpusException e) {
            assertTrue(e.getMessage().startsWith("x:" + e.line() + ": "), e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
    }
}
