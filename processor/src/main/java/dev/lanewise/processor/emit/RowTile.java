package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A single row of a product, as a batch of one sentence has them at every time step: four vectors of sums run side by side, since
 * each would wait for itself, and read one stream of weights, since several are read more slowly.
 */
final class RowTile {

    private static final Dialect IN = Dialect.VECTOR;
    private static final int STEPS = 2;

    private final int panel;
    private final Set<Boolean> turning;
    private final boolean pairs;

    /**
     * The methods for packed weights.
     *
     * @param lanes the lanes of the model's vectors
     * @param turning of which kinds there are products: such as run from right to left too, and such as do not
     * @param pairs whether some have two vectors of columns more than groups of four
     */
    RowTile(int lanes, Set<Boolean> turning, boolean pairs) {
        this.panel = Product.PANEL * lanes;
        this.turning = turning;
        this.pairs = pairs;
    }

    /** The methods that run a row, and those they are made of. */
    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        turning.forEach(turns -> methods.add(row(turns)));
        methods.add(tile(Product.PANEL));
        if (pairs) {
            methods.add(tile(2));
        }
        return methods;
    }

    private MethodSpec row(boolean turns) {
        String together = IN.step(Product.PANEL);
        CodeBlock.Builder code = CodeBlock.builder();
        if (turns) {
            code.beginControlFlow("for (int i = 0; i < columns; i += $L)", together);
            code.addStatement("int p = $1L ? (columns - 1) / ($2L) * ($2L) - i : i", Product.FROM_RIGHT, together);
        } else {
            code.beginControlFlow("for (int p = 0; p < columns; p += $L)", together);
        }
        code.addStatement("int at = b0 + p / $1L * apart + p % $1L", panel);
        if (pairs) {
            code.beginControlFlow("if (p + $L <= columns)", together);
        }
        call(code, Product.PANEL);
        if (pairs) {
            code.nextControlFlow("else");
            call(code, 2);
            code.endControlFlow();
        }
        code.endControlFlow();
        MethodSpec.Builder method = method("row")
                .addJavadoc(
                        "c[..] = d[..] + sum over k of a[k] * b[k][..]: one row$L; panels of $L columns begin {@code apart} numbers apart, their rows {@code step}.",
                        turns ? ", from either side" : "",
                        panel);
        if (turns) {
            method.addParameter(boolean.class, Product.FROM_RIGHT);
        }
        return method.addParameter(int.class, "columns")
                .addParameters(operands(true))
                .addCode(code.build())
                .build();
    }

    private static void call(CodeBlock.Builder code, int vectors) {
        code.addStatement("$L(depth, a, a0, b, at, step, d, d0 + p, c, c0 + p)", name(vectors));
    }

    private static String name(int vectors) {
        return vectors == 2 ? "twoVectors" : "fourVectors";
    }

    private static MethodSpec tile(int vectors) {
        CodeBlock.Builder code = CodeBlock.builder();
        each(code, vectors, v -> IN.declare("s" + v, IN.load("d", at("d0", v))));
        code.addStatement("int end = a0 + depth");
        // Two steps a turn keep the order in which lines are asked for, which the cache's prefetcher follows.
        code.beginControlFlow("for (; a0 + $1L <= end; a0 += $1L)", STEPS);
        for (int k = 0; k < STEPS; k++) {
            step(code, vectors, "x" + k, "a0" + Tiles.plus(k, "1"), "b0" + Tiles.plus(k, "step"));
        }
        code.addStatement("b0 += $L * step", STEPS);
        code.endControlFlow();
        code.beginControlFlow("if (a0 < end)");
        step(code, vectors, "x", "a0", "b0");
        code.endControlFlow();
        each(code, vectors, v -> IN.store("s" + v, "c", at("c0", v)));
        return method(name(vectors))
                .addParameters(operands(false))
                .addCode(code.build())
                .build();
    }

    /** A step of the depth. */
    private static void step(CodeBlock.Builder code, int vectors, String x, String a, String b) {
        code.addStatement(IN.declare(x, IN.broadcast("a[" + a + "]")));
        each(code, vectors, v -> CodeBlock.of("s$L = $L", v, IN.fma(x, IN.load("b", at(b, v)), "s" + v)));
    }

    private static String at(String base, int vector) {
        return vector == 0 ? base : base + " + " + IN.step(vector);
    }

    private static void each(CodeBlock.Builder code, int vectors, IntFunction<CodeBlock> part) {
        IntStream.range(0, vectors).forEach(v -> code.addStatement(part.apply(v)));
    }

    private static List<ParameterSpec> operands(boolean panels) {
        return Stream.of(
                        number("depth"),
                        array("a"),
                        number("a0"),
                        array("b"),
                        number("b0"),
                        number("step"),
                        number("apart"),
                        array("d"),
                        number("d0"),
                        array("c"),
                        number("c0"))
                .filter(parameter -> panels || !parameter.name().equals("apart"))
                .toList();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }

    private static ParameterSpec array(String name) {
        return ParameterSpec.builder(Names.FLOATS, name).build();
    }

    private static ParameterSpec number(String name) {
        return ParameterSpec.builder(int.class, name).build();
    }
}
