package dev.lanewise.runtime.onnx;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file tells as its declaration is translated or refused as what it is, never by another error. */
final class DeclaredLayerPropertiesTest {

    private static final SafeTensors CONTENT = SafeTensors.of(
            Map.of(),
            List.of(Tensor.of("w.weight", new float[] {1, 2}, 2, 1), Tensor.of("l.weight_ih_l0", new float[4], 4, 1)));

    @Provide
    Arbitrary<String> declarations() {
        return Arbitraries.of(
                        "@Tagger",
                        "@Embedding",
                        "@Lstm",
                        "@Linear",
                        "@CharLstm",
                        "@Input",
                        " ",
                        "(",
                        ")",
                        ", ",
                        "dim = 1",
                        "name = \"w\"",
                        "name = \"l\"",
                        "hidden = 1",
                        "hidden = 99999999999",
                        "layers = 65536",
                        "layers = 1",
                        "bidirectional = true",
                        "projection = ",
                        "embedding = {1",
                        "\"",
                        "}",
                        "of = \"x\"")
                .list()
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll("declarations") String declaration) {
        build(declaration);
    }

    @Property
    void sizesThatNoTensorHasCostNothing(@ForAll("declarations") String end) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new GraphBuilder(CONTENT, new OnnxGraph("model"))
                        .build(DeclaredLayer.parse("@Input(dim = 65536) @Lstm(hidden = 65536, layers = 65536,"
                                + " bidirectional = true, name = \"l\") " + end)));
    }

    private static void build(String declaration) {
        try {
            new GraphBuilder(CONTENT, new OnnxGraph("model")).build(DeclaredLayer.parse(declaration));
        } catch (IllegalArgumentException e) {
            // refused: the message is tested with the single errors
        }
    }
}
