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

    private static final List<Integer> ROWS = List.of(4, 1);

    private final Dialect dialect;
    private final int lanes;

    /** The tiles of one dialect for vectors of at most the given lanes. */
    public Tiles(Dialect dialect, int lanes) {
        this.dialect = dialect;
        this.lanes = lanes;
    }

    /** The methods of the strips of the given widths and of the tiles that they are made of. */
    public List<MethodSpec> methods(Iterable<Integer> strips) {
        List<MethodSpec> methods = new ArrayList<>();
        for (int vectors : strips) {
            methods.add(strip(vectors));
            for (int rows : ROWS) {
                methods.add(tile(rows, vectors));
            }
        }
        return methods;
    }

    static String stripName(Dialect dialect, int lanes, int vectors) {
        return "strip" + vectors + dialect.suffix(lanes);
    }

    private String tileName(int rows, int vectors) {
        return "tile" + rows + "x" + vectors + dialect.suffix(lanes);
    }

    private MethodSpec strip(int vectors) {
        MethodSpec.Builder method = method(stripName(dialect, lanes, vectors))
                .addJavadoc(
                        "c[row][..] += sum over k of a[row][k] * b[k][..], $L numbers wide: rows in tiles of four, then one by one.",
                        dialect.step(lanes, vectors))
                .addParameter(int.class, "rows");
        operands(method);
        CodeBlock call = CodeBlock.of("(depth, a, a0 + r * aRow, aRow, aStep, b, b0, bStep, c, c0 + r * cRow, cRow)");
        method.addStatement("int r = 0");
        method.beginControlFlow("for (; r + 4 <= rows; r += 4)");
        method.addStatement("$L$L", tileName(4, vectors), call);
        method.endControlFlow();
        method.beginControlFlow("for (; r < rows; r++)");
        method.addStatement("$L$L", tileName(1, vectors), call);
        method.endControlFlow();
        return method.build();
    }

    private MethodSpec tile(int rows, int vectors) {
        MethodSpec.Builder method = method(tileName(rows, vectors));
        operands(method);
        TypeName type = dialect.type();
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                method.addStatement("$T $L = $L", type, sum(r, v), dialect.load(lanes, "c", at("c0", r, "cRow", v)));
            }
        }
        method.beginControlFlow("for (int k = 0; k < depth; k++)");
        for (int v = 0; v < vectors; v++) {
            method.addStatement("$T v$L = $L", type, v, dialect.load(lanes, "b", at("b0", 0, "", v)));
        }
        for (int r = 0; r < rows; r++) {
            CodeBlock element = dialect.broadcast(lanes, "a[" + at("a0", r, "aRow", 0) + "]");
            method.addStatement("$T x$L = $L", type, r, element);
            for (int v = 0; v < vectors; v++) {
                method.addStatement("$L = $L", sum(r, v), dialect.fma("x" + r, "v" + v, sum(r, v)));
            }
        }
        method.addStatement("a0 += aStep");
        method.addStatement("b0 += bStep");
        method.endControlFlow();
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                method.addStatement(dialect.store(sum(r, v), "c", at("c0", r, "cRow", v)));
            }
        }
        return method.build();
    }

    private static String sum(int row, int vector) {
        return "s" + row + vector;
    }

    private String at(String base, int row, String stride, int vector) {
        String rows = row == 0 ? "" : row == 1 ? " + " + stride : " + " + row + " * " + stride;
        return base + rows + (vector == 0 ? "" : " + " + dialect.step(lanes, vector));
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
