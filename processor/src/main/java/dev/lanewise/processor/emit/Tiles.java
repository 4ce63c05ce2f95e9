package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lanewise.processor.emit.Strip.Strides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * The register tiles that all products of a model go through: rows times vectors of sums, which stay in registers while the
 * depth runs. Four rows of four vectors are 16 sums, four vectors of one operand and a broadcast of the other, and read a panel
 * of weights line by line; fewer columns have eight rows of two vectors. Their distances of rows are constants: as variables they
 * need more integer registers than there are. Larger tiles would load less for each multiply-add, but so many vector operations
 * in one method exceed the JIT's limits, at which it boxes every vector. CPUs with 16 registers take four rows of two vectors.
 * Small tiles are loops of one method: each for itself is so small that the JIT would inline it, and with all that is around it
 * reach those limits.
 */
final class Tiles {

    private static final ClassName SLAB = Names.model("Slab");

    private static final String INTO_PANEL = "intoPanel";

    /** The heights of small tiles. */
    private static final List<Integer> SMALL = List.of(4, 1);

    /** The variables that tell where the operands of a tile begin. */
    private record Starts(String a, String b, String d, String c) {}

    private static final Starts TALL_TILE = new Starts("a0", "b0", "d0", "c0");
    private static final Starts SMALL_TILE = new Starts("i", "j", "m", "n");

    private final Dialect dialect;

    /** The tiles of one dialect. */
    Tiles(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The methods of the given strips and of the tiles that they are made of. */
    List<MethodSpec> methods(Iterable<Strip> strips) {
        Map<String, MethodSpec> methods = new LinkedHashMap<>();
        for (Strip strip : strips) {
            if (strip.panel() > 0) {
                methods.computeIfAbsent(INTO_PANEL, name -> intoPanel());
            }
            if (strip.isTall()) {
                strip.small().forEach(small -> methods.computeIfAbsent(small.method(), name -> small(small)));
                methods.computeIfAbsent(strip.method(), name -> tall(strip));
                methods.computeIfAbsent(strip.tile(), name -> tile(strip));
            } else {
                methods.computeIfAbsent(strip.method(), name -> small(strip));
            }
        }
        return List.copyOf(methods.values());
    }

    private MethodSpec.Builder strip(Strip strip) {
        return method(strip.method())
                .addJavadoc(
                        "c[row][..] = d[row][..] + sum over k of $L * b[k][..], $L numbers wide.",
                        strip.transposed() ? "a[k][row]" : "a[row][k]",
                        dialect.step(strip.vectors()))
                .addParameter(int.class, "rows")
                .addParameters(Strip.parameters(strip.distances()));
    }

    /** Tiles of four rows, then single rows, whose distances are parameters. */
    private MethodSpec small(Strip strip) {
        Strides known = strip.distances();
        MethodSpec.Builder method = strip(strip).addStatement("int r = 0");
        for (int height : SMALL) {
            method.beginControlFlow(
                    "for (; $L; $L)",
                    height == 1 ? "r < rows" : "r + " + height + " <= rows",
                    height == 1 ? "r++" : "r += " + height);
            method.addStatement(
                    "int $L = a0 + $L, $L = b0, $L = d0 + r * $L, $L = c0 + r * $L",
                    SMALL_TILE.a(),
                    strip.transposed() ? "r" : "r * " + known.a(),
                    SMALL_TILE.b(),
                    SMALL_TILE.d(),
                    known.d(),
                    SMALL_TILE.c(),
                    known.c());
            tile(method, strip, height, known, SMALL_TILE);
            method.endControlFlow();
        }
        return method.build();
    }

    /** Tall tiles, and the rest through small ones. */
    private MethodSpec tall(Strip strip) {
        Strides known = strip.distances();
        MethodSpec.Builder method = strip(strip);
        if (strip.panel() > 0) {
            method.addParameter(Names.FLOATS, Strip.PANEL)
                    .addStatement(
                            "$L($L, depth, b, b0, $L, $L, $L)",
                            INTO_PANEL,
                            dialect.step(strip.vectors()),
                            known.b(),
                            Strip.PANEL,
                            strip.panel());
        }
        if (strip.tall() > Strip.SMALL) {
            method.addStatement("int r = 0");
            method.beginControlFlow("for (; MANY_REGISTERS && r + $1L <= rows; r += $1L)", strip.tall());
            method.addStatement("$L($L)", strip.tile(), arguments(strip, "r", strip.read(), 0));
            method.endControlFlow();
            return smallTiles(method, strip, "(rows - r) / 4 * 4", "r").build();
        }
        method.beginControlFlow("if (!MANY_REGISTERS)");
        smallTiles(method, strip, "rows / 4 * 4", "0");
        method.addStatement("return");
        method.endControlFlow();
        method.beginControlFlow("for (int r = 0; r + $1L <= rows; r += $1L)", strip.tall());
        method.addStatement("$L($L)", strip.tile(), arguments(strip, "r", strip.read(), 0));
        method.endControlFlow();
        return method.build();
    }

    private MethodSpec.Builder smallTiles(MethodSpec.Builder method, Strip strip, String rows, String from) {
        int column = 0;
        for (Strip small : strip.small()) {
            method.addStatement("$L($L,$W$L)", small.method(), rows, arguments(strip, from, small.distances(), column));
            column += small.vectors();
        }
        return method;
    }

    /**
     * What a strip gives to tiles.
     *
     * @param row the row that they begin with, a name or 0
     * @param ofTile the distances of rows as the tile knows them
     * @param vector the vector of columns that they begin with
     */
    private CodeBlock arguments(Strip strip, String row, Strides ofTile, int vector) {
        Strides known = strip.read();
        CodeBlock.Builder code = CodeBlock.builder().add("depth");
        operand(code, "a", "a0" + behind(row, strip.transposed() ? "1" : known.a()), known.a(), ofTile.a());
        if (strip.panel() > 0) {
            operand(code, Strip.PANEL, CodeBlock.of("$T.FIRST$L", SLAB, columns(vector)), known.b(), ofTile.b());
        } else {
            operand(code, "b", "b0" + columns(vector), known.b(), ofTile.b());
        }
        operand(code, "d", "d0" + behind(row, known.d()) + columns(vector), known.d(), ofTile.d());
        operand(code, "c", "c0" + behind(row, known.c()) + columns(vector), known.c(), ofTile.c());
        return code.build();
    }

    /** The distance of a row, to be added to an index. */
    private static String behind(String row, String stride) {
        if (row.equals("0") || stride.equals("0")) {
            return "";
        }
        return " + " + row + (stride.equals("1") ? "" : " * " + stride);
    }

    private String columns(int vectors) {
        return vectors == 0 ? "" : " + " + dialect.step(vectors);
    }

    private static void operand(CodeBlock.Builder code, String array, Object start, String stride, String ofTile) {
        code.add(",$W$L,$W$L", array, start);
        step(code, stride, ofTile);
    }

    private static void step(CodeBlock.Builder code, String stride, String ofTile) {
        if (!Strip.isConstant(ofTile)) {
            code.add(",$W$L", stride);
        }
    }

    private MethodSpec intoPanel() {
        return method(INTO_PANEL)
                .addJavadoc("Lays columns of b one row behind the other, where every vector begins at a cache line.")
                .addParameter(int.class, "columns")
                .addParameter(int.class, "depth")
                .addParameter(Names.FLOATS, "b")
                .addParameter(int.class, "b0")
                .addParameter(int.class, "bStep")
                .addParameter(Names.FLOATS, Strip.PANEL)
                .addParameter(int.class, "panelStep")
                .beginControlFlow("for (int k = 0; k < depth; k++)")
                .addStatement("int from = b0 + k * bStep")
                .addStatement("int to = $T.FIRST + k * panelStep", SLAB)
                .beginControlFlow("for (int c = 0; c < columns; c += $L)", dialect.step(1))
                .addStatement(dialect.store(dialect.load("b", "from + c"), Strip.PANEL, "to + c"))
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private MethodSpec tile(Strip strip) {
        MethodSpec.Builder method = method(strip.tile()).addParameters(Strip.parameters(strip.read()));
        tile(method, strip, strip.tall(), strip.read(), TALL_TILE);
        return method.build();
    }

    private void tile(MethodSpec.Builder method, Strip strip, int rows, Strides known, Starts starts) {
        boolean variable = !strip.transposed() && !Strip.isConstant(known.a());
        String a = starts.a();
        String b = starts.b();
        for (int r = 1; r < rows && variable; r++) {
            method.addStatement("int a$L = $L$L", r, a, plus(r, known.a()));
        }
        for (int r = 0; r < rows; r++) {
            int row = r;
            loads(method, strip, v -> sum(row, v), "d", v -> at(starts.d(), row, known.d(), v));
        }
        method.beginControlFlow(loop(strip, known));
        loads(method, strip, v -> "v" + v, "b", v -> at(b, 0, "", v));
        for (int r = 0; r < rows; r++) {
            int row = r;
            // Indexes that run with k, or differ by constants, are checked once for many: the JIT sees through nothing
            // else.
            String element = variable
                    ? (r == 0 ? a : "a" + r) + " + k"
                    : a + (strip.transposed() ? plus(r, "1") : plus(r, known.a()));
            method.addStatement("$T x$L = $L", dialect.type(), r, dialect.broadcast("a[" + element + "]"));
            method.addStatement(line(
                    strip,
                    "; ",
                    v -> CodeBlock.of("$L$L", sum(row, v) + " = ", dialect.fma("x" + row, "v" + v, sum(row, v)))));
        }
        if (strip.transposed() && !Strip.isConstant(known.a())) {
            method.addStatement("$L += $L", a, known.a());
        }
        method.addStatement("$L += $L", b, known.b());
        method.endControlFlow();
        for (int r = 0; r < rows; r++) {
            int row = r;
            method.addStatement(line(
                    strip, "; ", v -> dialect.store(sum(row, v), "c", at(starts.c(), row, known.c(), v))));
        }
    }

    /** Declares a vector for each one of a strip's width, two in a statement, which is as long as a line; numbers all in one. */
    private void loads(
            MethodSpec.Builder method, Strip strip, IntFunction<String> name, String array, IntFunction<String> index) {
        int together = dialect == Dialect.VECTOR ? 2 : strip.vectors();
        for (int first = 0; first < strip.vectors(); first += together) {
            method.addStatement(
                    "$T $L",
                    dialect.type(),
                    IntStream.range(first, Math.min(first + together, strip.vectors()))
                            .mapToObj(v -> CodeBlock.of("$L = $L", name.apply(v), dialect.load(array, index.apply(v))))
                            .collect(CodeBlock.joining(", ")));
        }
    }

    // An index that is the loop's variable costs no instruction of its own.
    private static String loop(Strip strip, Strides known) {
        if (!Strip.isConstant(known.a())) {
            return "for (int k = 0; k < depth; k++)";
        }
        return strip.transposed()
                ? "for (int end = a0 + depth * " + known.a() + "; a0 < end; a0 += " + known.a() + ")"
                : "for (int end = a0 + depth; a0 < end; a0++)";
    }

    /** What a row of the tile does with each of its vectors, on one line. */
    private static CodeBlock line(Strip strip, String separator, IntFunction<CodeBlock> part) {
        return IntStream.range(0, strip.vectors()).mapToObj(part).collect(CodeBlock.joining(separator));
    }

    private static String sum(int row, int vector) {
        return "s" + row + vector;
    }

    private String at(String base, int row, String stride, int vector) {
        return base + plus(row, stride) + columns(vector);
    }

    /** So many times a distance, to be added to an index. */
    static String plus(int times, String distance) {
        if (times == 0 || distance.equals("0")) {
            return "";
        }
        if (Strip.isConstant(distance)) {
            return " + " + times * Integer.parseInt(distance);
        }
        return " + " + (times == 1 ? "" : times + " * ") + distance;
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }
}
