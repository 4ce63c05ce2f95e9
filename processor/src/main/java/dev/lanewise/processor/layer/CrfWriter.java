package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.Crf;
import dev.lanewise.processor.plan.HeadPlan;
import dev.lanewise.processor.plan.Linear;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A linear-chain conditional random field over the scores of an affine layer. */
final class CrfWriter {

    private static final ClassName WEIGHTS = Names.model("CrfWeights");
    private static final ClassName PACKING = Names.model("Packing");
    private static final ClassName ROWS = Names.model("Rows");

    private final Crf crf;
    private final int number;
    private final Linear linear;
    private final String id;
    private final String scores;
    private final Sizes sizes;

    /**
     * A chain.
     *
     * @param head what it belongs to
     */
    CrfWriter(Crf crf, HeadPlan head) {
        this.crf = crf;
        this.number = head.number();
        this.linear = head.linear();
        this.id = crf.identifier();
        this.scores = linear.identifier() + "Scores";
        this.sizes = Sizes.of(linear);
    }

    /** Writes the layer. */
    void write(ModelParts parts) {
        String constant = parts.index(crf.parameters().get(0));
        parts.kernels(new CrfKernels(crf).all());
        parts.packed(
                WEIGHTS,
                id,
                CodeBlock.of(
                        "new $T(parameters, $L, $L, $T.$L, parameters.sizes().tags().get($L))",
                        WEIGHTS,
                        constant,
                        Sizes.strideInNet(linear),
                        Names.model("TagScheme"),
                        crf.constraints(),
                        number));
        for (String buffer : List.of("Sums", "Messages", "Marginals", "Ratios", "Pairs", "Norms", "Totals")) {
            parts.buffer(id + buffer);
        }
        parts.method(reserve());
        parts.method(forward());
        parts.method(marginals());
        parts.method(pairs());
        parts.head(head());
        parts.backward("$LHead.addGradients(gradients, $L)", linear.identifier(), constant);
    }

    private TypeSpec head() {
        return new HeadClass(Names.model("CrfHead"), linear.annotation() + " " + crf.annotation(), linear)
                .returns(Modifier.PUBLIC, Names.FLOATS, "scores", linear.identifier() + "Scores")
                .returns(Modifier.PROTECTED, WEIGHTS, "weights", "net." + id)
                .returns(Modifier.PROTECTED, Names.FLOATS, "norms", id + "Norms")
                .returns(Modifier.PROTECTED, Names.FLOATS, "totals", id + "Totals")
                .returns(Modifier.PROTECTED, Names.FLOATS, "marginals", id + "Marginals")
                .returns(Modifier.PROTECTED, Names.FLOATS, "pairs", id + "Pairs")
                .does(
                        "recur",
                        CodeBlock.builder()
                                .addStatement("$LReserve(batch.words().rows())", id)
                                .addStatement("$LForward(batch.words())", id)
                                .addStatement("$LSmooth(batch.words())", id)
                                .build())
                .does(
                        "sumPairs",
                        CodeBlock.builder()
                                .addStatement("$LPair(batch.words())", id)
                                .build())
                .gradient("roomForGradient", "grown")
                .build();
    }

    private MethodSpec reserve() {
        String size = "rows * " + sizes.stride();
        return MethodSpec.methodBuilder(id + "Reserve")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows")
                .addStatement("$1LSums = $2T.zeros($1LSums, $3L)", id, ROWS, size)
                .addStatement("$1LMessages = $2T.grown($1LMessages, $3L)", id, ROWS, size)
                .addStatement("$1LMarginals = $2T.zeros($1LMarginals, $3L)", id, ROWS, size)
                .addStatement("$1LRatios = $2T.grown($1LRatios, $3L)", id, ROWS, size)
                .addStatement("$1LNorms = $2T.grown($1LNorms, rows)", id, ROWS)
                .addStatement("$1LTotals = $2T.grown($1LTotals, rows)", id, ROWS)
                .build();
    }

    private MethodSpec forward() {
        return method("Forward", "the forward messages of all sequences, word after word.")
                .addStatement("$T.fill(net.$L.start(),$W$LSums,$W$L,$Wwords.active(0))", ROWS, id, id, sizes.stride())
                .beginControlFlow("for (int t = 0; t < words.steps(); t++)")
                .addStatement("int row = words.offset(t)")
                .addStatement("int rows = words.active(t)")
                .beginControlFlow("if (t > 0)")
                .addStatement(
                        "TWINS.kernels().$1LTransfer($1LMessages,$Wwords.offset(t - 1),$Wrows,$Wnet.$1L.forward(),$W$1LSums,$Wrow$2L)",
                        id,
                        sizes.arguments())
                .endControlFlow()
                .addStatement(
                        "TWINS.kernels().$1LForward($2L,$W$1LSums,$Wrow,$Wrows,$W$1LMessages,$W$1LNorms$3L)",
                        id,
                        scores,
                        sizes.arguments())
                .endControlFlow()
                .build();
    }

    private MethodSpec marginals() {
        return method("Smooth", "marginals from the last word back: sequences that go on, then those that end here.")
                .beginControlFlow("for (int t = words.steps() - 1; t >= 0; t--)")
                .addStatement("int row = words.offset(t)")
                .addStatement("int rows = words.active(t)")
                .addStatement("int going = words.active(t + 1)")
                .beginControlFlow("if (going > 0)")
                .addStatement("int after = words.offset(t + 1)")
                .addStatement(
                        "TWINS.kernels().$1LRatios($1LMarginals,$W$1LSums,$Wafter,$Wgoing,$W$1LRatios$2L)",
                        id,
                        sizes.arguments())
                .addStatement(
                        "TWINS.kernels().$1LTransfer($1LRatios,$Wafter,$Wgoing,$Wnet.$1L.backward(),$W$1LMarginals,$Wrow$2L)",
                        id,
                        sizes.arguments())
                .endControlFlow()
                .addStatement(
                        "$1T.copy(net.$2L.end(),$W0,$W0,$W$2LMarginals,$W(row + going) * $3L,$W$3L,$Wrows - going,$W$3L)",
                        ROWS,
                        id,
                        sizes.stride())
                .addStatement(
                        "TWINS.kernels().$1LNormalise($1LMessages,$Wrow,$Wrows,$W$1LMarginals,$W$1LTotals$2L)",
                        id,
                        sizes.arguments())
                .endControlFlow()
                .build();
    }

    private MethodSpec pairs() {
        return method("Pair", "how often each tag is expected after each, but for the transitions' own weights.")
                .addStatement("$1LPairs = $2T.zeros($1LPairs, $3L * $4L)", id, ROWS, sizes.tags(), sizes.stride())
                .beginControlFlow("for (int t = 1; t < words.steps(); t++)")
                .addStatement(
                        "TWINS.kernels().$1LPairs($1LMessages,$Wwords.offset(t - 1),$W$1LRatios,$Wwords.offset(t),$Wwords.active(t),$W$1LPairs$2L)",
                        id,
                        sizes.arguments())
                .endControlFlow()
                .build();
    }

    private MethodSpec.Builder method(String name, String about) {
        return MethodSpec.methodBuilder(id + name)
                .addJavadoc("{@code $L}: $L", crf.annotation(), about)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(PACKING, "words");
    }
}
