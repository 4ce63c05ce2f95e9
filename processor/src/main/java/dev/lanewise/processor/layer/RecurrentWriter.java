package dev.lanewise.processor.layer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.EncoderPlan;
import dev.lanewise.processor.plan.Gru;
import dev.lanewise.processor.plan.Lstm;
import java.util.List;
import javax.lang.model.element.Modifier;

/** One recurrent layer over the words: {@code torch.nn.LSTM} or {@code torch.nn.GRU}. */
final class RecurrentWriter implements EncoderWriter {

    private final EncoderPlan layer;
    private final List<Kernel> kernels;
    private final Cell cell;
    private final String id;
    private final boolean stateful;
    private final int gateStride;
    private final int units;

    private RecurrentWriter(EncoderPlan layer, Cell cell, List<Kernel> kernels, boolean stateful) {
        this.layer = layer;
        this.kernels = kernels;
        this.cell = cell;
        this.id = layer.identifier();
        this.stateful = stateful;
        this.units = layer.hidden().stride();
        this.gateStride = layer.gateStride();
    }

    /**
     * A layer.
     *
     * @param stateful whether sequences can start from a state of their own
     */
    static RecurrentWriter of(Lstm lstm, boolean stateful) {
        return new RecurrentWriter(lstm, Cell.LSTM, new LstmKernels(lstm, false).all(), stateful);
    }

    /** The same for gated recurrent units. */
    static RecurrentWriter of(Gru gru, boolean stateful) {
        return new RecurrentWriter(gru, Cell.GRU, new GruKernels(gru).all(), stateful);
    }

    @Override
    public void write(Target input, Target target, RecurrentDropout dropout, ModelParts parts) {
        RecurrentRuns runs = new RecurrentRuns(layer, cell, stateful, dropout);
        parts.kernels(kernels);
        parts.method(forward(runs, target, parts));
        parts.method(backward(runs, target));
        runs.write(parts);
        boolean tokens = parts.tokensWanted();
        parts.method(tokens ? projectOrTake(runs, input) : project(runs, input));
        if (tokens) {
            parts.method(token(input));
            parts.buffer(id + "TokenGates");
            for (int direction = 0; direction < layer.directions(); direction++) {
                String weights = RecurrentRuns.field(layer, direction == 1);
                parts.tokens(4 * units, "$LToken(net.$L, into, $L)", id, weights, direction * 4 * units);
            }
        }
        parts.method(gradients(runs, input, parts));
        parts.forward("$LForward(batch.words())", id);
        parts.backward("$LBackward(batch.words(), gradients)", id);
    }

    private MethodSpec forward(RecurrentRuns runs, Target target, ModelParts parts) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + "Forward")
                .addJavadoc(
                        "{@code $L}: the input product of many words at once, then step by step the recurrent product and the cell.\n",
                        layer.annotation())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RecurrentRuns.PACKING, "packing");
        for (int direction = 0; direction < layer.directions(); direction++) {
            boolean reverse = direction == 1;
            String run = RecurrentRuns.field(layer, reverse);
            method.addStatement("$L.start(packing, batch.learns())", run);
            if (stateful) {
                method.addStatement(
                        "$L.loadState(batch, $L)", run, parts.carried().size());
                parts.carried(run);
            }
            method.addCode(runs.startDropout(run, direction));
            method.addStatement("$1L(packing, net.$2L, $2L)", runs.method(reverse), run);
            Target to = target.right(direction * layer.hidden().size());
            method.addStatement(
                    "$1T.copy($2L.hiddens(),$Wpacking.sequences() * $3L,$W$3L,$W$4L,$W$5L,$W$6L,$Wpacking.rows(),$W$7L)",
                    Names.model("Rows"),
                    run,
                    units,
                    to.matrix(),
                    to.column(),
                    to.stride(),
                    layer.hidden().size());
        }
        return method.build();
    }

    private MethodSpec backward(RecurrentRuns runs, Target target) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + "Backward")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RecurrentRuns.PACKING, "packing")
                .addParameter(Names.model("GradientSet"), "gradients");
        for (int direction = 0; direction < layer.directions(); direction++) {
            boolean reverse = direction == 1;
            String run = RecurrentRuns.field(layer, reverse);
            Target from = target.right(direction * layer.hidden().size());
            method.addStatement("$L.startBackward(packing)", run);
            method.addStatement(
                    "$1T.copy($2L,$W$3L,$W$4L,$W$5L.hiddenGradients(),$Wpacking.sequences() * $6L,$W$6L,$Wpacking.rows(),$W$7L)",
                    Names.model("Rows"),
                    from.gradient(),
                    from.column(),
                    from.stride(),
                    run,
                    units,
                    layer.hidden().size());
            method.addStatement(
                    "$1LBackward(packing, net.$2L, $2L, gradients, $3L)",
                    runs.method(reverse),
                    run,
                    RecurrentRuns.firstConstant(layer, reverse));
        }
        return method.build();
    }

    private MethodSpec project(RecurrentRuns runs, Target input) {
        return runs.projectMethod().addCode(projection(input)).build();
    }

    private CodeBlock projection(Target input) {
        return CodeBlock.builder()
                .addStatement(
                        "TWINS.kernels().$LInput($L,$Wat * $L,$Wrows,$Wweights.panels(),$Wweights.input(),$Wweights.bias(),$Wrun.gates(),$Wrun.kept(at) * $L)",
                        id,
                        input.matrix(),
                        input.stride(),
                        gateStride)
                .build();
    }

    /** As {@link #project}, unless the gates' share of every word was computed before. */
    private MethodSpec projectOrTake(RecurrentRuns runs, Target input) {
        String column = layer.bidirectional() ? "run.reverse() ? " + 4 * units + " : 0" : "0";
        MethodSpec.Builder method = runs.projectMethod().beginControlFlow("if (tokens != null)");
        if (layer.bidirectional()) {
            method.addStatement("int column = $L", column);
        }
        return method.addStatement(
                        "$T.take(tokens,$Wat,$W$L,$Wrun.gates(),$Wrun.kept(at) * $L,$W$L,$Wrows,$W$L)",
                        Names.model("Rows"),
                        layer.bidirectional() ? "column" : "0",
                        gateStride,
                        gateStride,
                        4 * units)
                .addStatement("return")
                .endControlFlow()
                .addCode(projection(input))
                .build();
    }

    private MethodSpec token(Target input) {
        return MethodSpec.methodBuilder(id + "Token")
                .addJavadoc("What the gates of one direction get from each word, whatever stands around it.")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RecurrentRuns.WEIGHTS, "weights")
                .addParameter(ArrayTypeName.of(Names.FLOATS), "into")
                .addParameter(int.class, "column")
                .addStatement("int rows = batch.words().rows()")
                .addStatement(
                        "$1LTokenGates = $2T.grown($1LTokenGates, rows * $3L)", id, Names.model("Rows"), gateStride)
                .addStatement(
                        "TWINS.kernels().$1LInput($2L,$W0,$Wrows,$Wweights.panels(),$Wweights.input(),$Wweights.bias(),$W$1LTokenGates,$W0)",
                        id,
                        input.matrix())
                .addStatement(
                        "$T.give($LTokenGates,$W$L,$Winto,$Wcolumn,$Wrows,$W$L)",
                        Names.model("Rows"),
                        id,
                        gateStride,
                        4 * units)
                .build();
    }

    private MethodSpec gradients(RecurrentRuns runs, Target input, ModelParts parts) {
        MethodSpec.Builder method = runs.gradientsMethod();
        String panel = parts.panel(layer, method, "rows");
        return method.addStatement("int g = at * $L", gateStride)
                .addStatement("int x = at * $L", input.stride())
                .addStatement(
                        "TWINS.kernels().$LInputWeightGradient(run.gates(),$Wg,$W$L,$Wx,$Wrows,$W" + panel
                                + "gradients.at(first).values(),$Wrun.one(),$Wrun.sums())",
                        id,
                        input.matrix())
                .addStatement(
                        "TWINS.kernels().$LRecurrentWeightGradient(run.gates(),$Wg,$Wrun.previousHiddens(),$Wrows,$W"
                                + panel + "gradients.at(first + 1).values())",
                        id)
                .addStatement("run.addBiasGradients(gradients.at(first + 2),$Wgradients.at(first + 3))")
                .addStatement(
                        "TWINS.kernels().$LInputGradient(run.gates(),$Wg,$Wrows,$Wweights.backwardPanels(),$Wweights.inputBackward(),$W$L,$Wx)",
                        id,
                        input.gradient())
                .build();
    }
}
