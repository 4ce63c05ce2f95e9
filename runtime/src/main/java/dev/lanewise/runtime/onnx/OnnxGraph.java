package dev.lanewise.runtime.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** An ONNX graph while it is put together: nodes in the order of their execution, constants, inputs and outputs. */
final class OnnxGraph {

    /** ONNX's numbers of the types that are used here. */
    enum Type {
        FLOAT(1),
        INT32(6),
        INT64(7);

        private final int number;

        Type(int number) {
            this.number = number;
        }
    }

    /** A size that the caller of the graph decides, by name, or one that is fixed. */
    record Dimension(String name, int size) {

        static Dimension of(String name) {
            return new Dimension(name, 0);
        }

        static Dimension of(int size) {
            return new Dimension("", size);
        }
    }

    // Version 8 of the format and 17 of the operators: read by ONNX Runtime from 1.12 on.
    private static final int FORMAT = 8;
    private static final int OPERATORS = 17;
    private static final String PRODUCER = "Lanewise";

    private static final int ATTRIBUTE_INTEGER = 2;
    private static final int ATTRIBUTE_TEXT = 3;
    private static final int ATTRIBUTE_INTEGERS = 7;

    private final String name;
    private final ProtoMessage nodes = new ProtoMessage();
    private final ProtoMessage constants = new ProtoMessage();
    private final ProtoMessage inputs = new ProtoMessage();
    private final ProtoMessage outputs = new ProtoMessage();

    OnnxGraph(String name) {
        this.name = name;
    }

    static ProtoMessage integer(String attribute, long value) {
        return attribute(attribute, ATTRIBUTE_INTEGER).number(3, value);
    }

    static ProtoMessage integers(String attribute, long... values) {
        ProtoMessage message = attribute(attribute, ATTRIBUTE_INTEGERS);
        for (long value : values) {
            message.number(8, value);
        }
        return message;
    }

    static ProtoMessage text(String attribute, String value) {
        return attribute(attribute, ATTRIBUTE_TEXT).text(4, value);
    }

    private static ProtoMessage attribute(String attribute, int type) {
        return new ProtoMessage().text(1, attribute).number(20, type);
    }

    /**
     * Adds a node with one output.
     *
     * @return the output's name, as given
     */
    String node(String output, String operator, List<String> from, ProtoMessage... attributes) {
        node(List.of(output), operator, from, attributes);
        return output;
    }

    /** Adds a node; an output that is not wanted is named "". */
    void node(List<String> to, String operator, List<String> from, ProtoMessage... attributes) {
        ProtoMessage node = new ProtoMessage();
        from.forEach(input -> node.text(1, input));
        to.forEach(output -> node.text(2, output));
        node.text(3, to.get(to.size() - 1) + ":" + operator).text(4, operator);
        for (ProtoMessage attribute : attributes) {
            node.message(5, attribute);
        }
        nodes.message(1, node);
    }

    /** The number of weights, if a protocol buffer can hold them. */
    static int requireFits(long weights) {
        if (weights > Integer.MAX_VALUE / Float.BYTES) {
            throw new NotExportable(
                    "a tensor of " + weights + " numbers is more than the 2 GB of a protocol buffer",
                    "export a smaller model");
        }
        return (int) weights;
    }

    /**
     * Adds weights, row-major.
     *
     * @return their name, as given
     */
    String weights(String constant, float[] values, int... shape) {
        int count = requireFits(values.length);
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        ProtoMessage tensor = new ProtoMessage();
        for (int size : shape) {
            tensor.number(1, size);
        }
        tensor.number(2, Type.FLOAT.number).text(8, constant).bytes(9, bytes.array());
        constants.message(5, tensor);
        return constant;
    }

    /**
     * Adds a vector of integers.
     *
     * @return its name, as given
     */
    String numbers(String constant, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        constants.message(
                5,
                new ProtoMessage()
                        .number(1, values.length)
                        .number(2, Type.INT64.number)
                        .text(8, constant)
                        .bytes(9, bytes.array()));
        return constant;
    }

    /**
     * Adds an input of the graph.
     *
     * @return its name, as given
     */
    String input(String input, Type type, Dimension... shape) {
        inputs.message(11, value(input, type, shape));
        return input;
    }

    /** Adds an output of the graph. */
    void output(String output, Type type, Dimension... shape) {
        outputs.message(12, value(output, type, shape));
    }

    private static ProtoMessage value(String value, Type type, Dimension... shape) {
        ProtoMessage sizes = new ProtoMessage();
        for (Dimension dimension : shape) {
            ProtoMessage size = new ProtoMessage();
            sizes.message(1, dimension.size() > 0 ? size.number(1, dimension.size()) : size.text(2, dimension.name()));
        }
        ProtoMessage tensor = new ProtoMessage().number(1, type.number).message(2, sizes);
        return new ProtoMessage().text(1, value).message(2, new ProtoMessage().message(1, tensor));
    }

    /** The whole file. */
    ProtoMessage model(Map<String, String> metadata) {
        ProtoMessage graph = new ProtoMessage()
                .append(nodes)
                .text(2, name)
                .append(constants)
                .append(inputs)
                .append(outputs);
        ProtoMessage model = new ProtoMessage()
                .number(1, FORMAT)
                .text(2, PRODUCER)
                .message(7, graph)
                .message(8, new ProtoMessage().text(1, "").number(2, OPERATORS));
        metadata.forEach((key, value) ->
                model.message(14, new ProtoMessage().text(1, key).text(2, value)));
        return model;
    }
}
