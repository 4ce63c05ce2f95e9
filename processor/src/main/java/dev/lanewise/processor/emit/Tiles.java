package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The register tiles that all products of a model go through: up to four rows times four vectors of sums, which stay in
 * registers while the depth runs. Sixteen sums, four vectors of one operand and a broadcast of the other fit into 32 registers
 * without spilling, and every loaded number is used four times.
 */
public final class Tiles {

    /** The widths of a strip in vectors, widest first. */
    static final List<Integer> STRIPS = List.of(4, 2, 1);

    private static final int ROWS = 4;

    private final Dialect dialect;

    /** The tiles of one dialect. */
    public Tiles(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The methods of the strips of the given widths and of the tiles that they are made of. */
    public List<MethodSpec> methods(Iterable<Integer> strips) {
        List<MethodSpec> methods = new ArrayList<>();
        for (int vectors : strips) {
            methods.add(strip(vectors));
            methods.add(tile(vectors));
        }
        return methods;
    }

    static String stripName(int vectors) {
        return "strip" + vectors;
    }

    private static String tileName(int vectors) {
        return "tile" + vectors;
    }

    private MethodSpec strip(int vectors) {
        MethodSpec.Builder method = method(stripName(vectors))
                .addJavadoc(
                        "c[row][..] += sum over k of a[row][k] * b[k][..], $L numbers wide: rows in tiles of four, then one by one.",
                        dialect.step(vectors))
                .addParameter(int.class, "rows");
        operands(method);
        method.addStatement("int r = 0");
        method.beginControlFlow("for (; r + $1L <= rows; r += $1L)", ROWS);
        method.addStatement(
                "$L(depth, a, a0 + r * aRow, aRow, aStep, b, b0, bStep, c, c0 + r * cRow, cRow)", tileName(vectors));
        method.endControlFlow();
        method.beginControlFlow("for (; r < rows; r++)");
        method.addStatement("int ai = a0 + r * aRow");
        method.addStatement("int bi = b0");
        method.addStatement("int ci = c0 + r * cRow");
        products(method, 1, vectors, "ai", "bi", "ci");
        method.endControlFlow();
        return method.build();
    }

    private MethodSpec tile(int vectors) {
        MethodSpec.Builder method = method(tileName(vectors));
        operands(method);
        products(method, ROWS, vectors, "a0", "b0", "c0");
        return method.build();
    }

    private void products(MethodSpec.Builder method, int rows, int vectors, String ai, String bi, String ci) {
        TypeName type = dialect.type();
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                method.addStatement("$T $L = $L", type, sum(r, v), dialect.load("c", at(ci, r, "cRow", v)));
            }
        }
        method.beginControlFlow("for (int k = 0; k < depth; k++)");
        for (int v = 0; v < vectors; v++) {
            method.addStatement("$T v$L = $L", type, v, dialect.load("b", at(bi, 0, "", v)));
        }
        for (int r = 0; r < rows; r++) {
            CodeBlock element = dialect.broadcast("a[" + at(ai, r, "aRow", 0) + "]");
            method.addStatement("$T x$L = $L", type, r, element);
            for (int v = 0; v < vectors; v++) {
                method.addStatement("$L = $L", sum(r, v), dialect.fma("x" + r, "v" + v, sum(r, v)));
            }
        }
        method.addStatement("$L += aStep", ai);
        method.addStatement("$L += bStep", bi);
        method.endControlFlow();
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                method.addStatement(dialect.store(sum(r, v), "c", at(ci, r, "cRow", v)));
            }
        }
    }

    private static String sum(int row, int vector) {
        return "s" + row + vector;
    }

    private String at(String base, int row, String stride, int vector) {
        String rows = row == 0 ? "" : row == 1 ? " + " + stride : " + " + row + " * " + stride;
        return base + rows + (vector == 0 ? "" : " + " + dialect.step(vector));
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }

    private static void operands(MethodSpec.Builder method) {
        method.addParameter(int.class, "depth");
        method.addParameter(Names.FLOATS, "a").addParameter(int.class, "a0");
        method.addParameter(int.class, "aRow").addParameter(int.class, "aStep");
        method.addParameter(Names.FLOATS, "b").addParameter(int.class, "b0").addParameter(int.class, "bStep");
        method.addParameter(Names.FLOATS, "c").addParameter(int.class, "c0").addParameter(int.class, "cRow");
    }
}
