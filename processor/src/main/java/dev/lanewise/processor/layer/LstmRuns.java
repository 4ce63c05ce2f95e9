package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.Lstm;
import javax.lang.model.element.Modifier;

/** The way of an LSTM through time, in both directions, forward and backward: the same for words and for characters. */
final class LstmRuns {

    static final ClassName WEIGHTS = Names.model("LstmWeights");
    static final ClassName RUN = Names.model("LstmRun");
    static final ClassName PACKING = Names.model("Packing");

    private final Lstm lstm;
    private final String id;
    private final int units;
    private final int gateStride;
    private final boolean stateful;

    /**
     * The runs of one layer.
     *
     * @param stateful whether sequences can start from a state of their own
     */
    LstmRuns(Lstm lstm, boolean stateful) {
        this.lstm = lstm;
        this.id = lstm.identifier();
        this.units = lstm.hidden().stride();
        this.gateStride = lstm.gateStride();
        this.stateful = stateful;
    }

    /** The name of the field of a direction: weights in the network, buffers in the pass. */
    static String field(Lstm lstm, boolean reverse) {
        return lstm.identifier() + (reverse ? "Reverse" : "");
    }

    /** The name of the method that takes a direction through time. */
    String method(boolean reverse) {
        return id + (reverse ? "RightToLeft" : "LeftToRight");
    }

    /** The constant that holds the index of a direction's first parameter, {@code weight_ih}. */
    static String firstConstant(Lstm lstm, boolean reverse) {
        return lstm.parameters().get(reverse ? 4 : 0).constant();
    }

    /** Adds the fields and methods of all directions. */
    void write(ModelParts parts) {
        for (int direction = 0; direction < lstm.directions(); direction++) {
            boolean reverse = direction == 1;
            String field = field(lstm, reverse);
            parts.packed(WEIGHTS, field, CodeBlock.of("new $T(parameters, $L)", WEIGHTS, firstConstant(lstm, reverse)));
            parts.run(
                    field,
                    CodeBlock.of("new $T($L, $L, $L, $L)", RUN, lstm.hidden().size(), units, gateStride, reverse));
            parts.method(reverse ? rightToLeft() : leftToRight());
            parts.method(reverse ? rightToLeftBackward() : leftToRightBackward());
        }
        parts.method(step());
        parts.method(stepBackward());
    }

    private MethodSpec.Builder through(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(PACKING, "packing")
                .addParameter(WEIGHTS, "weights")
                .addParameter(RUN, "run");
    }

    private String carried(String condition) {
        return stateful ? condition + " || batch.stateful()" : condition;
    }

    private MethodSpec leftToRight() {
        return through(method(false))
                .beginControlFlow("for (int t = 0; t < packing.steps(); t++)")
                .addStatement("int previous = t == 0 ? 0 : run.sequences() + packing.offset(t - 1)")
                .addStatement(
                        "$LStep(weights,$Wrun,$Wpacking.offset(t),$Wprevious,$Wpacking.active(t),$W$L)",
                        id,
                        carried("t > 0"))
                .endControlFlow()
                .build();
    }

    private MethodSpec leftToRightBackward() {
        return through(method(false) + "Backward")
                .beginControlFlow("for (int t = packing.steps() - 1; t >= 0; t--)")
                .addStatement("int previous = t == 0 ? 0 : run.sequences() + packing.offset(t - 1)")
                .addStatement(
                        "$LStepBackward(weights,$Wrun,$Wpacking.offset(t),$Wprevious,$W0,$Wpacking.active(t),$W$L)",
                        id,
                        carried("t > 0"))
                .endControlFlow()
                .build();
    }

    private MethodSpec rightToLeft() {
        return through(method(true))
                .addComment("Sequences that end at a step begin here; the others come from the step to the right.")
                .beginControlFlow("for (int t = packing.steps() - 1; t >= 0; t--)")
                .addStatement("int at = packing.offset(t)")
                .addStatement("int active = packing.active(t)")
                .addStatement("int carried = packing.active(t + 1)")
                .addStatement("$LStep(weights,$Wrun,$Wat,$Wrun.sequences() + at + active,$Wcarried,$Wtrue)", id)
                .addStatement("$LStep(weights,$Wrun,$Wat + carried,$Wcarried,$Wactive - carried,$W$L)", id, fresh())
                .endControlFlow()
                .build();
    }

    private MethodSpec rightToLeftBackward() {
        return through(method(true) + "Backward")
                .beginControlFlow("for (int t = 0; t < packing.steps(); t++)")
                .addStatement("int at = packing.offset(t)")
                .addStatement("int active = packing.active(t)")
                .addStatement("int carried = packing.active(t + 1)")
                .addStatement(
                        "$LStepBackward(weights,$Wrun,$Wat,$Wrun.sequences() + at + active,$W0,$Wcarried,$Wtrue)", id)
                .addStatement(
                        "$LStepBackward(weights,$Wrun,$Wat + carried,$Wcarried,$Wcarried,$Wactive - carried,$W$L)",
                        id,
                        fresh())
                .endControlFlow()
                .build();
    }

    private String fresh() {
        return stateful ? "batch.stateful()" : "false";
    }

    private MethodSpec step() {
        return MethodSpec.methodBuilder(id + "Step")
                .addJavadoc("One time step of some rows; a zero state before them needs no recurrent product.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(WEIGHTS, "weights")
                .addParameter(RUN, "run")
                .addParameter(int.class, "at")
                .addParameter(int.class, "previous")
                .addParameter(int.class, "rows")
                .addParameter(boolean.class, "recurrent")
                .beginControlFlow("if (recurrent)")
                .addStatement(
                        "KERNELS.$LRecurrent(run.hiddens(),$Wprevious * $L,$Wrows,$Wweights.recurrent(),$Wrun.gates(),$Wat * $L)",
                        id,
                        units,
                        gateStride)
                .endControlFlow()
                .addStatement(
                        "KERNELS.$1LCell(run.gates(),$Wat * $2L,$Wrun.cells(),$Wprevious * $3L,$W(run.sequences() + at) * $3L,"
                                + "$Wrun.tanhCells(),$Wat * $3L,$Wrun.hiddens(),$Wrows)",
                        id,
                        gateStride,
                        units)
                .build();
    }

    private MethodSpec stepBackward() {
        return MethodSpec.methodBuilder(id + "StepBackward")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(WEIGHTS, "weights")
                .addParameter(RUN, "run")
                .addParameter(int.class, "at")
                .addParameter(int.class, "previous")
                .addParameter(int.class, "place")
                .addParameter(int.class, "rows")
                .addParameter(boolean.class, "recurrent")
                .addStatement(
                        "KERNELS.$1LCellBackward(run.gates(),$Wat * $2L,$Wrun.cells(),$Wprevious * $3L,$Wrun.tanhCells(),$Wat * $3L,"
                                + "$Wrun.hiddenGradients(),$W(run.sequences() + at) * $3L,$Wrun.cellGradients(),$Wplace * $3L,$Wrows)",
                        id,
                        gateStride,
                        units)
                .beginControlFlow("if (recurrent)")
                .addStatement(
                        "KERNELS.$LHiddenGradient(run.gates(),$Wat * $L,$Wrows,$Wweights.weightHh(),$Wrun.hiddenGradients(),"
                                + "$Wprevious * $L)",
                        id,
                        gateStride,
                        units)
                .endControlFlow()
                .build();
    }
}
