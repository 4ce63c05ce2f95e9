package dev.lanewise.runtime.onnx;

import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.onnx.OnnxGraph.Dimension;
import dev.lanewise.runtime.onnx.OnnxGraph.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Translates a declaration and its tensors, layer by layer. Inside the graph sequences lie time first, {@code [words][batch][...]},
 * as the operator LSTM wants them.
 */
final class GraphBuilder {

    private static final Dimension BATCH = Dimension.of("batch");
    private static final Dimension WORDS = Dimension.of("words");
    private static final Dimension CHARACTERS = Dimension.of("characters");
    private static final String LENGTHS = "lengths";
    private static final String SWAPPED = "/time_first";

    private final SafeTensors content;
    private final OnnxGraph graph;
    private final List<String> features = new ArrayList<>();
    private String current = "";
    private int width;
    private boolean head;

    GraphBuilder(SafeTensors content, OnnxGraph graph) {
        this.content = content;
        this.graph = graph;
    }

    /** Adds all layers, of which the first says what kind of model it is. */
    void build(List<DeclaredLayer> layers) {
        for (DeclaredLayer layer : layers) {
            switch (layer.annotation()) {
                case "@Tagger", "@Encoder" -> {}
                case "@Input" -> input(layer.number("dim"));
                case "@Embedding" -> embedding(layer);
                case "@CharLstm" -> characters(layer);
                case "@Lstm" -> encoder(layer);
                case "@Linear" -> linear(layer.text("name"));
                default ->
                    throw new NotExportable(
                            layer.annotation() + " cannot be written as ONNX",
                            "export a model of @Input, @Embedding, @CharLstm, @Lstm and @Linear");
            }
        }
        output();
    }

    private void input(int dim) {
        String inputs = graph.input("inputs", Type.FLOAT, BATCH, WORDS, Dimension.of(dim));
        features.add(timeFirst(inputs, 1, 0, 2));
        width = dim;
    }

    private String timeFirst(String value, long... order) {
        return graph.node(value + SWAPPED, "Transpose", List.of(value), OnnxGraph.integers("perm", order));
    }

    private void embedding(DeclaredLayer layer) {
        refuseOtherInputs(layer);
        String name = layer.text("name");
        int dim = layer.number("dim");
        String ids = graph.input(name + "_ids", Type.INT64, BATCH, WORDS);
        features.add(lookUp(name + ".weight", dim, timeFirst(ids, 1, 0)));
        width += dim;
    }

    /** Several columns of a token would need a name for each in the graph. */
    private static void refuseOtherInputs(DeclaredLayer layer) {
        if (layer.says("of")) {
            throw new NotExportable(
                    layer.annotation() + " of another column cannot be written as ONNX",
                    "export a model whose features read the word itself");
        }
    }

    private String lookUp(String table, int dim, String ids) {
        Tensor weights = Shapes.requireColumns(content.tensor(table), dim);
        graph.weights(table, weights.values(), weights.shape().get(0), dim);
        return graph.node(ids + "/vectors", "Gather", List.of(table, ids));
    }

    /** Every word of the batch is a sequence of its own; the last states come back as a feature of the words. */
    private void characters(DeclaredLayer layer) {
        refuseOtherInputs(layer);
        String name = layer.text("name");
        boolean bidirectional = layer.flag("bidirectional");
        String ids = timeFirst(graph.input(name + "_ids", Type.INT64, BATCH, WORDS, CHARACTERS), 1, 0, 2);
        String lengths = timeFirst(graph.input(name + "_lengths", Type.INT32, BATCH, WORDS), 1, 0);
        String flat = graph.node(name + "/words", "Flatten", List.of(ids), OnnxGraph.integer("axis", 2));
        String each = graph.numbers(name + "/all", -1);
        String eachLength = graph.node(name + "/word_lengths", "Reshape", List.of(lengths, each));
        int dim = layer.number("embedding");
        String vectors = lookUp(name + "_embeddings.weight", dim, timeFirst(flat, 1, 0));
        LstmTensors lstm = LstmTensors.read(content, name + "_lstm.", 0, dim, layer.number("hidden"), bidirectional);
        String last = name + "/last";
        lstm(lstm, name + "_lstm", vectors, eachLength, List.of("", last));
        int size = lstm.directions() * lstm.hidden();
        String joined =
                graph.node(last + "/directions", "Transpose", List.of(last), OnnxGraph.integers("perm", 1, 0, 2));
        String shape = graph.node(
                name + "/shape",
                "Concat",
                List.of(graph.node(name + "/sizes", "Shape", List.of(lengths)), graph.numbers(name + "/size", size)),
                OnnxGraph.integer("axis", 0));
        String feature = graph.node(name + "/feature", "Reshape", List.of(joined, shape));
        int projection = layer.number("projection");
        if (projection > 0) {
            feature = affine(name + "_h2t", feature, size, projection);
        }
        features.add(feature);
        width += projection > 0 ? projection : size;
    }

    private void encoder(DeclaredLayer layer) {
        joinFeatures();
        String name = layer.text("name");
        int hidden = layer.number("hidden");
        boolean bidirectional = layer.flag("bidirectional");
        for (int i = 0; i < layer.number("layers"); i++) {
            String prefix = name.isEmpty() ? "" : name + ".";
            LstmTensors lstm = LstmTensors.read(content, prefix, i, width, hidden, bidirectional);
            String states = prefix + "l" + i;
            lstm(lstm, states, current, LENGTHS, List.of(states + "/states"));
            String joined = graph.node(
                    states + "/joined",
                    "Transpose",
                    List.of(states + "/states"),
                    OnnxGraph.integers("perm", 0, 2, 1, 3));
            // Zero keeps a size, -1 takes what is left: both directions side by side.
            String shape = graph.numbers(states + "/shape", 0, 0, -1);
            current = graph.node(states + "/hidden", "Reshape", List.of(joined, shape));
            width = lstm.directions() * hidden;
        }
    }

    private void joinFeatures() {
        if (!current.isEmpty()) {
            return;
        }
        graph.input(LENGTHS, Type.INT32, BATCH);
        current = features.size() == 1
                ? features.get(0)
                : graph.node("features", "Concat", features, OnnxGraph.integer("axis", 2));
    }

    private void lstm(LstmTensors lstm, String name, String from, String lengths, List<String> to) {
        int directions = lstm.directions();
        int rows = LstmTensors.GATES * lstm.hidden();
        graph.node(
                to,
                "LSTM",
                List.of(
                        from,
                        graph.weights(name + "/input_weights", lstm.inputWeights(), directions, rows, lstm.inputs()),
                        graph.weights(
                                name + "/recurrent_weights", lstm.recurrentWeights(), directions, rows, lstm.hidden()),
                        graph.weights(name + "/biases", lstm.biases(), directions, 2 * rows),
                        lengths),
                OnnxGraph.integer("hidden_size", lstm.hidden()),
                OnnxGraph.text("direction", directions == 2 ? "bidirectional" : "forward"));
    }

    private void linear(String name) {
        if (head) {
            throw new NotExportable("it has several heads", "export a model with one @Linear");
        }
        head = true;
        int tags = content.tensor(name + ".weight").shape().get(0);
        String scores = affine(name, current, width, tags);
        current = graph.node(name + "/scores", "LogSoftmax", List.of(scores), OnnxGraph.integer("axis", -1));
        width = tags;
    }

    /** An affine map of the last dimension; PyTorch's matrix is {@code [outputs][inputs]}, the product wants the other way. */
    private String affine(String name, String from, int inputs, int outputs) {
        Tensor weight = Shapes.require(content.tensor(name + ".weight"), List.of(outputs, inputs));
        Tensor bias = Shapes.require(content.tensor(name + ".bias"), List.of(outputs));
        float[] transposed = new float[weight.values().length];
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                transposed[i * outputs + o] = weight.values()[o * inputs + i];
            }
        }
        String matrix = graph.weights(name + ".weight", transposed, inputs, outputs);
        String product = graph.node(name + "/product", "MatMul", List.of(from, matrix));
        return graph.node(
                name + "/sum", "Add", List.of(product, graph.weights(name + ".bias", bias.values(), outputs)));
    }

    private void output() {
        String output = head ? "scores" : "hidden";
        graph.node(output, "Transpose", List.of(current), OnnxGraph.integers("perm", 1, 0, 2));
        graph.output(output, Type.FLOAT, BATCH, WORDS, Dimension.of(width));
    }
}
