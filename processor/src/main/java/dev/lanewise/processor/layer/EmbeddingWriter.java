package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.Embedding;
import javax.lang.model.element.Modifier;

/** A lookup table of words, or of parts of them: {@code torch.nn.Embedding}. */
final class EmbeddingWriter implements FeatureWriter {

    private final Embedding embedding;
    private final Target target;

    EmbeddingWriter(Embedding embedding, Target target) {
        this.embedding = embedding;
        this.target = target;
    }

    @Override
    public void write(ModelParts parts) {
        String id = embedding.identifier();
        String constant = parts.index(embedding.table());
        parts.weights(Names.FLOATS, id, CodeBlock.of("parameters.all().get($L).values()", constant));
        parts.method(MethodSpec.methodBuilder(id + "Forward")
                .addJavadoc("{@code $L}: every word's row of the table.", embedding.annotation())
                .addModifiers(Modifier.PRIVATE)
                .addStatement(
                        "$T.gather(net.$L,$W$L,$Wbatch.ids($L),$W$L,$W$L,$W$L,$Wbatch.words().rows(),$W$L)",
                        Names.model("Rows"),
                        id,
                        embedding.outputs(),
                        embedding.lookup(),
                        target.matrix(),
                        target.column(),
                        target.stride(),
                        embedding.outputs())
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
}
