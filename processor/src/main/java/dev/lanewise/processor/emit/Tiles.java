package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * The register tiles that all products of a model go through: rows times vectors of sums, which stay in registers while the
 * depth runs. Six rows of three vectors are 18 sums, three vectors of one operand and a broadcast of the other. Larger tiles
 * would fit into 32 registers and load less for each multiply-add, but so many vector operations in one method exceed the JIT's
 * limit, at which it boxes every vector. CPUs with 16 registers take four rows.
 */
final class Tiles {

    private final Dialect dialect;

    /** The tiles of one dialect. */
    Tiles(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The methods of the given strips and of the tiles that they are made of. */
    List<MethodSpec> methods(Iterable<Strip> strips) {
        List<MethodSpec> methods = new ArrayList<>();
        for (Strip strip : strips) {
            methods.add(strip(strip));
            for (int rows : strip.heights()) {
                methods.add(tile(strip, rows));
            }
        }
        return methods.stream()
                .collect(Collectors.toMap(
                        MethodSpec::name, method -> method, (first, same) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private MethodSpec strip(Strip strip) {
        MethodSpec.Builder method = method(strip.method())
                .addJavadoc(
                        "c[row][..] = d[row][..] + sum over k of $L * b[k][..], $L numbers wide.",
                        strip.transposed() ? "a[k][row]" : "a[row][k]",
                        dialect.step(strip.vectors()))
                .addParameter(int.class, "rows");
        operands(method, strip.strideParameter());
        method.addStatement("int r = 0");
        for (int height : strip.heights()) {
            method.beginControlFlow("for (; $L; r += $L)", condition(height), height);
            method.addStatement(
                    "$L(depth,$Wa,$Wa0 + $L,$W$Lb,$Wb0,$WbStep,$Wd,$Wd0 + r * dRow,$WdRow,$Wc,$Wc0 + r * cRow,$WcRow)",
                    strip.tile(height),
                    strip.rowOffset(),
                    strip.strideArgument(height));
            method.endControlFlow();
        }
        return method.build();
    }

    // Eight rows are two tiles of four rather than one of six and two single rows.
    private static String condition(int height) {
        return switch (height) {
            case Strip.TALL -> "MANY_REGISTERS && r + " + height + " <= rows && r + 8 != rows";
            case 1 -> "r < rows";
            default -> "r + " + height + " <= rows";
        };
    }

    private MethodSpec tile(Strip strip, int rows) {
        MethodSpec.Builder method = method(strip.tile(rows));
        operands(method, strip.tileParameter(rows));
        int vectors = strip.vectors();
        for (int r = 1; r < rows && strip.tileParameter(rows).equals("aRow"); r++) {
            method.addStatement("int a$L = a0 + $L", r, times(r, "aRow"));
        }
        for (int r = 0; r < rows; r++) {
            int row = r;
            method.addStatement(
                    "$T $L",
                    dialect.type(),
                    line(
                            vectors,
                            ", ",
                            v -> CodeBlock.of("s$L$L = $L", row, v, dialect.load("d", at("d0", row, "dRow", v)))));
        }
        method.beginControlFlow("for (int k = 0; k < depth; k++)");
        method.addStatement(
                "$T $L",
                dialect.type(),
                line(vectors, ", ", v -> CodeBlock.of("v$L = $L", v, dialect.load("b", at("b0", 0, "", v)))));
        for (int r = 0; r < rows; r++) {
            int row = r;
            method.addStatement("$T x$L = $L", dialect.type(), r, dialect.broadcast(strip.element(rows, r)));
            method.addStatement(line(
                    vectors,
                    "; ",
                    v -> CodeBlock.of("$1L = $2L", sum(row, v), dialect.fma("x" + row, "v" + v, sum(row, v)))));
        }
        if (!strip.tileParameter(rows).equals("aRow")) {
            method.addStatement(strip.transposed() ? "a0 += aStep" : "a0++");
        }
        method.addStatement("b0 += bStep");
        method.endControlFlow();
        for (int r = 0; r < rows; r++) {
            int row = r;
            method.addStatement(line(vectors, "; ", v -> dialect.store(sum(row, v), "c", at("c0", row, "cRow", v))));
        }
        return method.build();
    }

    /** What a row of the tile does with each of its vectors, on one line. */
    private static CodeBlock line(int vectors, String separator, IntFunction<CodeBlock> part) {
        return IntStream.range(0, vectors).mapToObj(part).collect(CodeBlock.joining(separator));
    }

    private static String sum(int row, int vector) {
        return "s" + row + vector;
    }

    private static String times(int row, String stride) {
        return row == 1 ? stride : row + " * " + stride;
    }

    private String at(String base, int row, String stride, int vector) {
        String rows = row == 0 ? "" : " + " + times(row, stride);
        return base + rows + (vector == 0 ? "" : " + " + dialect.step(vector));
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }

    private static void operands(MethodSpec.Builder method, String stride) {
        method.addParameter(int.class, "depth");
        method.addParameter(Names.FLOATS, "a").addParameter(int.class, "a0");
        if (!stride.isEmpty()) {
            method.addParameter(int.class, stride);
        }
        method.addParameter(Names.FLOATS, "b").addParameter(int.class, "b0").addParameter(int.class, "bStep");
        method.addParameter(Names.FLOATS, "d").addParameter(int.class, "d0").addParameter(int.class, "dRow");
        method.addParameter(Names.FLOATS, "c").addParameter(int.class, "c0").addParameter(int.class, "cRow");
    }
}
