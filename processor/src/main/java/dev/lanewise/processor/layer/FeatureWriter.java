package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.LayerPlan.Embedding;
import dev.lanewise.processor.plan.LayerPlan.Input;
import javax.lang.model.element.Modifier;

/** The features that are looked up or given: {@code torch.nn.Embedding} and dense inputs. */
public final class FeatureWriter {

    private FeatureWriter() {}

    /** Writes a lookup table of words. */
    public static void write(Embedding embedding, String constant, Target target, ModelParts parts) {
        String id = embedding.identifier();
        parts.weights(Names.FLOATS, id, CodeBlock.of("parameters.all().get($L).values()", constant));
        parts.method(MethodSpec.methodBuilder(id + "Forward")
                .addJavadoc("{@code $L}: every word's row of the table.", embedding.annotation())
                .addModifiers(Modifier.PRIVATE)
                .addStatement(
                        "$T.gather(net.$L,$W$L,$Wbatch.ids($L),$W$L,$W$L,$W$L,$Wbatch.words().rows(),$W$L)",
                        Names.model("Rows"),
                        id,
                        embedding.dim(),
                        embedding.lookup(),
                        target.matrix(),
                        target.column(),
                        target.stride(),
                        embedding.dim())
                .build());
        parts.method(MethodSpec.methodBuilder(id + "Backward")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.model("GradientSet"), "gradients")
                .addStatement(
                        "gradients.at($L).addRows($L,$W$L,$W$L,$Wbatch.ids($L),$Wbatch.words().rows())",
                        constant,
                        target.gradient(),
                        target.column(),
                        target.stride(),
                        embedding.lookup())
                .build());
        parts.forward("$LForward()", id);
        parts.backward("$LBackward(gradients)", id);
    }

    /** Writes the dense input; its gradient stays where the first layer puts it. */
    public static void write(Input input, Target target, ModelParts parts) {
        parts.forward(
                "$T.copy(batch.vectors(),$W0,$W$L,$W$L,$W0,$W$L,$Wbatch.words().rows(),$W$L)",
                Names.model("Rows"),
                input.dim(),
                target.matrix(),
                target.stride(),
                input.dim());
    }
}
