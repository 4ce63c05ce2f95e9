package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A single row of a product, as a batch of one sentence has them at every time step. The sums of one panel would wait for each
 * other, so four vectors of two panels run side by side; more streams of weights are read more slowly.
 */
final class RowTile {

    private static final int PANELS = 2;

    private final int panel;
    private final Set<Boolean> turning;

    /**
     * The methods for panels of two vectors.
     *
     * @param lanes the lanes of the model's vectors
     * @param turning of which kinds there are products: such as run from right to left too, and such as do not
     */
    RowTile(int lanes, Set<Boolean> turning) {
        this.panel = 2 * lanes;
        this.turning = turning;
    }

    /** The methods that run a row, and those they are made of. */
    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        turning.forEach(turns -> methods.add(row(turns)));
        methods.add(tile(PANELS));
        methods.add(tile(1));
        return methods;
    }

    private MethodSpec row(boolean turns) {
        int together = PANELS * panel;
        CodeBlock.Builder code = CodeBlock.builder();
        if (turns) {
            code.beginControlFlow("for (int i = 0; i < columns; i += $L)", together);
            code.addStatement("int p = $1L ? (columns - 1) / $2L * $2L - i : i", Product.FROM_RIGHT, together);
        } else {
            code.beginControlFlow("for (int p = 0; p < columns; p += $L)", together);
        }
        code.beginControlFlow("for (int u = 0; u < $L; u += 2 * L)", panel);
        code.beginControlFlow("if (p + $L <= columns)", together);
        panels(code, PANELS);
        code.nextControlFlow("else");
        panels(code, 1);
        code.endControlFlow().endControlFlow().endControlFlow();
        MethodSpec.Builder method = method("row")
                .addJavadoc(
                        "c[..] = d[..] + sum over k of a[k] * b[k][..]: one row$L; panels of $L columns begin {@code apart} numbers apart.",
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

    private void panels(CodeBlock.Builder code, int panels) {
        code.addStatement(
                "$L(depth, a, a0, b, b0 + p / $L * apart + u, $Ld, d0 + p + u, c, c0 + p + u)",
                name(panels),
                panel,
                panels > 1 ? "apart, " : "");
    }

    private static String name(int panels) {
        return panels == 1 ? "onePanel" : "twoPanels";
    }

    private MethodSpec tile(int panels) {
        Dialect in = Dialect.VECTOR;
        CodeBlock.Builder code = CodeBlock.builder();
        each(
                code,
                panels,
                p -> in.declare("s" + p, in.load("d", "d0" + Tiles.plus(p, panel + ""))),
                p -> in.declare("t" + p, in.load("d", "d0" + Tiles.plus(p, panel + "") + " + L")));
        code.beginControlFlow("for (int end = a0 + depth; a0 < end; a0++)");
        code.addStatement(in.declare("x", in.broadcast("a[a0]")));
        each(
                code,
                panels,
                p -> CodeBlock.of("s$L = $L", p, in.fma("x", in.load("b", "b0" + Tiles.plus(p, "apart")), "s" + p)),
                p -> CodeBlock.of(
                        "t$L = $L", p, in.fma("x", in.load("b", "b0" + Tiles.plus(p, "apart") + " + L"), "t" + p)));
        code.addStatement("b0 += $L", panel);
        code.endControlFlow();
        each(
                code,
                panels,
                p -> in.store("s" + p, "c", "c0" + Tiles.plus(p, panel + "")),
                p -> in.store("t" + p, "c", "c0" + Tiles.plus(p, panel + "") + " + L"));
        return method(name(panels))
                .addParameters(operands(panels > 1))
                .addCode(code.build())
                .build();
    }

    private static void each(
            CodeBlock.Builder code,
            int panels,
            Function<Integer, CodeBlock> first,
            Function<Integer, CodeBlock> second) {
        IntStream.range(0, panels)
                .forEach(p -> code.addStatement(first.apply(p)).addStatement(second.apply(p)));
    }

    private static List<ParameterSpec> operands(boolean several) {
        return Stream.of(
                        number("depth"),
                        array("a"),
                        number("a0"),
                        array("b"),
                        number("b0"),
                        number("apart"),
                        array("d"),
                        number("d0"),
                        array("c"),
                        number("c0"))
                .filter(parameter -> several || !parameter.name().equals("apart"))
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
