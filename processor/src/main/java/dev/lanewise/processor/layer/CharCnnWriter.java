package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.CharCnn;
import javax.lang.model.element.Modifier;

/** Words character by character: an embedding, a convolution and its maxima. Each distinct word of a batch goes through once. */
final class CharCnnWriter implements FeatureWriter {

    private static final ClassName ROWS = Names.model("Rows");
    private static final ClassName CHARACTERS = Names.model("Characters");
    private static final ClassName WEIGHTS = Names.model("ConvolutionWeights");
    private static final ClassName WINDOWS = Names.model("CharacterWindows");

    private final CharCnn cnn;
    private final String id;
    private final Target target;
    private final int inputStride;
    private final int filterStride;
    private final int shareStride;
    /** The batch's lookup of the characters. */
    private final String lookup;

    CharCnnWriter(CharCnn cnn, Target target) {
        this.cnn = cnn;
        this.id = cnn.identifier();
        this.target = target;
        this.inputStride = cnn.input().stride();
        this.filterStride = cnn.filters().stride();
        this.shareStride = CharCnnKernels.shareStride(cnn);
        this.lookup = "batch.characters(" + cnn.lookup() + ")";
    }

    @Override
    public void write(ModelParts parts) {
        parts.weights(
                Names.FLOATS,
                id + "Table",
                CodeBlock.of("parameters.all().get($L).values()", parts.index(cnn.table())));
        parts.packed(
                WEIGHTS,
                id,
                CodeBlock.of(
                        "new $T(parameters, $L, $L, $L)",
                        WEIGHTS,
                        parts.index(cnn.weight()),
                        inputStride,
                        filterStride));
        parts.kernels(new CharCnnKernels(cnn).all());
        parts.field(WINDOWS, id + "Windows", CodeBlock.of("new $T($L)", WINDOWS, cnn.width()));
        CodeBlock inputs = CodeBlock.of("$L.kinds().count() * $L", lookup, inputStride);
        parts.matrix(id + "X", inputs);
        parts.gradientMatrix(id + "XGradient", inputs);
        CodeBlock shares = CodeBlock.of("($L.kinds().count() + 1) * $L", lookup, shareStride);
        parts.buffer(id + "Shares");
        parts.gradientMatrix(id + "SharesGradient", shares);
        CodeBlock words = CodeBlock.of("$L.words() * $L", lookup, filterStride);
        parts.matrix(id + "Largest", words);
        parts.matrix(id + "Positions", words);
        parts.gradientMatrix(id + "LargestGradient", words);
        parts.gradientMatrix(id + "RowsGradient", CodeBlock.of("$L", shareStride * inputStride));
        parts.method(forward());
        parts.method(backward(parts.index(cnn.bias())));
        parts.forward("$LForward($L)", id, lookup);
        parts.backward("$LBackward($L, gradients)", id, lookup);
    }

    private MethodSpec forward() {
        return MethodSpec.methodBuilder(id + "Forward")
                .addJavadoc(
                        "{@code $L}: what each distinct character adds to each filter at each place,\n"
                                + "then the largest sum over the windows of every distinct word.\n",
                        cnn.annotation())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(CHARACTERS, "words")
                .addStatement("int kinds = words.kinds().count()")
                .addStatement("$LWindows.pack(words)", id)
                .addStatement(
                        "$T.gather(net.$LTable,$W$L,$Wwords.kinds().ids(),$W$LX,$W0,$W$L,$Wkinds,$W$L)",
                        ROWS,
                        id,
                        cnn.inputs(),
                        id,
                        inputStride,
                        cnn.inputs())
                .addComment("One row of zeros more: a gap adds nothing.")
                .addStatement("$1LShares = $2T.zeros($1LShares, (kinds + 1) * $3L)", id, ROWS, shareStride)
                .addStatement("TWINS.kernels().$1LShares($1LX,$Wkinds,$Wnet.$1L.packed(),$W$1LShares)", id)
                .addStatement(
                        "TWINS.kernels().$1LMax($1LShares,$W$1LWindows.kinds(),$W$1LWindows.starts(),$Wwords.words(),$Wnet.$1L.bias(),$W"
                                + "$1LLargest,$W$1LPositions)",
                        id)
                .addStatement(
                        "$T.gather($LLargest,$W$L,$Wwords.ofRows(),$W$L,$W$L,$W$L,$Wbatch.words().rows(),$W$L)",
                        ROWS,
                        id,
                        filterStride,
                        target.matrix(),
                        target.column(),
                        target.stride(),
                        cnn.outputs())
                .build();
    }

    private MethodSpec backward(String bias) {
        return MethodSpec.methodBuilder(id + "Backward")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(CHARACTERS, "words")
                .addParameter(Names.model("GradientSet"), "gradients")
                .addStatement("int kinds = words.kinds().count()")
                .addStatement(
                        "$T.scatterAdd($L,$W$L,$W$L,$Wwords.ofRows(),$W$LLargestGradient,$W$L,$Wbatch.words().rows(),$W$L)",
                        ROWS,
                        target.gradient(),
                        target.column(),
                        target.stride(),
                        id,
                        filterStride,
                        cnn.outputs())
                .addStatement(
                        "$T.sum($LLargestGradient,$W0,$W$L,$Wwords.words(),$Wgradients.at($L).values())",
                        ROWS,
                        id,
                        filterStride,
                        bias)
                .addStatement(
                        "TWINS.kernels().$1LMaxBackward($1LLargestGradient,$W$1LPositions,$W$1LWindows.kinds(),$W$1LWindows.starts(),$W"
                                + "words.words(),$W$1LSharesGradient)",
                        id)
                .addStatement(
                        "TWINS.kernels().$1LWeightGradient($1LSharesGradient,$W$1LX,$Wkinds,$W$1LRowsGradient)", id)
                .addStatement(
                        "net.$1L.addGradient($1LRowsGradient, gradients.at($2L))",
                        id,
                        cnn.weight().constant())
                .addStatement(
                        "TWINS.kernels().$1LInputGradient($1LSharesGradient,$Wkinds,$Wnet.$1L.rows(),$W$1LXGradient)",
                        id)
                .addStatement(
                        "gradients.at($L).addRows($LXGradient,$W0,$W$L,$Wwords.kinds().ids(),$Wkinds)",
                        cnn.table().constant(),
                        id,
                        inputStride)
                .build();
    }
}
