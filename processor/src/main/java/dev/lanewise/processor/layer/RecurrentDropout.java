package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Names;

/**
 * Dropout on the way from step to step of a recurrent layer: while training, the recurrent product reads states that are multiplied
 * with the mask of their sequence, and what it gives back to them is multiplied with the same mask.
 *
 * @param probability of a zero; 0 for none, and then nothing is written
 * @param firstPlace the number of the place of the first direction; those of the others follow
 */
public record RecurrentDropout(float probability, int firstPlace) {

    /** A layer without. */
    static final RecurrentDropout NONE = new RecurrentDropout(0f, 0);

    private boolean isNone() {
        return probability == 0;
    }

    /** What a pass in one direction begins with. */
    CodeBlock start(String run, int direction) {
        return isNone()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement(
                                "$L.startDropout(batch.dropout(),$W$L,$W$Lf,$Wpacking)",
                                run,
                                firstPlace + direction,
                                probability)
                        .build();
    }

    /** The states that the recurrent product reads. */
    String states() {
        return isNone() ? "run.hiddens()" : "run.previousStates()";
    }

    /** What a step does before the recurrent product, with the states from row {@code previous} on. */
    CodeBlock before(int units, ModelParts parts) {
        if (isNone()) {
            return CodeBlock.of("");
        }
        parts.shared(dropStates());
        return CodeBlock.builder()
                .beginControlFlow("if (run.isDropping())")
                .addStatement(
                        "TWINS.kernels().dropStates(run.hiddens(),$Wprevious * $1L,$Wrun.mask(),$Wrun.place(previous) * $1L,"
                                + "$Wrun.previousStates(),$Wrows * $1L)",
                        units)
                .endControlFlow()
                .build();
    }

    /**
     * What gives gradients back to the states before a step.
     *
     * @param product writes the product to an array, beginning at an index, to which it adds
     */
    CodeBlock back(int units, Product product, ModelParts parts) {
        CodeBlock whole = product.into("run.hiddenGradients()", "previous * " + units);
        if (isNone()) {
            return whole;
        }
        parts.shared(returnGradients());
        return CodeBlock.builder()
                .beginControlFlow("if (run.isDropping())")
                .addStatement("$T.zeros(run.droppedGradients(), rows * $L)", Names.model("Rows"), units)
                .add(product.into("run.droppedGradients()", "0"))
                .addStatement(
                        "TWINS.kernels().returnGradients(run.droppedGradients(),$Wrun.mask(),$Wplace * $1L,$Wrun.hiddenGradients(),"
                                + "$Wprevious * $1L,$Wrows * $1L)",
                        units)
                .nextControlFlow("else")
                .add(whole)
                .endControlFlow()
                .build();
    }

    /** A product that goes to an array. */
    interface Product {
        CodeBlock into(String array, String at);
    }

    private static Kernel dropStates() {
        return Kernel.named("dropStates", "dropped = hidden * mask, number by number, at the same place.")
                .arrays("hidden")
                .ints("h")
                .arrays("mask")
                .ints("m")
                .arrays("dropped")
                .ints("count")
                .body(emitter -> {
                    Dialect in = emitter.dialect();
                    CodeBlock product = in.mul(in.load("hidden", "h + i"), "factor");
                    return loop(in, in.store(product, "dropped", "h + i"));
                });
    }

    private static Kernel returnGradients() {
        return Kernel.named("returnGradients", "hiddenGradient += dropped * mask, number by number.")
                .arrays("dropped", "mask")
                .ints("m")
                .arrays("hiddenGradient")
                .ints("h", "count")
                .body(emitter -> {
                    Dialect in = emitter.dialect();
                    CodeBlock sum = in.fma(in.load("dropped", "i"), "factor", in.load("hiddenGradient", "h + i"));
                    return loop(in, in.store(sum, "hiddenGradient", "h + i"));
                });
    }

    private static CodeBlock loop(Dialect in, CodeBlock statement) {
        return CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < count; i += $L)", in.step(1))
                .addStatement(in.declare("factor", in.load("mask", "m + i")))
                .addStatement(statement)
                .endControlFlow()
                .build();
    }
}
