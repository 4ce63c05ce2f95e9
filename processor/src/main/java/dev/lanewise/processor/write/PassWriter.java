package dev.lanewise.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.layer.ModelParts;
import dev.lanewise.processor.layer.Target;
import dev.lanewise.processor.plan.ModelPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the two classes that hold numbers: the network with its weights, and the pass with its buffers. */
final class PassWriter {

    private static final ClassName PARAMETERS = Names.model("ParameterSet");
    private static final ClassName BATCH = Names.model("Batch");
    private static final ClassName PASS = Names.model("Pass");

    private static final TypeName HEADS = ParameterizedTypeName.get(ClassName.get(List.class), Names.model("Head"));

    private static final TypeName PACKED = ParameterizedTypeName.get(ClassName.get(List.class), Names.model("Packed"));

    private final ClassName model;
    private final ModelPlan plan;
    private final ModelParts parts;
    private final Target features;
    private final Target encoded;

    PassWriter(ClassName model, ModelPlan plan, ModelParts parts, Target features, Target encoded) {
        this.model = model;
        this.plan = plan;
        this.parts = parts;
        this.features = features;
        this.encoded = encoded;
    }

    TypeSpec network() {
        return TypeSpec.classBuilder("Net")
                .addJavadoc("The parameters in the layouts that the kernels read.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(Names.model("Network"))
                .addFields(constructorFields())
                .addField(PACKED, "packed", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(returns(PACKED, "packed", "packed"))
                .addMethods(
                        parts.tokenSize() == 0
                                ? List.of()
                                : List.of(returns(TypeName.INT, "tokenSize", parts.tokenSize())))
                .addMethod(override("newPass")
                        .returns(PASS)
                        .addStatement("return new $T(this)", model.nestedClass("ModelPass"))
                        .build())
                .build();
    }

    private List<FieldSpec> constructorFields() {
        return parts.netFields().stream()
                .map(field -> FieldSpec.builder(field.type(), field.name(), Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .toList();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(PARAMETERS, "parameters");
        constructor.addCode(parts.beforeWeights());
        for (FieldSpec field : parts.netFields()) {
            constructor.addStatement("$L = $L", field.name(), field.initializer());
        }
        constructor.addStatement("packed = $T.of($L)", List.class, String.join(", ", parts.packed()));
        return constructor.addStatement("repack()").build();
    }

    TypeSpec pass() {
        TypeSpec.Builder type = TypeSpec.classBuilder("ModelPass")
                .addJavadoc("One thread's buffers, and the way of a batch through the layers.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(PASS)
                .addField(model.nestedClass("Net"), "net", Modifier.PRIVATE, Modifier.FINAL)
                .addField(BATCH, "batch", Modifier.PRIVATE)
                .addFields(parts.passFields())
                .addFields(tokens())
                .addFields(heads())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(model.nestedClass("Net"), "net")
                        .addStatement("this.net = net")
                        .build())
                .addMethods(forward())
                .addMethod(override("backward")
                        .addParameter(Names.model("GradientSet"), "gradients")
                        .addStatement("TWINS.worked(2 * batch.words().rows())")
                        .addCode(parts.reserveBackward())
                        .addCode(parts.backward())
                        .build())
                .addMethods(parts.passMethods())
                .addTypes(parts.heads());
        return accessors(type).build();
    }

    private List<FieldSpec> tokens() {
        FieldSpec field = FieldSpec.builder(ArrayTypeName.of(Names.FLOATS), "tokens", Modifier.PRIVATE)
                .addJavadoc("What was computed of each row's word; null while the features are computed here.")
                .build();
        return parts.tokenSize() == 0 ? List.of() : List.of(field);
    }

    private List<MethodSpec> forward() {
        MethodSpec.Builder whole =
                override("forward").addParameter(BATCH, "packed").addStatement("batch = packed");
        if (parts.tokenSize() == 0) {
            return List.of(whole.addCode(parts.reserve())
                    .addCode(parts.features())
                    .addCode(layers())
                    .build());
        }
        TypeName rows = ArrayTypeName.of(Names.FLOATS);
        return List.of(
                whole.addStatement("tokens = null")
                        .addStatement("features()")
                        .addStatement("layers()")
                        .build(),
                returns(TypeName.INT, "tokenSize", parts.tokenSize()),
                override("tokens")
                        .addParameter(BATCH, "words")
                        .addParameter(rows, "into")
                        .addStatement("batch = words")
                        .addStatement("features()")
                        .addCode(parts.tokens())
                        .build(),
                override("forward")
                        .addParameter(BATCH, "arranged")
                        .addParameter(rows, "ofWords")
                        .addStatement("batch = arranged")
                        .addStatement("tokens = ofWords")
                        .addStatement("reserve()")
                        .addStatement("layers()")
                        .build(),
                MethodSpec.methodBuilder("features")
                        .addJavadoc("What depends on single words alone.")
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("reserve()")
                        .addCode(parts.features())
                        .build(),
                MethodSpec.methodBuilder("reserve")
                        .addModifiers(Modifier.PRIVATE)
                        .addCode(parts.reserve())
                        .build(),
                MethodSpec.methodBuilder("layers")
                        .addJavadoc("The layers from where words meet.")
                        .addModifiers(Modifier.PRIVATE)
                        .addCode(layers())
                        .build());
    }

    private CodeBlock layers() {
        return CodeBlock.builder()
                .addStatement("TWINS.worked(batch.words().rows())")
                .add(parts.forward())
                .build();
    }

    /** An object of each head's class, and all of them in a list. */
    private List<FieldSpec> heads() {
        List<FieldSpec> fields = new ArrayList<>();
        for (TypeSpec head : parts.heads()) {
            ClassName type = model.nestedClass("ModelPass").nestedClass(head.name());
            String name = head.name().substring(0, 1).toLowerCase(Locale.ROOT)
                    + head.name().substring(1);
            fields.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", type)
                    .build());
        }
        String all = fields.stream().map(FieldSpec::name).collect(Collectors.joining(", "));
        fields.add(FieldSpec.builder(HEADS, "heads", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("$T.of($L)", List.class, all)
                .build());
        return fields;
    }

    private TypeSpec.Builder accessors(TypeSpec.Builder type) {
        boolean dense = plan.input().isPresent();
        type.addMethod(returns(Names.FLOATS, "hidden", encoded.matrix()));
        type.addMethod(returns(TypeName.INT, "hiddenSize", plan.top().outputs()));
        type.addMethod(returns(TypeName.INT, "hiddenStride", encoded.stride()));
        type.addMethod(override("hiddenGradient")
                .returns(Names.FLOATS)
                .addStatement(
                        "$1LGradient = $2T.grown($1LGradient, batch.words().rows() * $3L)",
                        encoded.matrix(),
                        Names.model("Rows"),
                        encoded.stride())
                .addStatement("return $LGradient", encoded.matrix())
                .build());
        type.addMethod(returns(HEADS, "heads", "heads"));
        type.addMethod(returns(Names.FLOATS, "inputGradient", dense ? features.gradient() : "new float[0]"));
        type.addMethod(returns(TypeName.INT, "inputStride", dense ? features.stride() : 0));
        TypeName runs = ParameterizedTypeName.get(ClassName.get(List.class), Names.model("RecurrentRun"));
        type.addMethod(
                returns(runs, "runs", CodeBlock.of("$T.of($L)", List.class, String.join(", ", parts.carried()))));
        return type;
    }

    private static MethodSpec returns(TypeName type, String name, Object value) {
        return override(name).returns(type).addStatement("return $L", value).build();
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
