package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.EncoderPlan;
import dev.lanewise.processor.plan.ParameterPlan;
import javax.lang.model.element.Modifier;

/** The way of a recurrent layer through time, in both directions, forward and backward: the same for words and for characters. */
final class RecurrentRuns {

    static final ClassName WEIGHTS = Names.model("RecurrentWeights");
    private static final ClassName GATES = Names.model("Gates");
    static final ClassName PACKING = Names.model("Packing");

    private final EncoderPlan layer;
    private final Cell cell;
    private final String id;
    private final int units;
    private final int gateStride;
    private final boolean stateful;
    private final RecurrentDropout dropout;
    private final boolean turns;
    private final boolean turnsBack;

    /**
     * The runs of one layer.
     *
     * @param stateful whether sequences can start from a state of their own
     * @param dropout what is dropped from step to step while training
     */
    RecurrentRuns(EncoderPlan layer, Cell cell, boolean stateful, RecurrentDropout dropout) {
        this.layer = layer;
        this.cell = cell;
        this.id = layer.identifier();
        this.units = layer.hidden().stride();
        this.gateStride = layer.gateStride();
        this.stateful = stateful;
        this.dropout = dropout;
        this.turns = GateKernels.turns(layer);
        this.turnsBack = GateKernels.turnsBack(layer);
    }

    /** The name of the field of a direction: weights in the network, buffers in the pass. */
    static String field(EncoderPlan layer, boolean reverse) {
        return layer.identifier() + (reverse ? "Reverse" : "");
    }

    /** A method that gets what the gates of some rows need from the layer's input: {@code Project}. */
    MethodSpec.Builder projectMethod() {
        return rowsOf("Project");
    }

    /** A method that takes the gradients of the gates of some rows further: {@code Gradients}. */
    MethodSpec.Builder gradientsMethod() {
        return rowsOf("Gradients")
                .addParameter(Names.model("GradientSet"), "gradients")
                .addParameter(int.class, "first");
    }

    private MethodSpec.Builder rowsOf(String end) {
        return MethodSpec.methodBuilder(id + end)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "at")
                .addParameter(int.class, "rows")
                .addParameter(WEIGHTS, "weights")
                .addParameter(cell.run(), "run");
    }

    /** What the forward pass in a direction begins with, after the states to start from are there. */
    CodeBlock startDropout(String run, int direction) {
        return dropout.start(run, direction);
    }

    /** The name of the method that takes a direction through time. */
    String method(boolean reverse) {
        return id + (reverse ? "RightToLeft" : "LeftToRight");
    }

    /** The constant that holds the index of a direction's first parameter, {@code weight_ih}. */
    static String firstConstant(EncoderPlan layer, boolean reverse) {
        return first(layer, reverse).constant();
    }

    private static ParameterPlan first(EncoderPlan layer, boolean reverse) {
        return layer.parameters().get(reverse ? 4 : 0);
    }

    /**
     * Adds the fields and methods of all directions. The layer itself adds two methods: {@code Project}, which computes what the
     * gates of some rows get from the layer's input, and {@code Gradients}, which takes the gradients of these gates further.
     */
    void write(ModelParts parts) {
        for (int direction = 0; direction < layer.directions(); direction++) {
            boolean reverse = direction == 1;
            String field = field(layer, reverse);
            parts.packed(
                    WEIGHTS,
                    field,
                    CodeBlock.of(
                            "new $T(parameters, $L, $T.$L, $L, $L)",
                            WEIGHTS,
                            parts.index(first(layer, reverse)),
                            GATES,
                            cell,
                            layer.hidden().lanes(),
                            parts.slabs()));
            parts.field(
                    cell.run(),
                    field,
                    CodeBlock.of(
                            "new $T($L, $L, $L, $L)", cell.run(), layer.hidden().size(), units, gateStride, reverse));
            parts.method(reverse ? rightToLeft() : leftToRight());
            parts.method(reverse ? rightToLeftBackward() : leftToRightBackward());
        }
        parts.method(step(parts));
        parts.method(stepBackward(parts));
    }

    private MethodSpec.Builder forwardThrough(boolean reverse) {
        return through(method(reverse));
    }

    private MethodSpec.Builder backwardThrough(boolean reverse) {
        return through(method(reverse) + "Backward")
                .addParameter(Names.model("GradientSet"), "gradients")
                .addParameter(int.class, "first");
    }

    private MethodSpec.Builder through(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(PACKING, "packing")
                .addParameter(WEIGHTS, "weights")
                .addParameter(cell.run(), "run");
    }

    /** Begins a loop over chunks of time steps from left to right, or from right to left. */
    private static void chunks(MethodSpec.Builder method, boolean ascending, int rows) {
        if (ascending) {
            method.addStatement("int end")
                    .beginControlFlow("for (int from = 0; from < packing.steps(); from = end)")
                    .addStatement("end = packing.chunkEnd(from, $L)", rows);
        } else {
            method.addStatement("int from")
                    .beginControlFlow("for (int end = packing.steps(); end > 0; end = from)")
                    .addStatement("from = packing.chunkStart(end, $L)", rows);
        }
    }

    /** Begins a loop over the time steps of a chunk. */
    private static void steps(MethodSpec.Builder method, boolean ascending) {
        method.beginControlFlow(
                ascending ? "for (int t = from; t < end; t++)" : "for (int t = end - 1; t >= from; t--)");
    }

    private void project(MethodSpec.Builder method) {
        method.addStatement("run.startChunk(packing.offset(from), packing.rows(from, end))")
                .addStatement("$LProject(packing.offset(from), packing.rows(from, end), weights, run)", id);
    }

    private void gradients(MethodSpec.Builder method) {
        method.addStatement("run.gatherPrevious(packing, from, end)")
                .addStatement(
                        "$LGradients(packing.offset(from),$Wpacking.rows(from, end),$Wweights,$Wrun,$Wgradients,$Wfirst)",
                        id);
    }

    private String carried(String condition) {
        return stateful ? condition + " || batch.stateful()" : condition;
    }

    private MethodSpec leftToRight() {
        MethodSpec.Builder method = forwardThrough(false);
        chunks(method, true, GateKernels.chunk(layer));
        project(method);
        steps(method, true);
        return method.addStatement("int previous = t == 0 ? 0 : run.sequences() + packing.offset(t - 1)")
                .addStatement(
                        "$LStep($Lweights,$Wrun,$Wpacking.offset(t),$Wprevious,$Wpacking.active(t),$W$L)",
                        id,
                        time(turns),
                        carried("t > 0"))
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private MethodSpec leftToRightBackward() {
        MethodSpec.Builder method = backwardThrough(false);
        chunks(method, false, GateKernels.chunkBack(layer));
        steps(method, false);
        method.addStatement("int previous = t == 0 ? 0 : run.sequences() + packing.offset(t - 1)")
                .addStatement(
                        "$LStepBackward($Lweights,$Wrun,$Wpacking.offset(t),$Wprevious,$W0,$Wpacking.active(t),$W$L)",
                        id,
                        time(turnsBack),
                        stateful ? "true" : "t > 0")
                .endControlFlow();
        gradients(method);
        return method.endControlFlow().build();
    }

    private MethodSpec rightToLeft() {
        MethodSpec.Builder method = forwardThrough(true)
                .addComment("Sequences that end at a step begin here; the others come from the step to the right.");
        chunks(method, false, GateKernels.chunk(layer));
        project(method);
        steps(method, false);
        return method.addStatement("int at = packing.offset(t)")
                .addStatement("int active = packing.active(t)")
                .addStatement("int carried = packing.active(t + 1)")
                .addStatement(
                        "$LStep($Lweights,$Wrun,$Wat,$Wrun.sequences() + at + active,$Wcarried,$Wtrue)",
                        id,
                        time(turns))
                .addStatement(
                        "$LStep($Lweights,$Wrun,$Wat + carried,$Wcarried,$Wactive - carried,$W$L)",
                        id,
                        time(turns),
                        fresh())
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private MethodSpec rightToLeftBackward() {
        MethodSpec.Builder method = backwardThrough(true);
        chunks(method, true, GateKernels.chunkBack(layer));
        steps(method, true);
        method.addStatement("int at = packing.offset(t)")
                .addStatement("int active = packing.active(t)")
                .addStatement("int carried = packing.active(t + 1)")
                .addStatement(
                        "$LStepBackward($Lweights,$Wrun,$Wat,$Wrun.sequences() + at + active,$W0,$Wcarried,$Wtrue)",
                        id,
                        time(turnsBack))
                .addStatement(
                        "$LStepBackward($Lweights,$Wrun,$Wat + carried,$Wcarried,$Wcarried,$Wactive - carried,$W$L)",
                        id,
                        time(turnsBack),
                        stateful)
                .endControlFlow();
        gradients(method);
        return method.endControlFlow().build();
    }

    private String fresh() {
        return stateful ? "batch.stateful()" : "false";
    }

    /** A method for a time step, which is told the step's number where that matters. */
    private MethodSpec.Builder stepMethod(String end, boolean turning) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + end).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        if (turning) {
            method.addParameter(int.class, "t");
        }
        return method.addParameter(WEIGHTS, "weights")
                .addParameter(cell.run(), "run")
                .addParameter(int.class, "at")
                .addParameter(int.class, "previous");
    }

    /** The argument for it. */
    private static String time(boolean turning) {
        return turning ? "t, " : "";
    }

    private MethodSpec step(ModelParts parts) {
        MethodSpec.Builder method = stepMethod("Step", turns)
                .addJavadoc("One time step of some rows; a zero state before them needs no recurrent product.")
                .addParameter(int.class, "rows")
                .addParameter(boolean.class, "recurrent")
                .addStatement("int kept = run.kept(at)")
                .addCode(dropout.before(units, parts))
                .beginControlFlow("if (recurrent)")
                .addStatement(
                        "TWINS.kernels().$LRecurrent($L$L,$Wprevious * $L,$Wrows,$Wweights.panels(),$Wweights.recurrent(),$Wrun.gates(),$Wkept * $L)",
                        id,
                        turn(turns),
                        dropout.states(),
                        units,
                        gateStride)
                .endControlFlow();
        cell.forward().forEach(call -> method.addStatement(call, id, gateStride, units));
        return method.build();
    }

    private MethodSpec stepBackward(ModelParts parts) {
        return stepMethod("StepBackward", turnsBack)
                .addParameter(int.class, "place")
                .addParameter(int.class, "rows")
                .addParameter(boolean.class, "recurrent")
                .addStatement(cell.backward(), id, gateStride, units)
                .beginControlFlow("if (recurrent)")
                .addCode(dropout.back(units, this::hiddenGradient, parts))
                .endControlFlow()
                .build();
    }

    private CodeBlock hiddenGradient(String array, String at) {
        return CodeBlock.builder()
                .addStatement(
                        "TWINS.kernels().$LHiddenGradient($Lrun.gates(),$Wat * $L,$Wrows,$Wweights.backwardPanels(),$Wweights.recurrentBackward(),$W$L,$W$L)",
                        id,
                        turn(turnsBack),
                        gateStride,
                        array,
                        at)
                .build();
    }

    // Every other step reads the weights from the other end: what is cached of them is used before it is replaced.
    private static String turn(boolean turning) {
        return turning ? "(t & 1) != 0, " : "";
    }
}
