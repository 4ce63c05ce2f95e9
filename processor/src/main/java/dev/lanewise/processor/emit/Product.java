package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * A matrix product c[row][column] = start + sum over k of a[row][k] * b[k][column], cut into strips of columns. The strips run
 * over all rows before the next strip begins, so that a strip of weights is read from memory once.
 *
 * @param rows the number of rows: a constant or a name
 * @param depth the number of steps of every sum: a constant or a name
 * @param a the operand that is broadcast
 * @param start what the sums start from
 * @param c where the sums go
 */
public record Product(String rows, String depth, A a, Block start, Block c) {

    /**
     * The operand of which one number at a time is broadcast.
     *
     * @param array its array
     * @param start where it begins
     * @param stride the distance of its rows
     * @param transposed whether the depth runs down its columns rather than along its rows
     * @param hot whether the product is large enough to deserve tiles of its own
     */
    public record A(String array, String start, String stride, boolean transposed, boolean hot) {

        /** An operand whose rows are the rows of the product. */
        public static A rows(String array, String start, int stride) {
            return rows(array, start, "" + stride);
        }

        /** The same with a stride that only the data tell. */
        public static A rows(String array, String start, String stride) {
            return new A(array, start, stride, false, false);
        }

        /** An operand whose columns are the rows of the product. */
        public static A columns(String array, String start, String stride) {
            return new A(array, start, stride, true, false);
        }

        /** The same in a large product. */
        public A hot(boolean isHot) {
            return new A(array, start, stride, transposed, isHot);
        }
    }

    /**
     * A block of a matrix.
     *
     * @param array its array
     * @param start where it begins
     * @param stride the distance of its rows; 0 for the same row again and again
     */
    public record Block(String array, String start, String stride) {}

    /** A product that adds to what is there. */
    public static Product adding(String rows, String depth, A a, Block c) {
        return new Product(rows, depth, a, c, c);
    }

    /**
     * Emits the product with a weight matrix of constant width, packed by the runtime's {@code Panels}: panels of three vectors
     * and then of two; a matrix of one vector is a panel of its own.
     *
     * @param b the packed weights
     * @param columns the width, whole vectors
     */
    public void panels(Emitter emitter, CodeBlock.Builder code, String b, int columns) {
        int vectors = columns / emitter.lanes();
        int threes = threes(vectors) * 3 * emitter.lanes();
        panels(emitter, code, b, 0, threes, 3);
        panels(emitter, code, b, threes, columns, Math.min(2, vectors));
    }

    /** How many strips of three vectors there are among so many vectors; the others are pairs, since a single one is slow. */
    private static int threes(int vectors) {
        int pairs = (3 - vectors % 3) % 3;
        return vectors == 1 ? 0 : (vectors - 2 * pairs) / 3;
    }

    private void panels(Emitter emitter, CodeBlock.Builder code, String b, int from, int to, int vectors) {
        if (from == to) {
            return;
        }
        int panel = vectors * emitter.lanes();
        int k = Integer.parseInt(depth);
        String column = from == 0 ? "c" : "(c - " + from + ")";
        String at = to - from == panel
                ? from == 0 ? "c" : from * k + " + c - " + from
                : (from == 0 ? "" : from * k + " + ") + column + " / " + panel + " * " + panel * k + " + " + column
                        + " % " + panel;
        String step = emitter.dialect().step(stripOf(emitter, vectors));
        code.beginControlFlow("for (int c = $L; c < $L; c += $L)", from, to, step);
        strip(emitter, code, stripOf(emitter, vectors), b + ", " + at + ", " + panel);
        code.endControlFlow();
    }

    // Four numbers of the scalar twin go into every panel.
    private static int stripOf(Emitter emitter, int vectors) {
        return emitter.dialect() == Dialect.SCALAR ? 4 : vectors;
    }

    /**
     * Emits the product with a row-major matrix.
     *
     * @param b array and start of the matrix, the column to be added
     * @param columns its width, padded to whole vectors: a constant, or a name where only the data tell
     * @param step the distance of its rows
     */
    public void rowMajor(Emitter emitter, CodeBlock.Builder code, String b, String start, String columns, String step) {
        String operand = b + ", " + plusColumn(start) + ", " + step;
        List<Integer> strips = strips(emitter, columns);
        if (strips.size() == 1) {
            int only = strips.get(0);
            code.beginControlFlow(
                    "for (int c = 0; c < $L; c += $L)",
                    columns,
                    emitter.dialect().step(only));
            strip(emitter, code, only, operand);
            code.endControlFlow();
            return;
        }
        code.addStatement("int c = 0");
        for (int vectors : strips) {
            String width = emitter.dialect().step(vectors);
            String limit = vectors == 3 && !strips.contains(1) ? "" + threes(emitter, columns) : columns;
            code.beginControlFlow("for (; c + $L <= $L; c += $L)", width, limit, width);
            strip(emitter, code, vectors, operand);
            code.endControlFlow();
        }
    }

    // A narrower CPU has more vectors in a row; strips of the planned width stay whole numbers of them.
    private List<Integer> strips(Emitter emitter, String columns) {
        if (emitter.dialect() == Dialect.SCALAR) {
            return List.of(4);
        }
        if (!columns.chars().allMatch(Character::isDigit)) {
            return List.of(3, 2, 1);
        }
        int vectors = Integer.parseInt(columns) / emitter.lanes();
        if (vectors <= 2) {
            return List.of(vectors);
        }
        return vectors % 3 == 0 ? List.of(3) : threes(vectors) == 0 ? List.of(2) : List.of(3, 2);
    }

    private static int threes(Emitter emitter, String columns) {
        return threes(Integer.parseInt(columns) / emitter.lanes()) * 3 * emitter.lanes();
    }

    private void strip(Emitter emitter, CodeBlock.Builder code, int vectors, String b) {
        boolean tall = emitter.dialect() == Dialect.VECTOR && emitter.lanes() > 8 && a.hot();
        int stride = tall && !a.transposed() ? Integer.parseInt(a.stride()) : 0;
        Strip strip = new Strip(a.transposed(), stride, vectors, tall);
        code.addStatement(
                "$L($L, $L, $L, $L,$W$L$L,$W$L, $L, $L,$W$L, $L, $L)",
                emitter.strip(strip),
                rows,
                depth,
                a.array(),
                a.start(),
                strip.strideParameter().isEmpty() ? "" : a.stride() + ", ",
                b,
                start.array(),
                plusColumn(start.start()),
                start.stride(),
                c.array(),
                plusColumn(c.start()),
                c.stride());
    }

    private static String plusColumn(String start) {
        return start.equals("0") ? "c" : start + " + c";
    }
}
