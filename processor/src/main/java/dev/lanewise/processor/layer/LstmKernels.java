package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Activation;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.plan.Lstm;
import java.util.List;

/** The arithmetic of one LSTM layer: {@code torch.nn.LSTM}, gate order i, f, g, o, forward and backward side by side. */
final class LstmKernels {

    private final Lstm lstm;
    private final String id;
    private final int units;
    private final int gateStride;
    private final boolean distinctInputs;

    /**
     * The kernels of a layer.
     *
     * @param distinctInputs whether its inputs are only those that differ, so few that their product does not count
     */
    LstmKernels(Lstm lstm, boolean distinctInputs) {
        this.lstm = lstm;
        this.id = lstm.identifier();
        this.units = lstm.hidden().stride();
        this.gateStride = lstm.gateStride();
        this.distinctInputs = distinctInputs;
    }

    List<Kernel> all() {
        GateKernels.Place place = new GateKernels.Place(0, 0);
        return new GateKernels(lstm, place, place, distinctInputs)
                .with(emitter -> CodeBlock.of(""), cell(), output(), cellBackward());
    }

    private Kernel cell() {
        return Kernel.named(
                        id + "Cell",
                        "Activates all gates but the output gate, then cell = f * previous + i * g, row by row.")
                .arrays("gates")
                .ints("g")
                .arrays("cell")
                .ints("previous", "next", "rows")
                .body(emitter -> emitter.dialect() == Dialect.VECTOR ? cellAtOnce(emitter) : cellByLoops(emitter));
    }

    private CodeBlock cellAtOnce(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = GateKernels.activating(emitter, gateStride, units);
        GateKernels.activate(code, in, Activation.SIGMOID, "i", 0);
        GateKernels.activate(code, in, Activation.SIGMOID, "f", units);
        GateKernels.activate(code, in, Activation.TANH, "z", 2 * units);
        newCell(code, in);
        return code.endControlFlow().endControlFlow().build();
    }

    private static void newCell(CodeBlock.Builder code, Dialect in) {
        CodeBlock before = in.load("cell", "previous + unit");
        code.addStatement(in.store(in.fma("f", before, in.mul("i", "z")), "cell", "next + unit"));
    }

    /** Plain loops, each of one kind, which are compiled soon. */
    private CodeBlock cellByLoops(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder();
        GateKernels.activateAll(code, emitter, Activation.SIGMOID, 2 * units, 0, gateStride);
        GateKernels.activateAll(code, emitter, Activation.TANH, units, 2 * units, gateStride);
        code.add(GateKernels.units(emitter, units)).add(GateKernels.places(gateStride, units));
        code.addStatement(in.declare("i", in.load("gates", "at")));
        code.addStatement(in.declare("f", in.load("gates", "at + " + units)));
        code.addStatement(in.declare("z", in.load("gates", "at + " + 2 * units)));
        newCell(code, in);
        return code.endControlFlow().endControlFlow().build();
    }

    private Kernel output() {
        return Kernel.named(id + "Output", "Activates the output gate, then hidden = o * tanh(cell), row by row.")
                .arrays("gates")
                .ints("g")
                .arrays("cell")
                .ints("next")
                .arrays("tanhCell")
                .ints("t")
                .arrays("hidden")
                .ints("rows")
                .body(emitter -> emitter.dialect() == Dialect.VECTOR ? outputAtOnce(emitter) : outputByLoops(emitter));
    }

    private CodeBlock outputAtOnce(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = GateKernels.activating(emitter, gateStride, units);
        GateKernels.activate(code, in, Activation.SIGMOID, "o", 3 * units);
        code.addStatement(in.declare("tanh", in.load("cell", "next + unit")));
        Activation.TANH.apply(in, code, "tanh");
        code.addStatement(in.store("tanh", "tanhCell", "t + unit"));
        code.addStatement(in.store(in.mul("o", "tanh"), "hidden", "next + unit"));
        return code.endControlFlow().endControlFlow().build();
    }

    private CodeBlock outputByLoops(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder();
        GateKernels.activateAll(code, emitter, Activation.SIGMOID, units, 3 * units, gateStride);
        String tanh = emitter.activation(Activation.TANH);
        code.addStatement("$1L(rows, $2L, cell, next, $2L, tanhCell, t, $2L)", tanh, units);
        code.add(GateKernels.units(emitter, units)).add(GateKernels.places(gateStride, units));
        code.addStatement(in.declare("o", in.load("gates", "at + " + 3 * units)));
        CodeBlock squashed = in.load("tanhCell", "t + unit");
        code.addStatement(in.store(in.mul("o", squashed), "hidden", "next + unit"));
        return code.endControlFlow().endControlFlow().build();
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
        code.addStatement(in.declare("one", in.broadcast("1f")));
        code.add(GateKernels.units(emitter, units)).add(GateKernels.places(gateStride, units));
        code.addStatement(in.declare("i", in.load("gates", "at")));
        code.addStatement(in.declare("f", in.load("gates", "at + " + units)));
        code.addStatement(in.declare("z", in.load("gates", "at + " + 2 * units)));
        code.addStatement(in.declare("o", in.load("gates", "at + " + 3 * units)));
        code.addStatement(in.declare("tanh", in.load("tanhCell", "t + unit")));
        code.addStatement(in.declare("dh", in.load("hiddenGradient", "h + unit")));
        code.addStatement(in.declare("dho", in.mul("dh", "o")));
        code.addStatement(in.declare("slope", in.sub("one", in.mul("tanh", "tanh"))));
        code.addStatement(in.declare("dc", in.fma("dho", "slope", in.load("cellGradient", "c + unit"))));
        GateKernels.gate(code, in, "di", in.mul("dc", "z"), "i", "at");
        GateKernels.gate(code, in, "df", in.mul("dc", in.load("cell", "previous + unit")), "f", "at + " + units);
        code.addStatement(in.declare("slopeZ", in.sub("one", in.mul("z", "z"))));
        code.addStatement(in.declare("dci", in.mul("dc", "i")));
        code.addStatement(in.store(in.mul("dci", "slopeZ"), "gates", "at + " + 2 * units));
        GateKernels.gate(code, in, "dot", in.mul("dh", "tanh"), "o", "at + " + 3 * units);
        code.addStatement(in.store(in.mul("dc", "f"), "cellGradient", "c + unit"));
        code.endControlFlow().endControlFlow();
        return code.build();
    }
}
