package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Activation;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Product;
import dev.lanewise.processor.plan.Crf;
import dev.lanewise.processor.plan.Width;
import java.util.List;

/**
 * The recursions of a linear-chain CRF. Rows are packed words, columns are tags; each kernel treats the rows of one time step,
 * so that a transition of all sequences is one matrix product.
 */
final class CrfKernels {

    private final String id;
    private final Width width;
    /** The number of tags and its padding: constants, or parameters of the kernels where the tags are learned. */
    private final String tags;

    private final String stride;

    CrfKernels(Crf crf) {
        this.id = crf.identifier();
        this.width = crf.tags();
        this.tags = width.known() ? "" + width.size() : "tags";
        this.stride = width.known() ? "" + width.stride() : "stride";
    }

    List<Kernel> all() {
        return List.of(transfer(), forward(), ratios(), normalise(), pairs());
    }

    private Kernel.Builder sized(Kernel.Builder kernel) {
        return width.known() ? kernel : kernel.ints("tags", "stride");
    }

    private Kernel transfer() {
        return sized(Kernel.named(
                                id + "Transfer",
                                "to[row + r] += from[source + r] weights: what tags hand over to those after or before them.")
                        .arrays("from")
                        .ints("source", "rows")
                        .arrays("weights", "to")
                        .ints("row"))
                .body(emitter -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    Product.A a = Product.A.rows("from", "source * " + stride, stride);
                    Product.adding("rows", tags, a, new Product.Block("to", "row * " + stride, stride))
                            .rowMajor(emitter, code, "weights", "0", stride, stride);
                    return code.build();
                });
    }

    private Kernel pairs() {
        return sized(Kernel.named(
                                id + "Pairs",
                                "pairs[i][j] += messages[before + r][i] ratios[row + r][j] over all r: how often j follows i.")
                        .arrays("messages")
                        .ints("before")
                        .arrays("ratios")
                        .ints("row", "rows")
                        .arrays("pairs"))
                .body(emitter -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    Product.A a = Product.A.columns("messages", "before * " + stride, stride);
                    Product.adding(tags, "rows", a, new Product.Block("pairs", "0", stride))
                            .rowMajor(emitter, code, "ratios", "row * " + stride, stride, stride);
                    return code.build();
                });
    }

    private Kernel forward() {
        return sized(Kernel.named(
                                id + "Forward",
                                "Forward messages: exp(scores + log(sums)), relative to the best tag of the row, which goes to norms.")
                        .arrays("scores", "sums")
                        .ints("row", "rows")
                        .arrays("messages", "norms"))
                .body(this::forward);
    }

    private CodeBlock forward(Emitter emitter) {
        Dialect in = emitter.dialect();
        CodeBlock.Builder code = CodeBlock.builder();
        rows(code);
        code.addStatement("$L(1, $L, sums, at, 0, messages, at, 0)", emitter.activation(Activation.LOG), stride);
        lanes(in, code);
        code.addStatement(
                in.store(in.add(in.load("messages", "at + t"), in.load("scores", "at + t")), "messages", "at + t"));
        code.endControlFlow();
        code.addStatement("float best = $T.NEGATIVE_INFINITY", Float.class);
        code.beginControlFlow("for (int t = 0; t < $L; t++)", tags);
        code.addStatement("best = sums[at + t] > 0f ? $T.max(best, messages[at + t]) : best", Math.class);
        code.endControlFlow();
        code.addStatement("norms[r] = best");
        code.addStatement(in.declare("top", in.broadcast("best")));
        lanes(in, code);
        code.addStatement(in.store(in.sub(in.load("messages", "at + t"), "top"), "messages", "at + t"));
        code.endControlFlow();
        code.addStatement("$L(1, $L, messages, at, 0, messages, at, 0)", emitter.activation(Activation.EXP), stride);
        reachable(in, code);
        code.endControlFlow();
        return code.build();
    }

    /** A sum of zero means that nothing possible comes before: the smallest normal number is 1, zero stays 0. */
    private void reachable(Dialect in, CodeBlock.Builder code) {
        code.addStatement(in.declare("huge", in.broadcast("0x1p126f")));
        code.addStatement(in.declare("none", in.broadcast("0f")));
        code.addStatement(in.declare("one", in.broadcast("1f")));
        lanes(in, code);
        code.addStatement(in.declare("possible", in.mul(in.load("sums", "at + t"), "huge")));
        code.addStatement("possible = $L", in.clamp("possible", "none", "one"));
        code.addStatement(in.store(in.mul(in.load("messages", "at + t"), "possible"), "messages", "at + t"));
        code.endControlFlow();
    }

    private Kernel ratios() {
        return sized(Kernel.named(
                                id + "Ratios",
                                "ratios = marginals / sums: what each tag hands back to those before it.")
                        .arrays("marginals", "sums")
                        .ints("row", "rows")
                        .arrays("ratios"))
                .body(emitter -> {
                    Dialect in = emitter.dialect();
                    CodeBlock.Builder code = CodeBlock.builder();
                    code.addStatement(in.declare("least", in.broadcast(CodeBlock.of("$T.MIN_NORMAL", Float.class))));
                    code.addStatement(in.declare("most", in.broadcast(CodeBlock.of("$T.MAX_VALUE", Float.class))));
                    rows(code);
                    lanes(in, code);
                    code.addStatement(in.declare("sum", in.load("sums", "at + t")));
                    code.addStatement("sum = $L", in.clamp("sum", "least", "most"));
                    code.addStatement(in.store(in.div(in.load("marginals", "at + t"), "sum"), "ratios", "at + t"));
                    code.endControlFlow().endControlFlow();
                    return code.build();
                });
    }

    private Kernel normalise() {
        return sized(Kernel.named(
                                id + "Normalise",
                                "marginals *= messages, divided by their sum over the tags, which goes to totals.")
                        .arrays("messages")
                        .ints("row", "rows")
                        .arrays("marginals", "totals"))
                .body(emitter -> {
                    Dialect in = emitter.dialect();
                    CodeBlock.Builder code = CodeBlock.builder();
                    rows(code);
                    lanes(in, code);
                    code.addStatement(in.store(
                            in.mul(in.load("marginals", "at + t"), in.load("messages", "at + t")),
                            "marginals",
                            "at + t"));
                    code.endControlFlow();
                    code.addStatement("float total = 0f");
                    code.beginControlFlow("for (int t = 0; t < $L; t++)", tags);
                    code.addStatement("total += marginals[at + t]");
                    code.endControlFlow();
                    code.addStatement("totals[r] = $T.max(total, $T.MIN_NORMAL)", Math.class, Float.class);
                    code.addStatement(in.declare("whole", in.broadcast("totals[r]")));
                    lanes(in, code);
                    code.addStatement(in.store(in.div(in.load("marginals", "at + t"), "whole"), "marginals", "at + t"));
                    code.endControlFlow().endControlFlow();
                    return code.build();
                });
    }

    private void rows(CodeBlock.Builder code) {
        code.beginControlFlow("for (int r = row; r < row + rows; r++)");
        code.addStatement("int at = r * $L", stride);
    }

    private void lanes(Dialect in, CodeBlock.Builder code) {
        code.beginControlFlow("for (int t = 0; t < $L; t += $L)", stride, in.step(1));
    }
}
