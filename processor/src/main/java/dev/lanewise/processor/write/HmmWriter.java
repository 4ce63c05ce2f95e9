package dev.lanewise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.layer.TrellisWriter;
import dev.lanewise.processor.plan.HmmPlan;
import dev.lanewise.processor.read.Declaration;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Writes the class of one hidden Markov model: its interface's methods and its dynamic programmes. */
public final class HmmWriter {

    private static final ClassName SPEC = Names.model("ModelSpec");
    private static final ClassName CORE = Names.runtime("hmm", "HmmCore");
    private static final ClassName TYPE = Names.runtime("hmm", "HmmType");
    private static final ClassName TRAINER = Names.runtime("hmm", "HmmTrainer");

    private final Declaration declaration;
    private final HmmPlan plan;
    private final ClassName model;
    private final Elements elements;
    private final TypeName tag;
    private final ApiWriter api;

    /**
     * A writer of one model.
     *
     * @param declaration the checked declaration
     * @param plan its plan
     */
    public HmmWriter(Declaration declaration, HmmPlan plan, Elements elements, Types types) {
        this.declaration = declaration;
        this.plan = plan;
        this.model = ClassName.get(declaration.packageName(), declaration.modelName());
        this.elements = elements;
        this.tag = ApiWriter.tag(declaration);
        this.api = new ApiWriter(declaration, model, types);
    }

    /**
     * Writes the file, whose only originating element is the declaration's type.
     *
     * @throws IOException if the compiler cannot take it
     */
    public void write(Filer filer) throws IOException {
        TypeSpec.Builder type = ModelClass.of(declaration, model, about(), elements);
        type.addField(FieldSpec.builder(String.class, "DECLARATION", Modifier.STATIC, Modifier.FINAL)
                .initializer("$S", plan.declaration())
                .build());
        type.addField(constant(SPEC, "SPEC", spec()));
        type.addField(constant(ParameterizedTypeName.get(TYPE, tag, model), "TYPE", type()));
        ApiWriter.addCore(type, ParameterizedTypeName.get(CORE, tag), List.of());
        type.addMethod(trainer());
        type.addMethod(api.load());
        declaration.methods().forEach(method -> type.addMethod(api.implementation(method)));
        type.addMethod(api.save());
        type.addMethod(api.info());
        type.addMethod(api.withThreads());
        type.addMethod(api.withWindow());
        type.addType(TrellisWriter.of(plan));
        ModelClass.write(declaration, model, type.build(), elements, filer);
    }

    private CodeBlock about() {
        String before = plan.order() == 1 ? "tag before it" : "two tags before it";
        return CodeBlock.of(
                "<p>A hidden Markov model: a tag depends on the $L, a word on its tag. Where words have k\n"
                        + "candidates each, tagging costs k^$L multiplications a word, and posterior probabilities twice that.\n",
                before,
                plan.order() + 1);
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private CodeBlock spec() {
        return CodeBlock.of(
                "$T.of($S, DECLARATION, $T.ofText().lookup($S, $T.WORD, 0, 1, true))\n"
                        + "        .layer($S, $S, 1, $L)\n        .build()",
                SPEC,
                declaration.type().getSimpleName().toString(),
                Names.model("FeatureSpec"),
                "hmm",
                Names.runtime("data", "LookupKind"),
                plan.annotation(),
                "hmm",
                plan.tags().orElse(0));
    }

    private CodeBlock type() {
        CodeBlock tags = plan.tags().isPresent()
                ? CodeBlock.of("$T.of($T.class)", Names.model("TagSet"), tag)
                : CodeBlock.of("$T.learned()", Names.model("TagSet"));
        return CodeBlock.of(
                "new $T<>(SPEC, $L, $L, $L, $L, ModelTrellis::new, $T::new)",
                TYPE,
                plan.order(),
                plan.suffix(),
                plan.rare(),
                tags,
                model);
    }

    private MethodSpec trainer() {
        return MethodSpec.methodBuilder("trainer")
                .addJavadoc("Begins to train: call {@code fit}, which counts.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(TRAINER, tag, model))
                .addStatement("return new $T<>(TYPE)", TRAINER)
                .build();
    }
}
