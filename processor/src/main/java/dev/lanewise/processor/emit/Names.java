package dev.lanewise.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** The types that generated code refers to. */
public final class Names {

    private static final String RUNTIME = "dev.lanewise.runtime";

    /** {@code float[]}. */
    public static final TypeName FLOATS = ArrayTypeName.of(float.class);

    static final TypeName INTS = ArrayTypeName.of(int.class);
    static final ClassName FLOAT_VECTOR = ClassName.get("jdk.incubator.vector", "FloatVector");
    static final ClassName INT_VECTOR = ClassName.get("jdk.incubator.vector", "IntVector");
    static final ClassName VECTOR_OPERATORS = ClassName.get("jdk.incubator.vector", "VectorOperators");
    static final ClassName VECTOR_SPECIES = ClassName.get("jdk.incubator.vector", "VectorSpecies");

    /** The choice of twin. */
    public static final ClassName LANES = ClassName.get(RUNTIME + ".lane", "Lanes");

    static final ClassName SPECIES = ClassName.get(RUNTIME + ".lane", "Species");

    /** Activations, one number at a time. */
    public static final ClassName SCALAR_MATH = ClassName.get(RUNTIME + ".lane", "ScalarMath");

    private Names() {}

    /** A class of the runtime's model package. */
    public static ClassName model(String name) {
        return ClassName.get(RUNTIME + ".model", name);
    }

    /** A class of another package of the runtime; "" for the users' own one. */
    public static ClassName runtime(String subpackage, String name) {
        return ClassName.get(subpackage.isEmpty() ? RUNTIME : RUNTIME + "." + subpackage, name);
    }
}
