package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.Linear;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** The head: {@code torch.nn.Linear} to the tags and {@code log_softmax} over them. */
public final class LinearWriter {

    static final ClassName WEIGHTS = Names.model("LinearWeights");

    private final Linear linear;
    private final String id;
    private final String tags;
    private final String stride;
    /** What kernels get beside their operands where the tags are learned. */
    private final String sizes;

    /** A head. */
    public LinearWriter(Linear linear) {
        this.linear = linear;
        this.id = linear.identifier();
        this.tags = linear.output().known() ? "" + linear.output().size() : "net.tags";
        this.stride = linear.output().known() ? "" + linear.output().stride() : "net.tagStride";
        this.sizes = linear.output().known() ? "" : ", net.tags, net.tagStride";
    }

    /** The name of the matrix of log-probabilities. */
    private String scores() {
        return id + "Scores";
    }

    /**
     * Writes the layer.
     *
     * @param input the matrix it reads
     */
    public void write(Target input, ModelParts parts) {
        String constant = linear.parameters().get(0).constant();
        LinearKernels kernels = new LinearKernels(linear);
        parts.kernels(kernels.affine());
        parts.kernels(kernels.logSoftmax());
        if (!linear.output().known()) {
            parts.weights(TypeName.INT, "tags", CodeBlock.of("parameters.sizes().tags()"));
            int lanes = linear.output().lanes();
            parts.weights(
                    TypeName.INT,
                    "tagStride",
                    CodeBlock.of("(parameters.sizes().tags() + $L) / $L * $L", lanes - 1, lanes, lanes));
        }
        parts.packed(WEIGHTS, id, CodeBlock.of("new $T(parameters, $L, $L)", WEIGHTS, constant, strideInNet()));
        parts.matrix(scores(), CodeBlock.of("batch.words().rows() * $L", stride));
        parts.buffer(scores() + "Gradient");
        parts.matrix(id + "Exponentials", CodeBlock.of("$L", stride));
        parts.method(forward(input));
        parts.method(backward(constant, input));
        parts.head(head());
        parts.forward("$LForward(batch.words().rows())", id);
        parts.backward("$LBackward(batch.words().rows(), gradients)", id);
    }

    private String strideInNet() {
        return linear.output().known() ? stride : "tagStride";
    }

    private TypeSpec head() {
        String gradient = scores() + "Gradient";
        return TypeSpec.classBuilder(id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + "Head")
                .addJavadoc("What {@code $L} says about the tags.", linear.annotation())
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(Names.model("SoftmaxHead"))
                .addMethod(returns(Names.model("Packing"), "words", "batch.words()"))
                .addMethod(returns(TypeName.INT, "tags", tags))
                .addMethod(returns(TypeName.INT, "stride", stride))
                .addMethod(returns(Names.FLOATS, "scores", scores()))
                .addMethod(returns(Names.FLOATS, "gradient", gradient))
                .addMethod(MethodSpec.methodBuilder("zeroGradient")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(Names.FLOATS)
                        .addStatement(
                                "$1L = $2T.zeros($1L, batch.words().rows() * $3L)",
                                gradient,
                                Names.model("Rows"),
                                stride)
                        .addStatement("return $L", gradient)
                        .build())
                .build();
    }

    private static MethodSpec returns(TypeName type, String name, String value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $L", value)
                .build();
    }

    private MethodSpec forward(Target input) {
        return MethodSpec.methodBuilder(id + "Forward")
                .addJavadoc("{@code $L}: the tags' scores, then their log-probabilities.", linear.annotation())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows")
                .addStatement(
                        "KERNELS.$1LForward($2L,$Wrows,$Wnet.$1L.packed(),$Wnet.$1L.bias(),$W$3L$4L)",
                        id,
                        input.matrix(),
                        scores(),
                        sizes)
                .addStatement("KERNELS.$1LLogSoftmax($2L,$Wrows,$W$1LExponentials$3L)", id, scores(), sizes)
                .build();
    }

    private MethodSpec backward(String constant, Target input) {
        String gradient = scores() + "Gradient";
        return MethodSpec.methodBuilder(id + "Backward")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows")
                .addParameter(Names.model("GradientSet"), "gradients")
                .addStatement(
                        "KERNELS.$1LLogSoftmaxBackward($2L,$W$3L,$Wrows,$W$1LExponentials$4L)",
                        id,
                        scores(),
                        gradient,
                        sizes)
                .addStatement(
                        "KERNELS.$LWeightGradient($L,$W$L,$Wrows,$Wgradients.at($L).values()$L)",
                        id,
                        gradient,
                        input.matrix(),
                        constant,
                        sizes)
                .addStatement(
                        "$T.sum($L, 0, $L, rows, gradients.at($L + 1).values())",
                        Names.model("Rows"),
                        gradient,
                        stride,
                        constant)
                .addStatement(
                        "KERNELS.$1LInputGradient($2L,$Wrows,$Wnet.$1L.weight(),$W$3L$4L)",
                        id,
                        gradient,
                        input.gradient(),
                        sizes)
                .build();
    }
}
