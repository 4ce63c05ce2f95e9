package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes the kernels of a model in one dialect, and remembers which activations and tiles they need. */
public final class Emitter {

    private final Dialect dialect;
    private final int lanes;
    private final SortedSet<Strip> strips = new TreeSet<>();
    private final SortedSet<Boolean> rowTiles = new TreeSet<>();
    private boolean rowPairs;
    private final Set<Activation> activations = EnumSet.noneOf(Activation.class);

    /**
     * An emitter of one twin.
     *
     * @param lanes the lanes of the model's vectors
     */
    public Emitter(Dialect dialect, int lanes) {
        this.dialect = dialect;
        this.lanes = lanes;
    }

    /** The dialect. */
    public Dialect dialect() {
        return dialect;
    }

    /** The lanes of the model's vectors. */
    int lanes() {
        return lanes;
    }

    /** The name of the method that runs a strip; the method itself is emitted with the kernels. */
    String strip(Strip strip) {
        strips.add(strip);
        return strip.method();
    }

    /**
     * Notes that single rows are multiplied; the methods are emitted with the kernels.
     *
     * @param turning whether their columns run from right to left too
     * @param pairs whether two vectors of columns are left behind groups of four
     */
    void rowTile(boolean turning, boolean pairs) {
        rowTiles.add(turning);
        rowPairs |= pairs;
    }

    /** The name of the method that applies an activation; the method itself is emitted with the kernels. */
    public String activation(Activation activation) {
        activations.add(activation);
        return activation.method();
    }

    /** The class with all kernels, in the order given, and with the methods they share. */
    public TypeSpec type(List<Kernel> kernels, ClassName kernelInterface) {
        List<MethodSpec> methods = new ArrayList<>();
        kernels.forEach(kernel -> methods.add(kernel.implementation(this)));
        activations.forEach(activation -> methods.add(activation.loop(dialect)));
        methods.addAll(new Tiles(dialect).methods(strips));
        if (!rowTiles.isEmpty()) {
            methods.addAll(new RowTile(lanes, rowTiles, rowPairs).methods());
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(dialect.kernels())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(kernelInterface)
                .addJavadoc("$L", dialect.about());
        if (dialect == Dialect.VECTOR) {
            species(type);
        }
        return type.addMethods(methods).build();
    }

    // The species must be a constant of the very class that uses it, or the JIT boxes every vector.
    private void species(TypeSpec.Builder type) {
        TypeName species = ParameterizedTypeName.get(Names.VECTOR_SPECIES, TypeName.FLOAT.box());
        type.addField(FieldSpec.builder(species, "S", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Vectors of $L floats, or of as many as this CPU has.", lanes)
                .initializer("$T.upTo($L)", Names.SPECIES, lanes)
                .build());
        type.addField(FieldSpec.builder(TypeName.INT, "L", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("S.length()")
                .build());
        if (lanes > 8) {
            type.addField(FieldSpec.builder(TypeName.BOOLEAN, "MANY_REGISTERS")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$T.manyRegisters()", Names.SPECIES)
                    .build());
        }
    }
}
