package dev.lanewise.processor.layer;

import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.Lstm;
import javax.lang.model.element.Modifier;

/** One LSTM layer over the words: {@code torch.nn.LSTM}. */
final class LstmWriter implements EncoderWriter {

    private final Lstm lstm;
    private final String id;
    private final boolean stateful;
    private final int units;
    private final int gateStride;

    /**
     * A layer.
     *
     * @param stateful whether sequences can start from a state of their own
     */
    LstmWriter(Lstm lstm, boolean stateful) {
        this.lstm = lstm;
        this.id = lstm.identifier();
        this.stateful = stateful;
        this.units = lstm.hidden().stride();
        this.gateStride = lstm.gateStride();
    }

    @Override
    public void write(Target input, Target target, ModelParts parts) {
        parts.kernels(new LstmKernels(lstm).all());
        LstmRuns runs = new LstmRuns(lstm, stateful);
        parts.method(forward(runs, input, target, parts));
        parts.method(backward(runs, target));
        runs.write(parts);
        parts.method(directionBackward(input));
        parts.forward("$LForward(batch.words())", id);
        parts.backward("$LBackward(batch.words(), gradients)", id);
    }

    private MethodSpec forward(LstmRuns runs, Target input, Target target, ModelParts parts) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + "Forward")
                .addJavadoc(
                        "{@code $L}: the input product of all words at once,\nthen step by step the recurrent product and the cell.\n",
                        lstm.annotation())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(LstmRuns.PACKING, "packing");
        for (int direction = 0; direction < lstm.directions(); direction++) {
            boolean reverse = direction == 1;
            String run = LstmRuns.field(lstm, reverse);
            method.addStatement("$L.start(packing)", run);
            if (stateful) {
                method.addStatement(
                        "$L.loadState(batch, $L)", run, parts.carried().size());
                parts.carried(run);
            }
            method.addStatement(
                    "$1T.fill(net.$2L.bias(),$W$2L.gates(),$W$3L,$Wpacking.rows())",
                    Names.model("Rows"),
                    run,
                    gateStride);
            method.addStatement(
                    "KERNELS.$1LInput($2L,$Wpacking.rows(),$Wnet.$3L.input(),$W$3L.gates())", id, input.matrix(), run);
            method.addStatement("$1L(packing, net.$2L, $2L)", runs.method(reverse), run);
            Target to = target.right(direction * lstm.hidden().size());
            method.addStatement(
                    "$1T.copy($2L.hiddens(),$Wpacking.sequences() * $3L,$W$3L,$W$4L,$W$5L,$W$6L,$Wpacking.rows(),$W$7L)",
                    Names.model("Rows"),
                    run,
                    units,
                    to.matrix(),
                    to.column(),
                    to.stride(),
                    lstm.hidden().size());
        }
        return method.build();
    }

    private MethodSpec backward(LstmRuns runs, Target target) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + "Backward")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(LstmRuns.PACKING, "packing")
                .addParameter(Names.model("GradientSet"), "gradients");
        for (int direction = 0; direction < lstm.directions(); direction++) {
            boolean reverse = direction == 1;
            String run = LstmRuns.field(lstm, reverse);
            Target from = target.right(direction * lstm.hidden().size());
            method.addStatement("$L.startBackward(packing)", run);
            method.addStatement(
                    "$1T.copy($2L,$W$3L,$W$4L,$W$5L.hiddenGradients(),$Wpacking.sequences() * $6L,$W$6L,$Wpacking.rows(),$W$7L)",
                    Names.model("Rows"),
                    from.gradient(),
                    from.column(),
                    from.stride(),
                    run,
                    units,
                    lstm.hidden().size());
            method.addStatement("$1LBackward(packing, net.$2L, $2L)", runs.method(reverse), run);
            method.addStatement(
                    "$1LGradients(packing, net.$2L, $2L, gradients, $3L)",
                    id,
                    run,
                    LstmRuns.firstConstant(lstm, reverse));
        }
        return method.build();
    }

    private MethodSpec directionBackward(Target input) {
        return MethodSpec.methodBuilder(id + "Gradients")
                .addJavadoc(
                        "The gradients of one direction's weights and of the input, each in one product over all words.")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(LstmRuns.PACKING, "packing")
                .addParameter(LstmRuns.WEIGHTS, "weights")
                .addParameter(LstmRuns.RUN, "run")
                .addParameter(Names.model("GradientSet"), "gradients")
                .addParameter(int.class, "first")
                .addStatement("int rows = packing.rows()")
                .addStatement("run.gatherPrevious(packing)")
                .addStatement(
                        "KERNELS.$LInputWeightGradient(run.gates(),$W$L,$Wrows,$Wgradients.at(first).values())",
                        id,
                        input.matrix())
                .addStatement(
                        "KERNELS.$LRecurrentWeightGradient(run.gates(),$Wrun.previousHiddens(),$Wrows,"
                                + "$Wgradients.at(first + 1).values())",
                        id)
                .addStatement(
                        "run.addBiasGradients(run.gates(),$Wrows,$Wgradients.at(first + 2),$Wgradients.at(first + 3))")
                .addStatement(
                        "KERNELS.$LInputGradient(run.gates(),$Wrows,$Wweights.weightIh(),$W$L)", id, input.gradient())
                .build();
    }
}
