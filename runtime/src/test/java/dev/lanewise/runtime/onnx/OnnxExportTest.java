package dev.lanewise.runtime.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decodes graphs and looks at their structure; that ONNX Runtime computes the same scores is checked beside the benchmarks. */
final class OnnxExportTest {

    private static final String FULL = "@Tagger @Embedding(dim = 4, minCount = 1, unknown = true, name = \"words\")"
            + " @CharLstm(embedding = 3, hidden = 2, bidirectional = true, projection = 5, unknown = true, name = \"char\")"
            + " @Lstm(hidden = 6, layers = 2, bidirectional = true, name = \"lstm\") @Linear(name = \"out\")";

    @TempDir
    private Path directory;

    private final List<Tensor> tensors = new ArrayList<>();

    private void tensor(String name, int... shape) {
        int size = 1;
        for (int s : shape) {
            size *= s;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i;
        }
        tensors.add(Tensor.of(name, values, shape));
    }

    private void lstm(String prefix, String end, int inputs, int hidden) {
        tensor(prefix + "weight_ih" + end, 4 * hidden, inputs);
        tensor(prefix + "weight_hh" + end, 4 * hidden, hidden);
        tensor(prefix + "bias_ih" + end, 4 * hidden);
        tensor(prefix + "bias_hh" + end, 4 * hidden);
    }

    private void fullTensors() {
        tensor("words.weight", 7, 4);
        tensor("char_embeddings.weight", 9, 3);
        for (String end : List.of("_l0", "_l0_reverse")) {
            lstm("char_lstm.", end, 3, 2);
            lstm("lstm.", end, 9, 6);
        }
        for (String end : List.of("_l1", "_l1_reverse")) {
            lstm("lstm.", end, 12, 6);
        }
        tensor("char_h2t.weight", 5, 4);
        tensor("char_h2t.bias", 5);
        tensor("out.weight", 3, 12);
        tensor("out.bias", 3);
    }

    private SafeTensors content(String declaration) {
        return SafeTensors.of(Map.of("lanewise.declaration", declaration, "lanewise.tags", "[\"A\"]"), tensors);
    }

    private Proto export(String declaration) throws IOException {
        Path target = directory.resolve("model.onnx");
        OnnxExport.write(content(declaration), target);
        return Proto.read(Files.readAllBytes(target));
    }

    private static String refusal(Runnable action) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    @Test
    void theFileTellsVersionsAndMetadata() throws IOException {
        fullTensors();
        Proto model = export(FULL);
        assertEquals(8, model.number(1));
        assertEquals(17, model.message(8).number(2));
        Set<String> metadata = new HashSet<>();
        model.messages(14).forEach(entry -> metadata.add(entry.text(1) + "=" + entry.text(2)));
        assertEquals(Set.of("lanewise.declaration=" + FULL, "lanewise.tags=[\"A\"]"), metadata);
    }

    @Test
    void inputsAndOutputHaveNamesTypesAndShapes() throws IOException {
        fullTensors();
        Proto graph = export(FULL).message(7);
        assertEquals(
                List.of(
                        "words_ids 7 batch words",
                        "char_ids 7 batch words characters",
                        "char_lengths 6 batch words",
                        "lengths 6 batch"),
                graph.messages(11).stream().map(OnnxExportTest::value).toList());
        assertEquals(
                List.of("scores 1 batch words 3"),
                graph.messages(12).stream().map(OnnxExportTest::value).toList());
    }

    private static String value(Proto value) {
        Proto tensor = value.message(2).message(1);
        StringBuilder text = new StringBuilder(value.text(1)).append(' ').append(tensor.number(1));
        for (Proto size : tensor.message(2).messages(1)) {
            text.append(' ').append(size.texts(2).isEmpty() ? "" + size.number(1) : size.text(2));
        }
        return text.toString();
    }

    @Test
    void everyNodeReadsWhatIsThereAlready() throws IOException {
        fullTensors();
        Proto graph = export(FULL).message(7);
        Set<String> known = new HashSet<>(Set.of(""));
        graph.messages(11).forEach(input -> known.add(input.text(1)));
        graph.messages(5).forEach(constant -> assertTrue(known.add(constant.text(8)), constant.text(8)));
        for (Proto node : graph.messages(1)) {
            node.texts(1).forEach(input -> assertTrue(known.contains(input), input + " of " + node.text(3)));
            node.texts(2).stream()
                    .filter(output -> !output.isEmpty())
                    .forEach(output -> assertTrue(known.add(output), output));
        }
        assertTrue(known.contains("scores"));
    }

    @Test
    void lstmNodesHaveSizesAndDirections() throws IOException {
        fullTensors();
        Proto graph = export(FULL).message(7);
        List<Proto> nodes = graph.messages(1).stream()
                .filter(node -> node.text(4).equals("LSTM"))
                .toList();
        assertEquals(3, nodes.size());
        for (Proto node : nodes) {
            assertEquals("bidirectional", node.messages(5).get(1).text(4));
        }
        assertEquals(
                List.of(2L, 6L, 6L),
                nodes.stream().map(node -> node.message(5).number(3)).toList());
        assertEquals(
                List.of(2L, 24L, 12L), constant(graph, "lstm.l1/input_weights").numbers(1));
        assertEquals(
                List.of(2L, 24L, 6L),
                constant(graph, "lstm.l1/recurrent_weights").numbers(1));
        assertEquals(List.of(2L, 48L), constant(graph, "lstm.l1/biases").numbers(1));
    }

    private static Proto constant(Proto graph, String name) {
        return graph.messages(5).stream()
                .filter(constant -> constant.text(8).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void gatesComeInTheOrderOfOnnxAndMatricesAreTransposed() throws IOException {
        tensor("words.weight", 2, 1);
        lstm("lstm.", "_l0", 1, 1);
        tensor("out.weight", 2, 1);
        tensor("out.bias", 2);
        Proto graph = export(
                        "@Tagger @Embedding(dim = 1, name = \"words\")"
                                + " @Lstm(hidden = 1, layers = 1, bidirectional = false, name = \"lstm\") @Linear(name = \"out\")")
                .message(7);
        assertArrayEquals(
                new float[] {0, 3, 1, 2},
                constant(graph, "lstm.l0/input_weights").floats(9));
        assertArrayEquals(
                new float[] {0, 3, 1, 2, 0, 3, 1, 2},
                constant(graph, "lstm.l0/biases").floats(9));
        assertEquals(List.of(1L, 2L), constant(graph, "out.weight").numbers(1));
    }

    @Test
    void anEncoderGivesItsHiddenStates() throws IOException {
        lstm("", "_l0", 3, 2);
        Proto graph = export(
                        "@Encoder @Input(dim = 3) @Lstm(hidden = 2, layers = 1, bidirectional = false, name = \"\")")
                .message(7);
        assertEquals(
                List.of("inputs 1 batch words 3", "lengths 6 batch"),
                graph.messages(11).stream().map(OnnxExportTest::value).toList());
        assertEquals("hidden 1 batch words 2", value(graph.message(12)));
    }

    @Test
    void aLayerWithoutAnOperatorIsRefusedByName() {
        fullTensors();
        Path target = directory.resolve("model.onnx");
        assertEquals(
                "@CharCnn cannot be written as ONNX; export a model of @Input, @Embedding, @CharLstm, @Lstm and @Linear",
                refusal(() -> OnnxExport.write(content(FULL + " @CharCnn(width = {3, 4}, name = \"cnn\")"), target)));
        assertTrue(Files.notExists(target));
    }

    @Test
    void aSecondHeadAndAnotherColumnAreRefused() {
        fullTensors();
        Path target = directory.resolve("model.onnx");
        assertTrue(refusal(() -> OnnxExport.write(content(FULL + " @Linear(name = \"out\")"), target))
                .startsWith("it has several heads"));
        String column = FULL.replace("name = \"words\"", "name = \"words\", of = \"pos\"");
        assertTrue(refusal(() -> OnnxExport.write(content(column), target))
                .startsWith("@Embedding of another column cannot be written"));
    }

    @Test
    void whatDoesNotFitTheDeclarationIsNamed() {
        fullTensors();
        Path target = directory.resolve("model.onnx");
        String wider = FULL.replace("hidden = 6", "hidden = 7");
        assertTrue(
                refusal(() -> OnnxExport.write(content(wider), target))
                        .startsWith(
                                "tensor \"lstm.weight_ih_l0\" of shape [24, 9] does not fit the declaration, which needs [28, 9]"));
        String longer = FULL.replace("dim = 4", "dim = 5");
        assertTrue(refusal(() -> OnnxExport.write(content(longer), target))
                .startsWith(
                        "tensor \"words.weight\" of shape [7, 4] does not fit the declaration, which needs 5 columns"));
    }

    @Test
    void aDamagedDeclarationIsRefused() {
        fullTensors();
        Path target = directory.resolve("model.onnx");
        Stream.of(
                        "?",
                        "@Lstm(",
                        "@Tagger  @Lstm",
                        "@Lstm(hidden)",
                        "@Lstm(hidden = x)",
                        "@Lstm(name = 3)",
                        "@Lstm(hidden = -1)")
                .forEach(declaration -> refusal(() -> OnnxExport.write(content(declaration), target)));
    }

    @Test
    void aModelFileIsTranslatedOrNamedInTheError() throws IOException {
        fullTensors();
        Path model = directory.resolve("model.safetensors");
        Path target = directory.resolve("model.onnx");
        content(FULL).write(model);
        OnnxExport.write(model, target);
        assertEquals(8, Proto.read(Files.readAllBytes(target)).number(1));
        SafeTensors.of(Map.of(), tensors).write(model);
        String message = String.valueOf(assertThrows(ModelFormatException.class, () -> OnnxExport.write(model, target))
                .getMessage());
        assertTrue(message.startsWith(model + ": it tells no declaration; "), message);
    }
}
