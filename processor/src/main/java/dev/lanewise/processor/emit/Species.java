package dev.lanewise.processor.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The species of a class of vector kernels: constants of the very class that uses them, or the JIT boxes every vector. */
final class Species {

    private Species() {}

    static void addTo(TypeSpec.Builder type, int lanes) {
        TypeName species = ParameterizedTypeName.get(Names.VECTOR_SPECIES, TypeName.FLOAT.box());
        type.addField(FieldSpec.builder(species, "S" + lanes, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Vectors of $L floats, or of as many as this CPU has.", lanes)
                .initializer("$T.species($L)", Names.VECTOR_MATH, lanes)
                .build());
        type.addField(FieldSpec.builder(TypeName.INT, "L" + lanes, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("S$L.length()", lanes)
                .build());
    }
}
