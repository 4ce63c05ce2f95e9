package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Activation;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.plan.Gru;
import java.util.List;

/**
 * The arithmetic of one layer of gated recurrent units: {@code torch.nn.GRU}, gate order r, z, n, forward and backward side by
 * side. A row of gates holds n, r, z and, apart from n, what n gets from the state before.
 */
final class GruKernels {

    private final Gru gru;
    private final String id;
    private final int units;
    private final int gateStride;
    /** Where the blocks of a row begin, that of n being at its beginning. */
    private final int reset;

    private final int update;
    private final int share;

    GruKernels(Gru gru) {
        this.gru = gru;
        this.id = gru.identifier();
        this.units = gru.hidden().stride();
        this.gateStride = gru.gateStride();
        this.reset = units;
        this.update = 2 * units;
        this.share = 3 * units;
    }

    List<Kernel> all() {
        GateKernels.Place input = new GateKernels.Place(0, 1);
        GateKernels.Place recurrent = new GateKernels.Place(1, 0);
        return new GateKernels(gru, input, recurrent, false).with(this::shareBias, cell(), cellBackward());
    }

    /** The input has no part in what n gets from the state before, so that begins with its bias alone. */
    private CodeBlock shareBias(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder().add(GateKernels.units(emitter, units));
        code.addStatement(
                in.store(in.load("bias", share + " + u"), "gates", "g + r * " + gateStride + " + " + share + " + u"));
        return code.endControlFlow().endControlFlow().build();
    }

    private Kernel cell() {
        return Kernel.named(
                        id + "Cell",
                        "r and z = sigmoid, n = tanh(n + r * share), hidden = (1 - z) * n + z * previous, row by row.")
                .arrays("gates")
                .ints("g")
                .arrays("hidden")
                .ints("previous", "next", "rows")
                .body(this::cell);
    }

    private CodeBlock cell(Emitter emitter) {
        return emitter.dialect() == Dialect.VECTOR ? cellAtOnce(emitter) : cellByLoops(emitter);
    }

    private CodeBlock cellAtOnce(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = GateKernels.activating(emitter, gateStride, units);
        GateKernels.activate(code, in, Activation.SIGMOID, "reset", reset);
        GateKernels.activate(code, in, Activation.SIGMOID, "z", update);
        CodeBlock share = in.load("gates", "at + " + this.share);
        code.addStatement(in.declare("n", in.fma("reset", share, in.load("gates", "at"))));
        Activation.TANH.apply(in, code, "n");
        code.addStatement(in.store("n", "gates", "at"));
        newState(code, in);
        return code.endControlFlow().endControlFlow().build();
    }

    /** Between n and the state before, as z says. */
    private static void newState(CodeBlock.Builder code, Dialect in) {
        code.addStatement(in.declare("back", in.sub(in.load("hidden", "previous + unit"), "n")));
        code.addStatement(in.store(in.fma("z", "back", "n"), "hidden", "next + unit"));
    }

    /** Plain loops, each of one kind, which are compiled soon. */
    private CodeBlock cellByLoops(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder();
        GateKernels.activateAll(code, emitter, Activation.SIGMOID, 2 * units, reset, gateStride);
        code.add(GateKernels.units(emitter, units));
        code.addStatement("int at = g + r * $L + u", gateStride);
        code.addStatement(in.declare("reset", in.load("gates", "at + " + reset)));
        code.addStatement(in.declare("share", in.load("gates", "at + " + share)));
        code.addStatement(in.store(in.fma("reset", "share", in.load("gates", "at")), "gates", "at"));
        code.endControlFlow().endControlFlow();
        GateKernels.activateAll(code, emitter, Activation.TANH, units, 0, gateStride);
        code.add(GateKernels.units(emitter, units)).add(GateKernels.places(gateStride, units));
        code.addStatement(in.declare("n", in.load("gates", "at")));
        code.addStatement(in.declare("z", in.load("gates", "at + " + update)));
        newState(code, in);
        return code.endControlFlow().endControlFlow().build();
    }

    private Kernel cellBackward() {
        return Kernel.named(
                        id + "CellBackward",
                        "From the gradient of hidden to those of the gates (in place), adding to that of the state before.")
                .arrays("gates")
                .ints("g")
                .arrays("hidden")
                .ints("previous")
                .arrays("hiddenGradient")
                .ints("from", "to", "rows")
                .body(this::cellBackward);
    }

    private CodeBlock cellBackward(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(in.declare("one", in.broadcast("1f")));
        code.add(GateKernels.units(emitter, units)).add(GateKernels.places(gateStride, units));
        code.addStatement(in.declare("n", in.load("gates", "at")));
        code.addStatement(in.declare("reset", in.load("gates", "at + " + reset)));
        code.addStatement(in.declare("z", in.load("gates", "at + " + update)));
        code.addStatement(in.declare("dh", in.load("hiddenGradient", "from + unit")));
        CodeBlock before = in.load("hiddenGradient", "to + unit");
        code.addStatement(in.store(in.fma("dh", "z", before), "hiddenGradient", "to + unit"));
        code.addStatement(in.declare("back", in.sub(in.load("hidden", "previous + unit"), "n")));
        GateKernels.gate(code, in, "dz", in.mul("dh", "back"), "z", "at + " + update);
        code.addStatement(in.declare("keep", in.sub("one", "z")));
        code.addStatement(in.declare("slopeN", in.sub("one", in.mul("n", "n"))));
        code.addStatement(in.declare("dhn", in.mul("dh", "keep")));
        code.addStatement(in.declare("dn", in.mul("dhn", "slopeN")));
        code.addStatement(in.store("dn", "gates", "at"));
        GateKernels.gate(code, in, "dr", in.mul("dn", in.load("gates", "at + " + share)), "reset", "at + " + reset);
        code.addStatement(in.store(in.mul("dn", "reset"), "gates", "at + " + share));
        return code.endControlFlow().endControlFlow().build();
    }
}
