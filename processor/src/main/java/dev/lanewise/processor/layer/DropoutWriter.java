package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.DropoutPlan;
import dev.lanewise.processor.plan.DropoutPlan.Block;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Dropout between the layers: while training, a matrix is multiplied with a mask before it is read, and its gradient with the same
 * mask on the way back. Nothing is written for what is never dropped, and nothing is drawn outside training.
 */
public final class DropoutWriter {

    private static final String KERNEL = "drop";

    private final DropoutPlan plan;
    private final ModelParts parts;
    private int places;

    /** A writer of the dropout of one model; its methods are to be called in the order of the layers. */
    public DropoutWriter(DropoutPlan plan, ModelParts parts) {
        this.plan = plan;
        this.parts = parts;
    }

    /** Drops numbers of the features, after they have been written and before they are read. */
    public void features(Target target) {
        if (plan.features().stream().anyMatch(block -> block.probability() > 0)) {
            each(target, plan.features());
        }
    }

    /** Drops inputs of a layer of the encoder. */
    public void input(int layer, Target target, int columns) {
        locked(target, "Input", plan.layers().get(layer).input(), columns);
    }

    /** What is dropped from step to step of a layer of the encoder. */
    public RecurrentDropout recurrent(int layer, int directions) {
        float probability = plan.layers().get(layer).recurrent();
        if (probability == 0) {
            return RecurrentDropout.NONE;
        }
        int first = places;
        places += directions;
        return new RecurrentDropout(probability, first);
    }

    /** Drops outputs of a layer of the encoder. */
    public void output(int layer, Target target, int columns) {
        locked(target, "Output", plan.layers().get(layer).output(), columns);
    }

    /** Drops numbers that the head reads. */
    public void head(Target target, int columns) {
        if (plan.head() > 0) {
            each(target, List.of(new Block("what the head reads", plan.head(), 0, columns)));
        }
    }

    private void each(Target target, List<Block> blocks) {
        String name = target.matrix() + "Dropout";
        String mask = target.matrix() + "Mask";
        int stride = target.stride();
        String size = "packing.rows() * " + stride;
        CodeBlock.Builder draw = CodeBlock.builder().addStatement(grown(mask, size));
        List<String> about = new ArrayList<>();
        for (Block block : blocks) {
            if (block.probability() > 0) {
                draw.addStatement(
                        "dropout.each($L,$W$Lf,$Wpacking,$W$L,$W$L,$W$L,$W$L)",
                        places++,
                        block.probability(),
                        mask,
                        block.column(),
                        stride,
                        block.columns());
                about.add(block.probability() + " of " + block.name());
            } else {
                draw.addStatement(
                        "$T.keep(packing,$W$L,$W$L,$W$L,$W$L)",
                        Names.model("Dropout"),
                        mask,
                        block.column(),
                        stride,
                        block.columns());
            }
        }
        String javadoc = "Dropout while training, a mask for each word: " + String.join(", ", about) + ".";
        write(
                name,
                javadoc,
                draw.build(),
                matrix -> CodeBlock.builder()
                        .addStatement("TWINS.kernels().$L($L,$W0,$W$L,$W0,$W$L)", KERNEL, matrix, mask, size)
                        .build(),
                target);
    }

    private void locked(Target target, String side, float probability, int columns) {
        if (probability == 0) {
            return;
        }
        String name = target.matrix() + side + "Dropout";
        String mask = target.matrix() + side + "Mask";
        int stride = target.stride();
        CodeBlock draw = CodeBlock.builder()
                .addStatement(grown(mask, "packing.sequences() * " + stride))
                .addStatement(
                        "dropout.locked($L,$W$Lf,$Wpacking,$W$L,$W$L,$W$L)",
                        places++,
                        probability,
                        mask,
                        stride,
                        columns)
                .build();
        String javadoc = "Dropout while training, one mask for each sequence: " + probability + ".";
        write(
                name,
                javadoc,
                draw,
                matrix -> CodeBlock.builder()
                        .beginControlFlow("for (int t = 0; t < packing.steps(); t++)")
                        .addStatement(
                                "TWINS.kernels().$1L($2L,$Wpacking.offset(t) * $4L,$W$3L,$W0,$Wpacking.active(t) * $4L)",
                                KERNEL,
                                matrix,
                                mask,
                                stride)
                        .endControlFlow()
                        .build(),
                target);
    }

    /** What is done to a matrix or to its gradient. */
    private interface Applied {
        CodeBlock to(String matrix);
    }

    private CodeBlock grown(String mask, String size) {
        parts.buffer(mask);
        return CodeBlock.of("$1L = $2T.grown($1L, $3L)", mask, Names.model("Rows"), size);
    }

    private void write(String name, String javadoc, CodeBlock draw, Applied mask, Target target) {
        parts.shared(kernel());
        parts.method(method(name)
                .addJavadoc("$L", javadoc)
                .addCode(draw)
                .addCode(mask.to(target.matrix()))
                .build());
        parts.method(
                method(name + "Backward").addCode(mask.to(target.gradient())).build());
        parts.forward("$L(batch.words(), batch.dropout())", name);
        parts.backward("$LBackward(batch.words(), batch.dropout())", name);
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RecurrentRuns.PACKING, "packing")
                .addParameter(Names.model("Dropout"), "dropout")
                .beginControlFlow("if (!dropout.isOn())")
                .addStatement("return")
                .endControlFlow();
    }

    private static Kernel kernel() {
        return Kernel.named(KERNEL, "x *= mask, number by number.")
                .arrays("x")
                .ints("at")
                .arrays("mask")
                .ints("m", "count")
                .body(emitter -> {
                    Dialect in = emitter.dialect();
                    return CodeBlock.builder()
                            .beginControlFlow("for (int i = 0; i < count; i += $L)", in.step(1))
                            .addStatement(in.declare("factor", in.load("mask", "m + i")))
                            .addStatement(in.store(in.mul(in.load("x", "at + i"), "factor"), "x", "at + i"))
                            .endControlFlow()
                            .build();
                });
    }
}
