package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.Linear;
import javax.lang.model.element.Modifier;

/** {@code torch.nn.Linear} to the tags and, where they are independent, {@code log_softmax} over them. */
final class LinearWriter {

    static final ClassName WEIGHTS = Names.model("LinearWeights");
    private static final ClassName COUNTED = Names.model("CountedChain");

    private final Linear linear;
    private final int head;
    private final boolean independent;
    private final String id;
    private final Sizes sizes;

    /**
     * The affine layer of a head.
     *
     * @param head the number of the head
     * @param independent whether its tags are independent, so that log-softmax follows
     */
    LinearWriter(Linear linear, int head, boolean independent) {
        this.linear = linear;
        this.head = head;
        this.independent = independent;
        this.id = linear.identifier();
        this.sizes = Sizes.of(linear);
    }

    /** The name of the matrix of scores. */
    private String scores() {
        return id + "Scores";
    }

    /** The name of the network's field with the counted chain. */
    private String chain() {
        return id + "Chain";
    }

    /**
     * Writes the layer.
     *
     * @param input the matrix it reads
     */
    void write(Target input, ModelParts parts) {
        String constant = parts.index(linear.parameters().get(0));
        LinearKernels kernels = new LinearKernels(linear);
        parts.kernels(kernels.affine());
        if (!linear.output().known()) {
            learned(parts);
        }
        CodeBlock weights = CodeBlock.of("new $T(parameters, $L, $L)", WEIGHTS, constant, Sizes.strideInNet(linear));
        parts.packed(WEIGHTS, id, weights);
        linear.counts()
                .ifPresent(counts -> parts.packed(
                        COUNTED, chain(), CodeBlock.of("new $T(parameters, $L)", COUNTED, parts.index(counts))));
        CodeBlock size = CodeBlock.of("batch.words().rows() * $L", sizes.stride());
        parts.matrix(scores(), size);
        parts.buffer(scores() + "Gradient");
        if (independent) {
            parts.kernels(kernels.logSoftmax());
            parts.matrix(id + "Exponentials", size);
            parts.head(head());
        }
        parts.method(forward(input));
        parts.method(backward(constant, input));
        parts.forward("$LForward(batch.words().rows())", id);
        parts.backward("$LBackward(batch.words().rows(), gradients)", id);
    }

    private void learned(ModelParts parts) {
        int lanes = linear.output().lanes();
        String tags = Sizes.tagsField(linear);
        parts.weights(TypeName.INT, tags, CodeBlock.of("parameters.sizes().tags().get($L).size()", head));
        parts.weights(
                TypeName.INT,
                Sizes.strideField(linear),
                CodeBlock.of("($L + $L) / $L * $L", tags, lanes - 1, lanes, lanes));
    }

    private TypeSpec head() {
        boolean viterbi = linear.counts().isPresent();
        HeadClass head = new HeadClass(
                        Names.model(viterbi ? "ViterbiHead" : "SoftmaxHead"), linear.annotation(), linear)
                .returns(Modifier.PROTECTED, Names.FLOATS, "outputs", scores())
                .does(
                        "logSoftmax",
                        CodeBlock.builder()
                                .addStatement(
                                        "TWINS.kernels().$1LLogSoftmax($2L,$Wbatch.words().rows(),$W$1LExponentials$3L)",
                                        id,
                                        scores(),
                                        sizes.arguments())
                                .build())
                .gradient("zeroGradient", "zeros");
        if (viterbi) {
            head.returns(Modifier.PROTECTED, COUNTED, "transitions", "net." + chain());
        }
        return head.build();
    }

    private MethodSpec forward(Target input) {
        String then = independent ? ", whose log-probabilities can wait" : "";
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + "Forward")
                .addJavadoc("{@code $L}: the tags' scores$L.", linear.annotation(), then)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows")
                .addStatement(
                        "TWINS.kernels().$1LForward($2L,$Wrows,$Wnet.$1L.packed(),$Wnet.$1L.bias(),$W$3L$4L)",
                        id,
                        input.matrix(),
                        scores(),
                        sizes.arguments());
        if (independent) {
            method.addStatement("$L.fresh()", id + "Head");
        }
        return method.build();
    }

    private MethodSpec backward(String constant, Target input) {
        String gradient = scores() + "Gradient";
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + "Backward")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows")
                .addParameter(Names.model("GradientSet"), "gradients");
        if (independent) {
            method.addStatement(
                    "TWINS.kernels().$1LLogSoftmaxBackward($2L,$W$3L,$Wrows,$W$1LExponentials$4L)",
                    id,
                    scores(),
                    gradient,
                    sizes.arguments());
        }
        return method.addStatement(
                        "TWINS.kernels().$LWeightGradient($L,$W$L,$Wrows,$Wgradients.at($L).values()$L)",
                        id,
                        gradient,
                        input.matrix(),
                        constant,
                        sizes.arguments())
                .addStatement(
                        "$T.sum($L, 0, $L, rows, gradients.at($L + 1).values())",
                        Names.model("Rows"),
                        gradient,
                        sizes.stride(),
                        constant)
                .addStatement(
                        "TWINS.kernels().$1LInputGradient($2L,$Wrows,$Wnet.$1L.weight(),$W$3L$4L)",
                        id,
                        gradient,
                        input.gradient(),
                        sizes.arguments())
                .build();
    }
}
