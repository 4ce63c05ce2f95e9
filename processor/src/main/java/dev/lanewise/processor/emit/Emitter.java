package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes the kernels of a model in one dialect, and remembers which tiles they need. */
public final class Emitter {

    private final Dialect dialect;
    private final SortedMap<Integer, SortedSet<Integer>> strips = new TreeMap<>(Collections.reverseOrder());
    private final SortedMap<String, MethodSpec> helpers = new TreeMap<>();

    /** An emitter of one twin. */
    public Emitter(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The dialect. */
    public Dialect dialect() {
        return dialect;
    }

    /** Says that a kernel has vectors of at most the given lanes. */
    public void use(int lanes) {
        widths(lanes);
    }

    private SortedSet<Integer> widths(int lanes) {
        int key = dialect == Dialect.SCALAR ? 1 : lanes;
        return strips.computeIfAbsent(key, any -> new TreeSet<>(Collections.reverseOrder()));
    }

    /**
     * The name of the method that runs a strip; the method itself is emitted with the kernels.
     *
     * @param lanes the widest vector
     * @param vectors the strip's width in vectors
     */
    String strip(int lanes, int vectors) {
        widths(lanes).add(vectors);
        return Tiles.stripName(dialect, lanes, vectors);
    }

    /** A flat loop over one activation: the JIT keeps it in registers only as long as nothing else is in its body. */
    public String activation(int lanes, String function) {
        use(lanes);
        String name = function + dialect.suffix(lanes);
        helpers.computeIfAbsent(name, key -> activationLoop(key, lanes, function));
        return name;
    }

    private MethodSpec activationLoop(String name, int lanes, String function) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "values")
                .addParameter(int.class, "from")
                .addParameter(int.class, "to")
                .beginControlFlow("for (int i = from; i < to; i += $L)", dialect.step(lanes, 1))
                .addStatement(
                        "$T x = $L", dialect.type(), dialect.call(lanes, function, dialect.load(lanes, "values", "i")))
                .addStatement(dialect.store("x", "values", "i"))
                .endControlFlow()
                .build();
    }

    /** The class with all kernels, in the order given, and the tiles they need. */
    public TypeSpec type(List<Kernel> kernels, ClassName kernelInterface) {
        List<MethodSpec> methods = new ArrayList<>();
        kernels.forEach(kernel -> methods.add(kernel.implementation(this)));
        TypeSpec.Builder type = TypeSpec.classBuilder(dialect.kernels())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(kernelInterface)
                .addJavadoc("$L", dialect.about());
        if (dialect == Dialect.VECTOR) {
            strips.keySet().forEach(lanes -> Species.addTo(type, lanes));
        }
        type.addMethods(methods).addMethods(helpers.values());
        strips.forEach((lanes, widths) -> type.addMethods(new Tiles(dialect, lanes).methods(widths)));
        return type.build();
    }
}
