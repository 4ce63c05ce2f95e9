package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.CharLstm;
import dev.lanewise.processor.plan.Linear;
import dev.lanewise.processor.plan.Lstm;
import javax.lang.model.element.Modifier;

/**
 * Words character by character: an embedding, an LSTM, its last hidden states, and the tutorial sketch's affine map if asked
 * for. Each distinct word of a batch goes through once, and each distinct character has its share of the gates computed once.
 */
final class CharLstmWriter implements FeatureWriter {

    private static final ClassName ROWS = Names.model("Rows");

    private final CharLstm layer;
    private final Lstm lstm;
    private final String id;
    private final int gateStride;
    private final int inputStride;
    private final Target last;
    /** The batch's lookup of the characters. */
    private final String lookup;

    private final Target target;

    CharLstmWriter(CharLstm layer, Target target) {
        this.layer = layer;
        this.lstm = layer.lstm();
        this.id = lstm.identifier();
        this.gateStride = lstm.gateStride();
        this.inputStride = lstm.input().stride();
        this.lookup = "batch.characters(" + layer.lookup() + ")";
        int width = layer.projection().isEmpty()
                ? lstm.outputs()
                : layer.projection().get(0).input().stride();
        this.last = new Target(id + "Last", 0, width);
        this.target = target;
    }

    @Override
    public void write(ModelParts parts) {
        String embedding = parts.index(layer.table());
        parts.weights(Names.FLOATS, id + "Table", CodeBlock.of("parameters.all().get($L).values()", embedding));
        parts.kernels(new LstmKernels(lstm, true).all());
        RecurrentRuns runs = new RecurrentRuns(lstm, Cell.LSTM, false, RecurrentDropout.NONE);
        CodeBlock kinds = CodeBlock.of("$L.kinds().count() * $L", lookup, inputStride);
        parts.matrix(id + "X", kinds);
        parts.gradientMatrix(id + "XGradient", kinds);
        CodeBlock gates = CodeBlock.of("$L.kinds().count() * $L", lookup, gateStride);
        parts.matrix(id + "Gates", gates);
        CodeBlock words = CodeBlock.of("$L.words() * $L", lookup, last.stride());
        parts.matrix(last.matrix(), words);
        parts.gradientMatrix(last.gradient(), words);
        parts.method(forward(runs));
        parts.method(backward(runs, embedding));
        runs.write(parts);
        parts.method(project(runs));
        parts.method(gradients(runs, parts));
        parts.method(kindGradients());
        parts.forward("$1LForward($2L.packing(), $2L.kinds())", id, lookup);
        parts.backward("$1LBackward($2L.packing(), $2L.kinds(), gradients)", id, lookup);
        for (Linear projection : layer.projection()) {
            writeProjection(projection, parts);
        }
    }

    private MethodSpec forward(RecurrentRuns runs) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + "Forward")
                .addJavadoc(
                        "{@code $L}: last states of an LSTM over the characters of every distinct word.",
                        layer.annotation())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RecurrentRuns.PACKING, "packing")
                .addParameter(Names.model("CharacterKinds"), "kinds")
                .addStatement(
                        "$T.gather(net.$LTable,$W$L,$Wkinds.ids(),$W$LX,$W0,$W$L,$Wkinds.count(),$W$L)",
                        ROWS,
                        id,
                        lstm.inputs(),
                        id,
                        inputStride,
                        lstm.inputs());
        for (int direction = 0; direction < lstm.directions(); direction++) {
            boolean reverse = direction == 1;
            String run = RecurrentRuns.field(lstm, reverse);
            method.addStatement(
                            "TWINS.kernels().$1LInput($1LX,$W0,$Wkinds.count(),$Wnet.$2L.panels(),$Wnet.$2L.input(),$Wnet.$2L.bias(),$W$1LGates,$W0)",
                            id,
                            run)
                    .addStatement("$L.start(packing, batch.learns())", run)
                    .addStatement("$1L(packing, net.$2L, $2L)", runs.method(reverse), run)
                    .addStatement(
                            "$L.copyLast(packing,$W$L,$W$L,$W$L)",
                            run,
                            last.matrix(),
                            direction * lstm.hidden().size(),
                            last.stride());
        }
        if (layer.projection().isEmpty()) {
            method.addStatement(
                    "$T.gather($L,$W$L,$W$L.ofRows(),$W$L,$W$L,$W$L,$Wbatch.words().rows(),$W$L)",
                    ROWS,
                    last.matrix(),
                    last.stride(),
                    lookup,
                    target.matrix(),
                    target.column(),
                    target.stride(),
                    lstm.outputs());
        }
        return method.build();
    }

    private MethodSpec backward(RecurrentRuns runs, String embedding) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(id + "Backward")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RecurrentRuns.PACKING, "packing")
                .addParameter(Names.model("CharacterKinds"), "kinds")
                .addParameter(Names.model("GradientSet"), "gradients");
        if (layer.projection().isEmpty()) {
            method.addStatement(
                    "$T.scatterAdd($L,$W$L,$W$L,$W$L.ofRows(),$W$L,$W$L,$Wbatch.words().rows(),$W$L)",
                    ROWS,
                    target.gradient(),
                    target.column(),
                    target.stride(),
                    lookup,
                    last.gradient(),
                    last.stride(),
                    lstm.outputs());
        }
        for (int direction = 0; direction < lstm.directions(); direction++) {
            boolean reverse = direction == 1;
            String run = RecurrentRuns.field(lstm, reverse);
            method.addStatement("$L.startBackward(packing)", run)
                    .addStatement(
                            "$L.copyLastGradient(packing,$W$L,$W$L,$W$L)",
                            run,
                            last.gradient(),
                            direction * lstm.hidden().size(),
                            last.stride())
                    .addStatement("$1T.zeros($2LGates, kinds.count() * $3L)", ROWS, id, gateStride)
                    .addStatement(
                            "$1LBackward(packing, net.$2L, $2L, gradients, $3L)",
                            runs.method(reverse),
                            run,
                            RecurrentRuns.firstConstant(lstm, reverse))
                    .addStatement(
                            "$1LKindGradients(kinds, net.$2L, $2L, gradients, $3L)",
                            id,
                            run,
                            RecurrentRuns.firstConstant(lstm, reverse));
        }
        method.addStatement(
                "gradients.at($L).addRows($LXGradient,$W0,$W$L,$Wkinds.ids(),$Wkinds.count())",
                embedding,
                id,
                inputStride);
        return method.build();
    }

    private MethodSpec project(RecurrentRuns runs) {
        return runs.projectMethod()
                .addStatement(
                        "$1T.gather($2LGates,$W$3L,$W$4L.kinds().ofRows(),$Wat,$Wrun.gates(),$Wrun.kept(at) * $3L,$W$3L,$Wrows,$W$3L)",
                        ROWS,
                        id,
                        gateStride,
                        lookup)
                .build();
    }

    private MethodSpec gradients(RecurrentRuns runs, ModelParts parts) {
        MethodSpec.Builder method = runs.gradientsMethod();
        String panel = parts.panel(lstm, method, "rows");
        return method.addStatement(
                        "TWINS.kernels().$LRecurrentWeightGradient(run.gates(),$Wat * $L,$Wrun.previousHiddens(),$Wrows,$W"
                                + panel + "gradients.at(first + 1).values())",
                        id,
                        gateStride)
                .addStatement("run.addGates($L.kinds().ofRows(),$Wat,$Wrows,$W$LGates)", lookup, id)
                .build();
    }

    private MethodSpec kindGradients() {
        return MethodSpec.methodBuilder(id + "KindGradients")
                .addJavadoc("What one direction's gates owe to the distinct characters.")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.model("CharacterKinds"), "kinds")
                .addParameter(RecurrentRuns.WEIGHTS, "weights")
                .addParameter(Cell.LSTM.run(), "run")
                .addParameter(Names.model("GradientSet"), "gradients")
                .addParameter(int.class, "first")
                .addStatement(
                        "TWINS.kernels().$1LInputWeightGradient($1LGates,$W0,$W$1LX,$W0,$Wkinds.count(),"
                                + "$Wgradients.at(first).values(),$Wrun.one(),$Wrun.sums())",
                        id)
                .addStatement("run.addBiasGradients(gradients.at(first + 2),$Wgradients.at(first + 3))")
                .addStatement(
                        "TWINS.kernels().$1LInputGradient($1LGates,$W0,$Wkinds.count(),$Wweights.backwardPanels(),$Wweights.inputBackward(),$W$1LXGradient,$W0)",
                        id)
                .build();
    }

    private void writeProjection(Linear projection, ModelParts parts) {
        String constant = parts.index(projection.parameters().get(0));
        String affine = projection.identifier();
        int stride = projection.output().stride();
        parts.packed(
                LinearWriter.WEIGHTS,
                affine,
                CodeBlock.of("new $T(parameters, $L, $L)", LinearWriter.WEIGHTS, constant, stride));
        parts.kernels(new LinearKernels(projection).affine());
        CodeBlock size = CodeBlock.of("$L.words() * $L", lookup, stride);
        parts.matrix(affine + "Y", size);
        parts.gradientMatrix(affine + "YGradient", size);
        parts.method(MethodSpec.methodBuilder(affine + "Forward")
                .addJavadoc("The affine map behind the characters, and the feature of every word.")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "words")
                .addStatement(
                        "TWINS.kernels().$1LForward($2L,$Wwords,$Wnet.$1L.packed(),$Wnet.$1L.bias(),$W$1LY)",
                        affine,
                        last.matrix())
                .addStatement(
                        "$T.gather($LY,$W$L,$W$L.ofRows(),$W$L,$W$L,$W$L,$Wbatch.words().rows(),$W$L)",
                        ROWS,
                        affine,
                        stride,
                        lookup,
                        target.matrix(),
                        target.column(),
                        target.stride(),
                        projection.outputs())
                .build());
        parts.method(MethodSpec.methodBuilder(affine + "Backward")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "words")
                .addParameter(Names.model("GradientSet"), "gradients")
                .addStatement(
                        "$T.scatterAdd($L,$W$L,$W$L,$W$L.ofRows(),$W$LYGradient,$W$L,$Wbatch.words().rows(),$W$L)",
                        ROWS,
                        target.gradient(),
                        target.column(),
                        target.stride(),
                        lookup,
                        affine,
                        stride,
                        projection.outputs())
                .addStatement(
                        "TWINS.kernels().$1LWeightGradient($1LYGradient,$W$2L,$Wwords,$Wgradients.at($3L).values())",
                        affine,
                        last.matrix(),
                        constant)
                .addStatement(
                        "$T.sum($LYGradient, 0, $L, words, gradients.at($L + 1).values())",
                        ROWS,
                        affine,
                        stride,
                        constant)
                .addStatement(
                        "TWINS.kernels().$1LInputGradient($1LYGradient,$Wwords,$Wnet.$1L.weight(),$W$2L)",
                        affine,
                        last.gradient())
                .build());
        parts.forward("$LForward($L.words())", affine, lookup);
        parts.backward("$LBackward($L.words(), gradients)", affine, lookup);
    }
}
