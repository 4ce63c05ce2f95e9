package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Activation;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.emit.Product;
import dev.lanewise.processor.plan.Linear;
import java.util.List;

/** The arithmetic of an affine layer, {@code torch.nn.Linear}, and of log-softmax over its outputs. */
final class LinearKernels {

    private final Linear linear;
    private final String id;
    private final int inputStride;
    /** The number of outputs and its padding: constants, or parameters of the kernels where the tags are learned. */
    private final String outputs;

    private final String stride;
    private final boolean hot;

    LinearKernels(Linear linear) {
        this.linear = linear;
        this.id = linear.identifier();
        this.inputStride = linear.input().stride();
        this.outputs = linear.output().known() ? "" + linear.output().size() : "tags";
        this.stride = linear.output().known() ? "" + linear.output().stride() : "stride";
        this.hot = linear.output().known() && linear.input().size() >= GateKernels.HOT;
    }

    List<Kernel> affine() {
        return List.of(forward(), inputGradient(), weightGradient());
    }

    List<Kernel> logSoftmax() {
        return List.of(logSoftmaxForward(), logSoftmaxBackward());
    }

    private Kernel.Builder sized(Kernel.Builder kernel) {
        return linear.output().known() ? kernel : kernel.ints("tags", "stride");
    }

    private Kernel forward() {
        return sized(Kernel.named(
                                id + "Forward",
                                "y[row] = bias + weight x[row]: "
                                        + linear.input().size() + " inputs to " + outputs + " outputs.")
                        .arrays("x")
                        .ints("rows")
                        .arrays("packed", "bias", "y"))
                .body(emitter -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    Product.A a = Product.A.rows("x", "0", inputStride).hot(hot);
                    Product.Block bias = new Product.Block("bias", "0", "0");
                    new Product("rows", "" + linear.input().size(), a, bias, new Product.Block("y", "0", stride))
                            .rowMajor(emitter, code, "packed", "0", stride, stride);
                    return code.build();
                });
    }

    private Kernel inputGradient() {
        return sized(Kernel.named(id + "InputGradient", "xGradient[row] += yGradient[row] weight.")
                        .arrays("yGradient")
                        .ints("rows")
                        .arrays("weight", "xGradient"))
                .body(emitter -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    Product.A a = Product.A.rows("yGradient", "0", stride);
                    Product.adding("rows", outputs, a, new Product.Block("xGradient", "0", "" + inputStride))
                            .rowMajor(emitter, code, "weight", "0", "" + inputStride, "" + inputStride);
                    return code.build();
                });
    }

    private Kernel weightGradient() {
        return sized(Kernel.named(id + "WeightGradient", "gradient += yGradient^T x over all rows.")
                        .arrays("yGradient", "x")
                        .ints("rows")
                        .arrays("gradient"))
                .body(emitter -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    Product.A a = Product.A.columns("yGradient", "0", stride);
                    Product.adding(outputs, "rows", a, new Product.Block("gradient", "0", "" + inputStride))
                            .rowMajor(emitter, code, "x", "0", "" + inputStride, "" + inputStride);
                    return code.build();
                });
    }

    private Kernel logSoftmaxForward() {
        return sized(Kernel.named(
                                id + "LogSoftmax",
                                "Scores to log-probabilities, in place; the sum over the tags runs in their order.")
                        .arrays("scores")
                        .ints("rows")
                        .arrays("exponentials"))
                .body(this::logSoftmax);
    }

    private CodeBlock logSoftmax(Emitter emitter) {
        Dialect in = emitter.dialect();
        String step = in.step(1);
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        code.addStatement("int at = r * $L", stride);
        code.addStatement("float max = scores[at]");
        code.beginControlFlow("for (int t = 1; t < $L; t++)", outputs);
        code.addStatement("max = $T.max(max, scores[at + t])", Math.class);
        code.endControlFlow();
        // First the maximum, as PyTorch does: added to a large one, the logarithm would be rounded away.
        code.addStatement("$T top = $L", in.type(), in.broadcast("max"));
        code.beginControlFlow("for (int t = 0; t < $L; t += $L)", stride, step);
        code.addStatement(in.store(in.sub(in.load("scores", "at + t"), "top"), "scores", "at + t"));
        code.endControlFlow().endControlFlow();
        code.add(exponentials(emitter));
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        code.addStatement("int at = r * $L", stride);
        code.addStatement("float sum = 0f");
        code.beginControlFlow("for (int t = 0; t < $L; t++)", outputs);
        code.addStatement("sum += exponentials[at + t]");
        code.endControlFlow();
        code.addStatement("float logSum = $T.log(sum)", Names.SCALAR_MATH);
        code.addStatement("$T shift = $L", in.type(), in.broadcast("logSum"));
        code.beginControlFlow("for (int t = 0; t < $L; t += $L)", stride, step);
        code.addStatement(in.store(in.sub(in.load("scores", "at + t"), "shift"), "scores", "at + t"));
        code.endControlFlow().endControlFlow();
        return code.build();
    }

    private Kernel logSoftmaxBackward() {
        return sized(Kernel.named(
                                id + "LogSoftmaxBackward",
                                "Gradients of log-probabilities to those of the scores, in place: g - softmax * sum(g).")
                        .arrays("scores", "gradient")
                        .ints("rows")
                        .arrays("exponentials"))
                .body(this::logSoftmaxBackward);
    }

    private CodeBlock logSoftmaxBackward(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder();
        code.add(exponentials(emitter));
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        code.addStatement("int at = r * $L", stride);
        code.addStatement("float sum = 0f");
        code.beginControlFlow("for (int t = 0; t < $L; t++)", outputs);
        code.addStatement("sum += gradient[at + t]");
        code.endControlFlow();
        code.addStatement("$T minusSum = $L", in.type(), in.broadcast("-sum"));
        code.beginControlFlow("for (int t = 0; t < $L; t += $L)", stride, in.step(1));
        code.addStatement("$T p = $L", in.type(), in.load("exponentials", "at + t"));
        code.addStatement(in.store(in.fma("p", "minusSum", in.load("gradient", "at + t")), "gradient", "at + t"));
        code.endControlFlow().endControlFlow();
        return code.build();
    }

    /** All exponentials of a batch in one loop: row by row it would hardly begin. */
    private CodeBlock exponentials(Emitter emitter) {
        String exp = emitter.activation(Activation.EXP);
        return CodeBlock.builder()
                .addStatement("$1L(rows, $2L, scores, 0, $2L, exponentials, 0, $2L)", exp, stride)
                .build();
    }
}
