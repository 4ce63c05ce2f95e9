package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Product;
import dev.lanewise.processor.plan.CharCnn;
import java.util.List;

/**
 * The arithmetic of a convolution over characters, {@code torch.nn.Conv1d}, and of the maxima over its positions. What a character
 * adds at each place in a window does not depend on its neighbours, so it is computed once for each distinct character.
 */
final class CharCnnKernels {

    private final String id;
    private final int inputs;
    private final int inputStride;
    private final int filters;
    private final int filterStride;
    private final int width;

    CharCnnKernels(CharCnn cnn) {
        this.id = cnn.identifier();
        this.inputs = cnn.input().size();
        this.inputStride = cnn.input().stride();
        this.filters = cnn.filters().size();
        this.filterStride = cnn.filters().stride();
        this.width = cnn.width();
    }

    /** Numbers in a row of shares: all filters at each place in the window. */
    static int shareStride(CharCnn cnn) {
        return cnn.width() * cnn.filters().stride();
    }

    List<Kernel> all() {
        return List.of(shares(), max(), maxBackward(), inputGradient(), weightGradient());
    }

    private int shareStride() {
        return width * filterStride;
    }

    private Kernel shares() {
        return Kernel.named(
                        id + "Shares",
                        "shares[row] += weight x[row]: what a character adds to each of " + filters
                                + " filters at each of " + width + " places in the window.")
                .arrays("x")
                .ints("rows")
                .arrays("packed", "shares")
                .body(emitter -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    Product.A a = Product.A.rows("x", "0", inputStride);
                    String columns = "" + shareStride();
                    Product.adding("rows", "" + inputs, a, new Product.Block("shares", "0", columns))
                            .rowMajor(emitter, code, "packed", "0", columns, columns);
                    return code.build();
                });
    }

    private Kernel max() {
        return Kernel.named(
                        id + "Max",
                        "The largest sum of bias and shares that a filter has in any window of a word, and which window it is.")
                .arrays("shares")
                .indexes("kinds", "starts")
                .ints("words")
                .arrays("bias", "largest", "positions")
                .body(this::max);
    }

    private CodeBlock max(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("for (int word = 0; word < words; word++)");
        code.addStatement("int first = starts[word]");
        code.addStatement("int last = starts[word + 1] - $L", width);
        code.beginControlFlow("for (int f = 0; f < $L; f += $L)", filterStride, in.step(1));
        code.addStatement(in.declare("start", in.load("bias", "f")));
        code.addStatement(in.declare("top", in.broadcast(CodeBlock.of("$T.NEGATIVE_INFINITY", Float.class))));
        code.addStatement(in.declare("at", in.broadcast("0f")));
        code.beginControlFlow("for (int p = first; p <= last; p++)");
        String sum = "start";
        for (int place = 0; place < width; place++) {
            String next = place + 1 == width ? "y" : "y" + place;
            code.addStatement(in.declare(next, in.add(in.load("shares", share(place)), sum)));
            sum = next;
        }
        code.addStatement(in.declare("here", in.broadcast("(float) (p - first)")));
        code.addStatement("at = $L", in.greater("y", "top", "here", "at"));
        code.addStatement("top = $L", in.greater("y", "top", "y", "top"));
        code.endControlFlow();
        code.addStatement(in.store("top", "largest", "word * " + filterStride + " + f"));
        code.addStatement(in.store("at", "positions", "word * " + filterStride + " + f"));
        return code.endControlFlow().endControlFlow().build();
    }

    /** Where the share of the character at a place in the window is. */
    private String share(int place) {
        String character = place == 0 ? "p" : "p + " + place;
        String column = place == 0 ? "f" : place * filterStride + " + f";
        return "kinds[" + character + "] * " + shareStride() + " + " + column;
    }

    private Kernel maxBackward() {
        return Kernel.named(
                        id + "MaxBackward",
                        "Adds the gradient of each maximum to those of the shares in the window that it comes from.")
                .arrays("gradient", "positions")
                .indexes("kinds", "starts")
                .ints("words")
                .arrays("shareGradient")
                .body(emitter -> scatter());
    }

    // Neighbouring filters write to places far from each other, so both twins go number by number.
    private CodeBlock scatter() {
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("for (int word = 0; word < words; word++)");
        code.beginControlFlow("for (int f = 0; f < $L; f++)", filters);
        code.addStatement("int p = starts[word] + (int) positions[word * $L + f]", filterStride);
        code.addStatement("float g = gradient[word * $L + f]", filterStride);
        for (int place = 0; place < width; place++) {
            code.addStatement("shareGradient[$L] += g", share(place));
        }
        return code.endControlFlow().endControlFlow().build();
    }

    private Kernel inputGradient() {
        return Kernel.named(id + "InputGradient", "xGradient[row] += shareGradient[row] weight.")
                .arrays("shareGradient")
                .ints("rows")
                .arrays("weight", "xGradient")
                .body(emitter -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    Product.A a = Product.A.rows("shareGradient", "0", shareStride());
                    Product.adding("rows", "" + shareStride(), a, new Product.Block("xGradient", "0", "" + inputStride))
                            .rowMajor(emitter, code, "weight", "0", "" + inputStride, "" + inputStride);
                    return code.build();
                });
    }

    private Kernel weightGradient() {
        return Kernel.named(id + "WeightGradient", "gradient += shareGradient^T x over all rows.")
                .arrays("shareGradient", "x")
                .ints("rows")
                .arrays("gradient")
                .body(emitter -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    Product.A a = Product.A.columns("shareGradient", "0", "" + shareStride());
                    Product.adding("" + shareStride(), "rows", a, new Product.Block("gradient", "0", "" + inputStride))
                            .rowMajor(emitter, code, "x", "0", "" + inputStride, "" + inputStride);
                    return code.build();
                });
    }
}
