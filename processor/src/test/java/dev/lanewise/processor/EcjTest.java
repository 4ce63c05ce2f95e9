package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.read.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler gives the same declarations and the same messages. */
final class EcjTest {
    @TempDir
    Path folder;

    private final List<Declaration> read = new ArrayList<>();

    private List<String> said(String source) throws IOException {
        return Ecj.compile(folder, new LanewiseProcessor(compiler -> read::add), source);
    }

    @Test
    void layersComeInTheOrderOfTheSource() throws IOException {
        List<String> said = said("""
                @Tagger
                @CharLstm(embedding = 4, hidden = 3)
                @Embedding(dim = 5)
                @Lstm(hidden = 6)
                @Lstm(hidden = 7)
                @Linear
                interface M extends Base<M.Tag> { enum Tag { DET, NN }
                  float[][] scores(List<String> words); default void hidden(int i) {} }
                interface Base<T> { List<T> tag(List<String> words); void hidden(int i); }
                """);
        assertEquals(List.of(), said);
        assertEquals(List.of("CHAR_LSTM", "EMBEDDING", "LSTM", "LSTM", "LINEAR"), layerNames());
        assertEquals(List.of("SCORES", "TAG_LIST"), shapes());
        assertEquals(List.of("lstm", "lstm2"), names());
    }

    private List<String> layerNames() {
        return read.get(0).layers().stream()
                .map(each -> each.stated().name().name())
                .toList();
    }

    private List<String> shapes() {
        return read.get(0).methods().stream().map(each -> each.shape().name()).toList();
    }

    private List<String> names() {
        return read.get(0).encoder().stream().map(each -> each.name()).toList();
    }

    @Test
    void whatIsWrittenCompiles() throws IOException {
        String source = """
                @Tagger @Embedding @CharLstm(bidirectional = true, projection = 3) @Lstm(layers = 2) @Linear
                interface M { enum Tag { DET, NN }
                  List<Tag> tag(List<String> words); void scores(List<String> words, float[][] into); }
                """;
        assertEquals(List.of(), Ecj.compile(folder, new LanewiseProcessor(), source));
        assertTrue(Files.exists(folder.resolve("classes/p/MModel$ModelPass.class")));
    }

    @Test
    void recordsOfTokensAndTagsCompile() throws IOException {
        String source = Records.LAYERS + " interface M " + Records.BODY;
        assertEquals(List.of(), Ecj.compile(folder, new LanewiseProcessor(), source));
        assertTrue(Files.exists(folder.resolve("classes/p/MModel$ModelPass.class")));
    }

    @Test
    void aRepeatedAnnotationStandsWhereTheFirstOneStands() throws IOException {
        said("@Tagger @Embedding @Lstm(hidden = 6) @Linear @Lstm(hidden = 7) interface M {"
                + " List<String> tag(List<String> words); }");
        assertEquals(List.of("EMBEDDING", "LSTM", "LSTM", "LINEAR"), layerNames());
    }

    @Test
    void valuesArePointedAt() throws IOException {
        assertEquals(
                List.of("5: LW046: hidden = 0 of @Lstm is out of range."
                        + " Choose a number from 1 to 8192; 128 is a good start."),
                said("@Tagger @Embedding\n@Lstm(\nlayers = 2,\nhidden = 0)\n@Linear interface M {"
                        + " List<String> tag(List<String> words); }"));
    }

    @Test
    void aSecondHeadIsAnError() throws IOException {
        List<String> said =
                said("@Tagger @Embedding @Lstm\n@Linear @Linear interface M { List<String> tag(List<String> words); }");
        assertEquals(
                List.of(
                        "3: LW023: M has several heads, but @Linear number 1 does not say what it gives. Keep one @Linear, or say of each which component of a record of tags it gives: of = \"upos\"."),
                ours(said));
    }

    @Test
    void aSecondFeatureOfAKindIsAnError() throws IOException {
        List<String> said = said(
                "@Tagger\n@CharLstm @CharLstm @Lstm @Linear interface M { List<String> tag(List<String> words); }");
        assertEquals(List.of("3: LW031: @CharLstm stands there twice. Keep one of the two."), ours(said));
    }

    @Test
    void aMissingTypeIsAnErrorAtTheEnd() throws IOException {
        List<String> said = said("@Tagger @Embedding @Lstm @Linear\ninterface M { Nowhere tag(List<String> words); }");
        assertEquals(List.of(missing("the type Nowhere (result of tag())")), ours(said));
    }

    @Test
    void aMissingConstantIsAnErrorAtTheEnd() throws IOException {
        List<String> said = said("@Tagger @Embedding(dim = Nowhere.DIM) @Lstm @Linear\n"
                + "interface M { List<String> tag(List<String> words); }");
        assertEquals(List.of(missing("the value of dim of @Embedding")), ours(said));
    }

    private static List<String> ours(List<String> said) {
        return said.stream().filter(each -> each.contains(": LW")).toList();
    }

    private static String missing(String what) {
        return "3: LW010: Nothing is written for M, since " + what + " cannot be found."
                + " Correct the name or the import; if another annotation processor is to write it, see that it runs.";
    }
}
