package dev.lanewise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.layer.DropoutWriter;
import dev.lanewise.processor.layer.EncoderWriter;
import dev.lanewise.processor.layer.FeatureWriter;
import dev.lanewise.processor.layer.HeadWriter;
import dev.lanewise.processor.layer.ModelParts;
import dev.lanewise.processor.layer.RecurrentDropout;
import dev.lanewise.processor.layer.Target;
import dev.lanewise.processor.plan.EncoderPlan;
import dev.lanewise.processor.plan.FeaturePlan;
import dev.lanewise.processor.plan.LayerPlan;
import dev.lanewise.processor.plan.ModelPlan;
import dev.lanewise.processor.read.Declaration;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Writes the class of one model: its interface's methods, its weights and buffers, and its kernels in both dialects. */
public final class ModelWriter {

    private static final String VECTOR_TWIN = "VectorTwin";

    private final Declaration declaration;
    private final ModelPlan plan;
    private final ClassName model;
    private final Elements elements;
    private final Types types;
    private final ModelParts parts = new ModelParts();

    /**
     * A writer of one model.
     *
     * @param declaration the checked declaration
     * @param plan its plan
     */
    public ModelWriter(Declaration declaration, ModelPlan plan, Elements elements, Types types) {
        this.declaration = declaration;
        this.plan = plan;
        this.model = ClassName.get(declaration.packageName(), declaration.modelName());
        this.elements = elements;
        this.types = types;
    }

    /**
     * Writes the file, whose only originating element is the declaration's type.
     *
     * @throws IOException if the compiler cannot take it
     */
    public void write(Filer filer) throws IOException {
        ModelClass.write(declaration, model, file(), elements, filer);
    }

    private TypeSpec file() {
        Target encoded = new Target("encoded", 0, plan.encoded().stride());
        Target features = input(plan.bottom());
        layers(features, encoded);
        SpecWriter spec = new SpecWriter(declaration, plan);
        TypeSpec.Builder type = ModelClass.of(declaration, model, spec.table(), elements);
        type.addField(spec.text());
        if (!declaration.columns().isEmpty()) {
            type.addField(TokenWriter.columns(declaration));
        }
        type.addFields(spec.indexes(parts.indexed()));
        type.addField(twins());
        type.addField(spec.features());
        type.addFields(spec.spec());
        ApiWriter api = new ApiWriter(declaration, model, types);
        api.addTo(type);
        type.addType(api.maker());
        PassWriter pass = new PassWriter(model, plan, parts, features, encoded);
        type.addType(pass.network());
        type.addType(pass.pass());
        kernels(type);
        return type.build();
    }

    private void layers(Target features, Target encoded) {
        boolean stateful = plan.heads().isEmpty();
        List<Target> inputs = plan.encoder().stream().map(ModelWriter::input).toList();
        for (Target input : inputs) {
            CodeBlock size = rows(input);
            parts.matrix(input.matrix(), size);
            parts.gradientMatrix(input.gradient(), size);
        }
        parts.matrix(encoded.matrix(), rows(encoded));
        if (stateful) {
            parts.buffer(encoded.gradient());
        } else {
            parts.gradientMatrix(encoded.gradient(), rows(encoded));
        }
        for (FeaturePlan feature : plan.features()) {
            FeatureWriter.REGISTRY
                    .make(feature, features.right(feature.column()))
                    .write(parts);
        }
        DropoutWriter dropout = new DropoutWriter(plan.dropout(), parts);
        dropout.features(features);
        parts.endOfFeatures(!plan.heads().isEmpty() && plan.input().isEmpty());
        for (int i = 0; i < inputs.size(); i++) {
            EncoderPlan layer = plan.encoder().get(i);
            Target target = i + 1 < inputs.size() ? inputs.get(i + 1) : encoded;
            if (i > 0) {
                parts.endOfTokens();
            }
            dropout.input(i, inputs.get(i), layer.inputs());
            RecurrentDropout recurrent = dropout.recurrent(i, layer.directions());
            EncoderWriter.REGISTRY.make(layer, stateful).write(inputs.get(i), target, recurrent, parts);
            dropout.output(i, target, layer.outputs());
        }
        dropout.head(encoded, plan.top().outputs());
        plan.heads().forEach(head -> new HeadWriter(head).write(encoded, parts));
    }

    /** The matrix that a layer of the encoder reads. */
    private static Target input(EncoderPlan layer) {
        return new Target(layer.identifier() + "X", 0, layer.input().stride());
    }

    private static CodeBlock rows(Target target) {
        return CodeBlock.of("batch.words().rows() * $L", target.stride());
    }

    private FieldSpec twins() {
        ClassName scalar = model.nestedClass(Dialect.SCALAR.kernels());
        CodeBlock choice = declaration.vector()
                ? CodeBlock.of(
                        "$T.twins(new $T(), new $T(), $L, $L)",
                        Names.LANES,
                        scalar,
                        model.nestedClass(VECTOR_TWIN),
                        plan.encoded().lanes(),
                        plan.layers().stream()
                                .mapToLong(LayerPlan::multiplyAdds)
                                .sum())
                : CodeBlock.of("$T.scalarOnly(new $T())", Names.LANES, scalar);
        TypeName twins = ParameterizedTypeName.get(Names.runtime("lane", "Twins"), model.nestedClass("Kernels"));
        return FieldSpec.builder(twins, "TWINS")
                .addJavadoc(
                        declaration.vector()
                                ? "The kernels that run: the scalar twin's while the model is young, then the vector twin's."
                                : "The kernels: those of the scalar twin, the only one.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(choice)
                .build();
    }

    /** A class and no lambda, since a program that has just started has to make a lambda's class. */
    private TypeSpec vectorTwin(ClassName kernels) {
        return TypeSpec.classBuilder(VECTOR_TWIN)
                .addJavadoc("Makes the vector twin's kernels, whose class is not loaded before that.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Supplier.class), kernels))
                .addMethod(MethodSpec.methodBuilder("get")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(kernels)
                        .addStatement("return new $T()", model.nestedClass(Dialect.VECTOR.kernels()))
                        .build())
                .build();
    }

    private void kernels(TypeSpec.Builder type) {
        ClassName kernels = model.nestedClass("Kernels");
        TypeSpec.Builder declared = TypeSpec.interfaceBuilder(kernels)
                .addJavadoc("The arithmetic of the layers, for which there are two twins with the same bits.")
                .addModifiers(Modifier.PRIVATE);
        parts.kernels().stream().map(Kernel::declaration).forEach(declared::addMethod);
        type.addType(declared.build());
        if (declaration.vector()) {
            type.addType(vectorTwin(kernels));
            type.addType(new Emitter(Dialect.VECTOR, plan.encoded().lanes()).type(parts.kernels(), kernels));
        }
        type.addType(new Emitter(Dialect.SCALAR, plan.encoded().lanes()).type(parts.kernels(), kernels));
    }
}
