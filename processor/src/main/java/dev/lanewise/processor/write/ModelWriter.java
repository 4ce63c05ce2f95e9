package dev.lanewise.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Dialect;
import dev.lanewise.processor.emit.Emitter;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.layer.CharacterWriter;
import dev.lanewise.processor.layer.DropoutWriter;
import dev.lanewise.processor.layer.FeatureWriter;
import dev.lanewise.processor.layer.LinearWriter;
import dev.lanewise.processor.layer.LstmWriter;
import dev.lanewise.processor.layer.ModelParts;
import dev.lanewise.processor.layer.Target;
import dev.lanewise.processor.plan.LayerPlan;
import dev.lanewise.processor.plan.LayerPlan.Characters;
import dev.lanewise.processor.plan.LayerPlan.Embedding;
import dev.lanewise.processor.plan.LayerPlan.Linear;
import dev.lanewise.processor.plan.LayerPlan.Lstm;
import dev.lanewise.processor.plan.ModelPlan;
import dev.lanewise.processor.read.AnnotationName;
import dev.lanewise.processor.read.Declaration;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Writes the class of one model: its interface's methods, its weights and buffers, and its kernels in both dialects. */
public final class ModelWriter {

    private static final String GENERATED = "javax.annotation.processing.Generated";

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
        String source = Layout.tidy(file().toString());
        try (Writer writer = filer.createSourceFile(model.canonicalName(), declaration.type())
                .openWriter()) {
            writer.write(source);
        }
    }

    private JavaFile file() {
        Target encoded = new Target("encoded", 0, plan.encoded().stride());
        layers(encoded);
        TypeSpec.Builder type = TypeSpec.classBuilder(model)
                .avoidClashesWithNestedClasses(declaration.type())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ClassName.get(declaration.type()));
        if (declaration.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        SpecWriter spec = new SpecWriter(declaration, plan);
        header(type, spec);
        type.addField(spec.text());
        type.addFields(spec.indexes());
        type.addField(kernelsConstant());
        type.addField(spec.spec());
        new ApiWriter(declaration, model, types).addTo(type);
        PassWriter pass = new PassWriter(model, plan, parts, encoded);
        type.addType(pass.network());
        type.addType(pass.pass());
        kernels(type);
        return JavaFile.builder(declaration.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    private void header(TypeSpec.Builder type, SpecWriter spec) {
        type.addJavadoc(
                "The model of {@link $T}, written by Lanewise: change the interface, not this file.\n\n",
                ClassName.get(declaration.type()));
        type.addJavadoc(spec.table());
        if (elements.getTypeElement(elements.getModuleOf(declaration.type()), GENERATED) != null) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(GENERATED))
                    .addMember("value", "$S", "dev.lanewise.processor.LanewiseProcessor")
                    .build());
        }
        type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(AnnotationName.GENERATED))
                .addMember("declaration", "$T.DECLARATION", model)
                .build());
    }

    private void layers(Target encoded) {
        boolean stateful = plan.head().isEmpty();
        List<LstmWriter> encoders = plan.encoder().stream()
                .map(lstm -> new LstmWriter(lstm, stateful))
                .toList();
        encoders.forEach(encoder -> encoder.declareInput(parts));
        CodeBlock size = CodeBlock.of("batch.words().rows() * $L", encoded.stride());
        parts.matrix(encoded.matrix(), size);
        if (plan.head().isPresent()) {
            parts.gradientMatrix(encoded.matrix() + "Gradient", size);
        } else {
            parts.buffer(encoded.matrix() + "Gradient");
        }
        Target features = encoders.get(0).input();
        plan.input().ifPresent(input -> FeatureWriter.write(input, features, parts));
        for (LayerPlan feature : plan.features()) {
            if (feature instanceof Embedding embedding) {
                Target target = features.right(embedding.column());
                FeatureWriter.write(embedding, constant(embedding.firstParameter()), target, parts);
            } else if (feature instanceof Characters characters) {
                characters(characters, features);
            }
        }
        DropoutWriter dropout = new DropoutWriter(plan.dropout(), parts);
        dropout.features(features);
        for (int i = 0; i < encoders.size(); i++) {
            Lstm lstm = plan.encoder().get(i);
            Target target = i + 1 < encoders.size() ? encoders.get(i + 1).input() : encoded;
            dropout.input(i, encoders.get(i).input(), lstm.inputs());
            encoders.get(i).write(directions(lstm), target, parts);
            dropout.output(i, target, lstm.outputs());
        }
        dropout.head(encoded, plan.top().outputs());
        plan.head()
                .ifPresent(linear -> new LinearWriter(linear).write(constant(linear.firstParameter()), encoded, parts));
    }

    private void characters(Characters characters, Target features) {
        List<Linear> projection = characters.projection();
        String affine = projection.isEmpty() ? "" : constant(projection.get(0).firstParameter());
        new CharacterWriter(characters)
                .write(
                        constant(characters.firstParameter()),
                        directions(characters.lstm()),
                        affine,
                        features.right(characters.column()),
                        parts);
    }

    private String constant(int parameter) {
        return plan.parameters().get(parameter).constant();
    }

    private String[] directions(Lstm lstm) {
        String first = constant(lstm.firstParameter());
        return lstm.bidirectional() ? new String[] {first, constant(lstm.firstParameter() + 4)} : new String[] {first};
    }

    private FieldSpec kernelsConstant() {
        ClassName scalar = model.nestedClass(Dialect.SCALAR.kernels());
        CodeBlock choice = declaration.vector()
                ? CodeBlock.of(
                        "$T.vector() ? new $T() : new $T()",
                        Names.LANES,
                        model.nestedClass(Dialect.VECTOR.kernels()),
                        scalar)
                : CodeBlock.of("$T.scalarOnly(new $T())", Names.LANES, scalar);
        return FieldSpec.builder(model.nestedClass("Kernels"), "KERNELS")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(choice)
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
            type.addType(new Emitter(Dialect.VECTOR, plan.encoded().lanes()).type(parts.kernels(), kernels));
        }
        type.addType(new Emitter(Dialect.SCALAR, plan.encoded().lanes()).type(parts.kernels(), kernels));
    }
}
