package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Activation;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Product;
import dev.lanewise.processor.plan.Lstm;
import java.util.List;

/** The arithmetic of one LSTM layer: {@code torch.nn.LSTM}, gate order i, f, g, o, forward and backward side by side. */
final class LstmKernels {

    /** From this hidden size on, products have tiles of their own. */
    private static final int HOT = 32;

    private final String id;
    private final int inputs;
    private final int inputStride;
    private final int hidden;
    private final int units;
    private final int gateStride;
    private final boolean hot;
    private final boolean distinctInputs;

    /**
     * The kernels of a layer.
     *
     * @param distinctInputs whether its inputs are only those that differ, so few that their product does not count
     */
    LstmKernels(Lstm lstm, boolean distinctInputs) {
        this.id = lstm.identifier();
        this.inputs = lstm.input().size();
        this.inputStride = lstm.input().stride();
        this.hidden = lstm.hidden().size();
        this.units = lstm.hidden().stride();
        this.gateStride = lstm.gateStride();
        this.hot = hidden >= HOT;
        this.distinctInputs = distinctInputs;
    }

    List<Kernel> all() {
        return List.of(
                input(),
                recurrent(),
                cell(),
                cellBackward(),
                hiddenGradient(),
                inputGradient(),
                inputWeightGradient(),
                recurrentWeightGradient());
    }

    private Kernel input() {
        return Kernel.named(
                        id + "Input",
                        "gates[row] = bias + weight_ih x[row]: " + inputs + " inputs to 4 x " + hidden + " gates.")
                .arrays("x")
                .ints("from", "rows")
                .arrays("panels", "bias", "gates")
                .ints("g")
                .body(emitter -> forward(
                        emitter,
                        new Product(
                                "rows",
                                "" + inputs,
                                Product.A.rows("x", "from", inputStride).hot(hot && !distinctInputs),
                                new Product.Block("bias", "0", "0"),
                                new Product.Block("gates", "g", "" + gateStride))));
    }

    private Kernel recurrent() {
        return Kernel.named(
                        id + "Recurrent",
                        "gates[row] += weight_hh hidden[row]: " + hidden + " units to 4 x " + hidden + " gates.")
                .arrays("hidden")
                .ints("h", "rows")
                .arrays("panels", "gates")
                .ints("g")
                .body(emitter -> forward(
                        emitter,
                        Product.adding(
                                "rows",
                                "" + hidden,
                                Product.A.rows("hidden", "h", units).hot(hot),
                                new Product.Block("gates", "g", "" + gateStride))));
    }

    private CodeBlock forward(Emitter emitter, Product product) {
        CodeBlock.Builder code = CodeBlock.builder();
        product.panels(emitter, code, "panels", 4 * units);
        return code.build();
    }

    private Kernel cell() {
        return Kernel.named(
                        id + "Cell",
                        "Activates the gates, then cell = f * previous + i * g and hidden = o * tanh(cell), row by row.")
                .arrays("gates")
                .ints("g")
                .arrays("cell")
                .ints("previous", "next")
                .arrays("tanhCell")
                .ints("t")
                .arrays("hidden")
                .ints("rows")
                .body(this::cell);
    }

    private CodeBlock cell(Emitter emitter) {
        Dialect in = emitter.dialect();
        String sigmoid = emitter.activation(Activation.SIGMOID);
        String tanh = emitter.activation(Activation.TANH);
        String inPlace = "$1L(rows, $2L, gates, g + $3L, $4L, gates, g + $3L, $4L)";
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("$1L(rows, $2L, gates, g, $3L, gates, g, $3L)", sigmoid, 2 * units, gateStride);
        code.addStatement(inPlace, tanh, units, 2 * units, gateStride);
        code.addStatement(inPlace, sigmoid, units, 3 * units, gateStride);
        unitLoop(emitter, code);
        code.addStatement("int at = g + r * $L + u", gateStride);
        code.addStatement("int unit = r * $L + u", units);
        declare(code, in, "i", in.load("gates", "at"));
        declare(code, in, "f", in.load("gates", "at + " + units));
        declare(code, in, "z", in.load("gates", "at + " + 2 * units));
        CodeBlock before = in.load("cell", "previous + unit");
        code.addStatement(in.store(in.fma("f", before, in.mul("i", "z")), "cell", "next + unit"));
        code.endControlFlow().endControlFlow();
        code.addStatement("$1L(rows, $2L, cell, next, $2L, tanhCell, t, $2L)", tanh, units);
        unitLoop(emitter, code);
        code.addStatement("int unit = r * $L + u", units);
        declare(code, in, "o", in.load("gates", "g + r * " + gateStride + " + " + 3 * units + " + u"));
        CodeBlock squashed = in.load("tanhCell", "t + unit");
        code.addStatement(in.store(in.mul("o", squashed), "hidden", "next + unit"));
        code.endControlFlow().endControlFlow();
        return code.build();
    }

    private Kernel cellBackward() {
        return Kernel.named(
                        id + "CellBackward",
                        "From the gradients of hidden and next cell state to those of the gates (in place) and of the cell before.")
                .arrays("gates")
                .ints("g")
                .arrays("cell")
                .ints("previous")
                .arrays("tanhCell")
                .ints("t")
                .arrays("hiddenGradient")
                .ints("h")
                .arrays("cellGradient")
                .ints("c", "rows")
                .body(this::cellBackward);
    }

    private CodeBlock cellBackward(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder();
        declare(code, in, "one", in.broadcast("1f"));
        unitLoop(emitter, code);
        code.addStatement("int at = g + r * $L + u", gateStride);
        code.addStatement("int unit = r * $L + u", units);
        declare(code, in, "i", in.load("gates", "at"));
        declare(code, in, "f", in.load("gates", "at + " + units));
        declare(code, in, "z", in.load("gates", "at + " + 2 * units));
        declare(code, in, "o", in.load("gates", "at + " + 3 * units));
        declare(code, in, "tanh", in.load("tanhCell", "t + unit"));
        declare(code, in, "dh", in.load("hiddenGradient", "h + unit"));
        declare(code, in, "dho", in.mul("dh", "o"));
        declare(code, in, "slope", in.sub("one", in.mul("tanh", "tanh")));
        declare(code, in, "dc", in.fma("dho", "slope", in.load("cellGradient", "c + unit")));
        gate(code, in, "di", in.mul("dc", "z"), "i", "at");
        gate(code, in, "df", in.mul("dc", in.load("cell", "previous + unit")), "f", "at + " + units);
        declare(code, in, "slopeZ", in.sub("one", in.mul("z", "z")));
        declare(code, in, "dci", in.mul("dc", "i"));
        code.addStatement(in.store(in.mul("dci", "slopeZ"), "gates", "at + " + 2 * units));
        gate(code, in, "dot", in.mul("dh", "tanh"), "o", "at + " + 3 * units);
        code.addStatement(in.store(in.mul("dc", "f"), "cellGradient", "c + unit"));
        code.endControlFlow().endControlFlow();
        return code.build();
    }

    /** A gradient times the slope of the sigmoid, y (1 - y). */
    private void gate(CodeBlock.Builder code, Dialect in, String name, CodeBlock gradient, String y, String at) {
        declare(code, in, name, gradient);
        declare(code, in, name + "Slope", in.sub(y, in.mul(y, y)));
        code.addStatement(in.store(in.mul(name, name + "Slope"), "gates", at));
    }

    private void unitLoop(Emitter emitter, CodeBlock.Builder code) {
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        code.beginControlFlow(
                "for (int u = 0; u < $L; u += $L)", units, emitter.dialect().step(1));
    }

    private Kernel hiddenGradient() {
        return Kernel.named(
                        id + "HiddenGradient",
                        "hiddenGradient[row] += gates[row] weight_hh, summed over all four gates.")
                .arrays("gates")
                .ints("g", "rows")
                .arrays("weight", "hiddenGradient")
                .ints("h")
                .body(emitter -> backward(emitter, units, new Product.Block("hiddenGradient", "h", "" + units)));
    }

    private Kernel inputGradient() {
        return Kernel.named(id + "InputGradient", "xGradient[row] += gates[row] weight_ih, summed over all four gates.")
                .arrays("gates")
                .ints("g", "rows")
                .arrays("weight", "xGradient")
                .ints("to")
                .body(emitter ->
                        backward(emitter, inputStride, new Product.Block("xGradient", "to", "" + inputStride)));
    }

    private CodeBlock backward(Emitter emitter, int stride, Product.Block c) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean dense = hidden == units;
        if (!dense) {
            code.beginControlFlow("for (int gate = 0; gate < 4; gate++)");
        }
        String at = dense ? "g" : "g + gate * " + units;
        Product.A a = Product.A.rows("gates", at, gateStride).hot(hot);
        Product.adding("rows", "" + (dense ? 4 * hidden : hidden), a, c)
                .rowMajor(emitter, code, "weight", dense ? "0" : "gate * " + hidden * stride, "" + stride, "" + stride);
        if (!dense) {
            code.endControlFlow();
        }
        return code.build();
    }

    private Kernel inputWeightGradient() {
        return Kernel.named(
                        id + "InputWeightGradient", "gradient += gates^T x: the gradient of weight_ih over all rows.")
                .arrays("gates")
                .ints("g")
                .arrays("x")
                .ints("from", "rows")
                .arrays("gradient")
                .body(emitter -> weights(emitter, "x", "from", inputStride));
    }

    private Kernel recurrentWeightGradient() {
        return Kernel.named(
                        id + "RecurrentWeightGradient",
                        "gradient += gates^T previous: the gradient of weight_hh over all rows.")
                .arrays("gates")
                .ints("g")
                .arrays("previous")
                .ints("rows")
                .arrays("gradient")
                .body(emitter -> weights(emitter, "previous", "0", units));
    }

    private CodeBlock weights(Emitter emitter, String operand, String from, int stride) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean dense = hidden == units;
        if (!dense) {
            code.beginControlFlow("for (int gate = 0; gate < 4; gate++)");
        }
        Product.A a = Product.A
                .columns("gates", dense ? "g" : "g + gate * " + units, "" + gateStride)
                .hot(hot);
        Product.Block c = new Product.Block("gradient", dense ? "0" : "gate * " + hidden * stride, "" + stride);
        Product.adding("" + (dense ? 4 * hidden : hidden), "rows", a, c)
                .rowMajor(emitter, code, operand, from, "" + stride, "" + stride);
        if (!dense) {
            code.endControlFlow();
        }
        return code.build();
    }

    private static void declare(CodeBlock.Builder code, Dialect in, String name, CodeBlock value) {
        code.addStatement("$T $L = $L", in.type(), name, value);
    }
}
