package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Activation;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Product;
import dev.lanewise.processor.plan.EncoderPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The products of a recurrent layer with its two weight matrices, forward and backward. A row of gates is four blocks of units
 * that are padded to whole vectors; each matrix has a block of rows for each gate.
 */
final class GateKernels {

    /** From sums over so many numbers on, products have tiles of their own. */
    static final int HOT = 32;

    /** Blocks of units in a row of gates, whatever the cell. */
    private static final int BLOCKS = 4;

    /** From so many recurrent weights on, 64 KiB, a step finds in the first-level cache only those that the step before read last. */
    private static final int TURNING = 1 << 14;

    /** The same of the second-level cache, 2 MiB: on the way back, two panels are more than a first-level cache holds. */
    private static final int BEYOND_CACHE = 1 << 19;

    /** From so many recurrent weights on, 1 MiB, a second-level cache does not hold what the way back takes beside them. */
    private static final int WIDE_BACK = 1 << 18;

    /** Rows that a layer takes at a time: few enough for their gates to stay in the second-level cache. */
    private static final int CHUNK = 128;

    /** The same of a layer whose weights no second-level cache holds: each chunk reads all those of the input. */
    private static final int WIDE_CHUNK = 1024;

    /** The same on the way back, where each chunk moves the sums of all weight gradients. */
    private static final int WIDE_CHUNK_BACK = 512;

    /**
     * Where the gates of a weight matrix lie in a row.
     *
     * @param first the first block of them
     * @param turn by how many blocks they are turned: the first gate lies so many blocks behind the first one
     */
    record Place(int first, int turn) {}

    private final String id;
    private final int inputs;
    private final int inputStride;
    private final int inputWeightStride;
    private final int hidden;
    private final int units;
    private final int recurrentWeightStride;
    private final int gateStride;
    private final int gates;
    private final boolean hot;
    private final boolean turning;
    private final boolean turningBack;
    private final boolean hotInput;
    private final Place input;
    private final Place recurrent;

    /**
     * The products of a layer.
     *
     * @param input where the gates lie that come from the input
     * @param recurrent where those lie that come from the state before
     * @param distinctInputs whether its inputs are only those that differ, so few that their product does not count
     */
    GateKernels(EncoderPlan layer, Place input, Place recurrent, boolean distinctInputs) {
        this.id = layer.identifier();
        this.inputs = layer.input().size();
        this.inputStride = layer.input().stride();
        this.inputWeightStride = layer.input().weightStride();
        this.hidden = layer.hidden().size();
        this.units = layer.hidden().stride();
        this.recurrentWeightStride = layer.hidden().weightStride();
        this.gateStride = layer.gateStride();
        this.gates = layer.gates();
        this.hot = isHot(layer);
        this.turning = turns(layer);
        this.turningBack = turnsBack(layer);
        this.hotInput = hot && !distinctInputs;
        this.input = input;
        this.recurrent = recurrent;
    }

    /** Whether the products of a layer have tiles of their own. */
    static boolean isHot(EncoderPlan layer) {
        return layer.hidden().size() >= HOT;
    }

    /** Whether every other time step of a layer reads its weights from the right. */
    static boolean turns(EncoderPlan layer) {
        return isHot(layer) && recurrentWeights(layer) >= TURNING;
    }

    /** The same of steps backwards. */
    static boolean turnsBack(EncoderPlan layer) {
        return isHot(layer) && recurrentWeights(layer) >= BEYOND_CACHE;
    }

    /** How many rows a layer takes together. */
    static int chunk(EncoderPlan layer) {
        return recurrentWeights(layer) >= BEYOND_CACHE ? WIDE_CHUNK : CHUNK;
    }

    /** The same on the way back. */
    static int chunkBack(EncoderPlan layer) {
        return isWideBack(layer) ? WIDE_CHUNK_BACK : CHUNK;
    }

    private static boolean isWideBack(EncoderPlan layer) {
        return recurrentWeights(layer) >= WIDE_BACK;
    }

    private static long recurrentWeights(EncoderPlan layer) {
        return (long) layer.gates() * layer.hidden().size() * layer.hidden().stride();
    }

    /**
     * All kernels of the layer.
     *
     * @param rest what is done to rows of gates besides multiplying the input
     * @param cell from gates to states, and the way back
     */
    List<Kernel> with(Function<Emitter, CodeBlock> rest, Kernel... cell) {
        List<Kernel> all = new ArrayList<>(List.of(input(rest), recurrent()));
        all.addAll(List.of(cell));
        all.addAll(List.of(hiddenGradient(), inputGradient(), inputWeightGradient(), recurrentWeightGradient()));
        return all;
    }

    private Kernel input(Function<Emitter, CodeBlock> rest) {
        return Kernel.named(
                        id + "Input",
                        "gates[row] = bias + weight_ih x[row]: " + inputs + " inputs to " + gates + " x " + hidden
                                + " gates.")
                .arrays("x")
                .ints("from", "rows")
                .arrays("panels")
                .ints("p")
                .arrays("bias", "gates")
                .ints("g")
                .body(emitter -> forward(
                                emitter,
                                new Product(
                                        "rows",
                                        "" + inputs,
                                        Product.A.rows("x", "from", inputStride).hot(hotInput),
                                        new Product.Block("bias", "0", "0"),
                                        gates(input)))
                        .add(rest.apply(emitter))
                        .build());
    }

    private Kernel recurrent() {
        return step(
                        turning,
                        id + "Recurrent",
                        "gates[row] += weight_hh hidden[row]: " + hidden + " units to " + gates + " x " + hidden
                                + " gates")
                .arrays("hidden")
                .ints("h", "rows")
                .arrays("panels")
                .ints("p")
                .arrays("gates")
                .ints("g")
                .body(emitter -> forward(
                                emitter,
                                Product.adding(
                                                "rows",
                                                "" + hidden,
                                                Product.A
                                                        .rows("hidden", "h", units)
                                                        .hot(hot),
                                                gates(recurrent))
                                        .turning(turning))
                        .build());
    }

    /** A kernel that reads all weights in every time step. */
    private static Kernel.Builder step(boolean turns, String name, String about) {
        return turns
                ? Kernel.named(name, about + "; odd steps of a single row begin at the cached end.")
                        .flag(Product.FROM_RIGHT)
                : Kernel.named(name, about + ".");
    }

    private Product.Block gates(Place place) {
        return new Product.Block("gates", at(place.first() * units), "" + gateStride);
    }

    private static String at(int column) {
        return column == 0 ? "g" : "g + " + column;
    }

    private CodeBlock.Builder forward(Emitter emitter, Product product) {
        CodeBlock.Builder code = CodeBlock.builder();
        product.panels(emitter, code, "panels", "p", Integer.parseInt(product.depth()), gates * units);
        return code;
    }

    private Kernel hiddenGradient() {
        return step(turningBack, id + "HiddenGradient", "hiddenGradient[row] += gates[row] weight_hh over all gates")
                .arrays("gates")
                .ints("g", "rows")
                .arrays("panels")
                .ints("p")
                .arrays("hiddenGradient")
                .ints("h")
                .body(emitter -> backward(
                        emitter,
                        hot,
                        recurrent,
                        units,
                        new Product.Block("hiddenGradient", "h", "" + units),
                        turningBack));
    }

    private Kernel inputGradient() {
        return Kernel.named(id + "InputGradient", "xGradient[row] += gates[row] weight_ih, summed over all gates.")
                .arrays("gates")
                .ints("g", "rows")
                .arrays("panels")
                .ints("p")
                .arrays("xGradient")
                .ints("to")
                .body(emitter -> backward(
                        emitter,
                        hotInput,
                        input,
                        inputStride,
                        new Product.Block("xGradient", "to", "" + inputStride),
                        false));
    }

    private CodeBlock backward(
            Emitter emitter, boolean isHot, Place place, int columns, Product.Block c, boolean turns) {
        CodeBlock.Builder code = CodeBlock.builder();
        Product.A a = gatesOf(place, Product.A.rows("gates", at(place.first() * units), gateStride))
                .hot(isHot);
        Product.adding("rows", "" + hidden, a, c)
                .turning(turns)
                .panels(emitter, code, "panels", "p", gates * hidden, columns);
        return code.build();
    }

    private Product.A gatesOf(Place place, Product.A rows) {
        return rows.blocks(gates, units, place.turn());
    }

    private Kernel inputWeightGradient() {
        return Kernel.named(
                        id + "InputWeightGradient",
                        "gradient += gates^T x, sums += gates^T one: the gradients of weight_ih and of the bias over all rows.")
                .arrays("gates")
                .ints("g")
                .arrays("x")
                .ints("from", "rows")
                .arrays(
                        hotInput
                                ? new String[] {"panel", "gradient", "one", "sums"}
                                : new String[] {"gradient", "one", "sums"})
                .body(emitter -> CodeBlock.builder()
                        .add(sums(emitter))
                        .add(weights(emitter, hotInput, input, "x", "from", inputStride, inputWeightStride))
                        .build());
    }

    /** The sum of all rows of gates, as the product of a row of ones with them. */
    private CodeBlock sums(Emitter emitter) {
        CodeBlock.Builder code = CodeBlock.builder();
        Product.adding("1", "rows", Product.A.columns("one", "0", "0"), new Product.Block("sums", "0", "0"))
                .rowMajor(emitter, code, "gates", "g", "" + BLOCKS * units, "" + gateStride);
        return code.build();
    }

    private Kernel recurrentWeightGradient() {
        return Kernel.named(
                        id + "RecurrentWeightGradient",
                        "gradient += gates^T previous: the gradient of weight_hh over all rows.")
                .arrays("gates")
                .ints("g")
                .arrays("previous")
                .ints("rows")
                .arrays(hot ? new String[] {"panel", "gradient"} : new String[] {"gradient"})
                .body(emitter -> weights(emitter, hot, recurrent, "previous", "0", units, recurrentWeightStride));
    }

    private CodeBlock weights(
            Emitter emitter, boolean isHot, Place place, String operand, String from, int stride, int weightStride) {
        CodeBlock.Builder code = CodeBlock.builder();
        Product.A a = gatesOf(place, Product.A.columns("gates", at(place.first() * units), "" + gateStride))
                .hot(isHot);
        Product.adding("" + hidden, "rows", a, new Product.Block("gradient", "0", "" + weightStride))
                .rowMajor(emitter, code, operand, from, "" + stride, "" + stride);
        return code.build();
    }

    /** Begins a loop over the units of every row, which are numbered u and r. */
    static CodeBlock units(Emitter emitter, int units) {
        return CodeBlock.builder()
                .beginControlFlow("for (int r = 0; r < rows; r++)")
                .add(unitsOfRow(emitter, units))
                .build();
    }

    /** Begins a loop over the units of row r. */
    static CodeBlock unitsOfRow(Emitter emitter, int units) {
        return CodeBlock.builder()
                .beginControlFlow(
                        "for (int u = 0; u < $L; u += $L)",
                        units,
                        emitter.dialect().step(1))
                .build();
    }

    /** Declares where a unit is in a row of gates and in a row of states. */
    static CodeBlock places(int gateStride, int units) {
        return CodeBlock.builder()
                .addStatement("int at = g + r * $L + u", gateStride)
                .addStatement("int unit = r * $L + u", units)
                .build();
    }

    /** Declares the constants of both activations, and begins a loop over all units. */
    static CodeBlock.Builder activating(Emitter emitter, int gateStride, int units) {
        CodeBlock.Builder code = CodeBlock.builder();
        Activation.TANH.constants(emitter.dialect(), code);
        Activation.SIGMOID.constants(emitter.dialect(), code);
        return code.add(units(emitter, units)).add(places(gateStride, units));
    }

    /** Activates a gate, which begins so far into a row, and keeps what it was activated to. */
    static void activate(CodeBlock.Builder code, Dialect in, Activation activation, String gate, int column) {
        String at = column == 0 ? "at" : "at + " + column;
        code.addStatement(in.declare(gate, in.load("gates", at)));
        activation.apply(in, code, gate);
        code.addStatement(in.store(gate, "gates", at));
    }

    /** The same of some blocks of gates by a loop of its own. */
    static void activateAll(
            CodeBlock.Builder code, Emitter emitter, Activation activation, int count, int column, int gateStride) {
        code.addStatement(
                "$1L(rows, $2L, gates, $3L, $4L, gates, $3L, $4L)",
                emitter.activation(activation),
                count,
                at(column),
                gateStride);
    }

    /** A gate's gradient before its sigmoid: that behind it times the slope, y (1 - y). */
    static void gate(CodeBlock.Builder code, Dialect in, String name, CodeBlock gradient, String y, String at) {
        code.addStatement(in.declare(name, gradient));
        code.addStatement(in.declare(name + "Slope", in.sub(y, in.mul(y, y))));
        code.addStatement(in.store(in.mul(name, name + "Slope"), "gates", at));
    }
}
