package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.Linear;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the inner class of the pass through which the runtime sees a head. */
final class HeadClass {

    private final String stride;
    private final String gradient;
    private final TypeSpec.Builder type;

    /**
     * Begins a class.
     *
     * @param parent the runtime's class that it extends
     * @param annotation what declares it
     */
    HeadClass(ClassName parent, String annotation, Linear linear) {
        String id = linear.identifier();
        Sizes sizes = Sizes.of(linear);
        this.stride = sizes.stride();
        this.gradient = id + "ScoresGradient";
        this.type = TypeSpec.classBuilder(id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + "Head")
                .addJavadoc("What {@code $L} says about the tags.", annotation)
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(parent);
        returns(Modifier.PUBLIC, Names.model("Packing"), "words", "batch.words()");
        returns(Modifier.PUBLIC, TypeName.INT, "tags", sizes.tags());
        returns(Modifier.PUBLIC, TypeName.INT, "stride", stride);
        returns(Modifier.PUBLIC, Names.FLOATS, "gradient", gradient);
    }

    /** Adds a method that returns something. */
    HeadClass returns(Modifier access, TypeName result, String name, String value) {
        type.addMethod(method(access, name)
                .returns(result)
                .addStatement("return $L", value)
                .build());
        return this;
    }

    /** Adds a method without result. */
    HeadClass does(String name, CodeBlock body) {
        type.addMethod(method(Modifier.PROTECTED, name).addCode(body).build());
        return this;
    }

    /**
     * Adds a method that makes room for the gradient of the scores.
     *
     * @param how the method of {@code Rows} that does it: {@code zeros} or {@code grown}
     */
    HeadClass gradient(String name, String how) {
        type.addMethod(method(Modifier.PROTECTED, name)
                .returns(Names.FLOATS)
                .addStatement(
                        "$1L = $2T.$3L($1L, batch.words().rows() * $4L)", gradient, Names.model("Rows"), how, stride)
                .addStatement("return $L", gradient)
                .build());
        return this;
    }

    private static MethodSpec.Builder method(Modifier access, String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(access);
    }

    TypeSpec build() {
        return type.build();
    }
}
