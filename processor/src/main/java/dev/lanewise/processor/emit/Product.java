package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Set;
import java.util.TreeSet;

/**
 * A matrix product c[row][column] += sum over k of a[row][k] * b[k][column], cut into strips of columns. The strips run over
 * all rows before the next strip begins, so that a strip of weights is read from memory once.
 *
 * @param rows the number of rows: a constant or a name
 * @param depth the number of steps of every sum: a constant or a name
 * @param a the operand that is broadcast: array, start, distance of rows, distance of steps
 * @param c the sums: array, start without the column, distance of rows
 */
public record Product(String rows, String depth, A a, C c) {

    /** The operand of which one number at a time is broadcast. */
    public record A(String array, String start, String row, String step) {}

    /** Where the sums are. */
    public record C(String array, String start, String row) {}

    /**
     * Emits the product with a weight matrix of constant width that is packed in panels.
     *
     * @param columns the width, a multiple of four times the lanes
     * @param panel the width of a panel
     */
    public void panels(Emitter emitter, CodeBlock.Builder code, String b, int columns, int panel) {
        int whole = columns / panel * panel;
        int k = Integer.parseInt(depth);
        if (whole > 0) {
            String at = whole == panel ? "c" : "c / " + panel + " * " + panel * k + " + c % " + panel;
            onlyFours(emitter, code, "0", whole, operand(b, at, panel));
        }
        if (whole < columns) {
            String at = whole == 0 ? "c" : whole * k + " + c - " + whole;
            onlyFours(emitter, code, String.valueOf(whole), columns, operand(b, at, columns - whole));
        }
    }

    private static String operand(String array, String at, int step) {
        return array + ", " + at + ", " + step;
    }

    private void onlyFours(Emitter emitter, CodeBlock.Builder code, String from, int to, String b) {
        code.beginControlFlow(
                "for (int c = $L; c < $L; c += $L)", from, to, emitter.dialect().step(4));
        strip(emitter, code, 4, b);
        code.endControlFlow();
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
        Set<Integer> strips = strips(emitter, columns);
        if (strips.equals(Set.of(4))) {
            code.beginControlFlow(
                    "for (int c = 0; c < $L; c += $L)",
                    columns,
                    emitter.dialect().step(4));
            strip(emitter, code, 4, operand);
            code.endControlFlow();
            return;
        }
        code.addStatement("int c = 0");
        for (int vectors : Tiles.STRIPS) {
            if (strips.contains(vectors)) {
                String width = emitter.dialect().step(vectors);
                code.beginControlFlow("for (; c + $L <= $L; c += $L)", width, columns, width);
                strip(emitter, code, vectors, operand);
                code.endControlFlow();
            }
        }
    }

    // A narrower CPU has more vectors in a row and so other strips: all that can occur are emitted.
    private Set<Integer> strips(Emitter emitter, String columns) {
        if (emitter.dialect() == Dialect.SCALAR) {
            return Set.of(4);
        }
        if (!columns.chars().allMatch(Character::isDigit)) {
            return Set.of(4, 2, 1);
        }
        Set<Integer> strips = new TreeSet<>();
        for (int width = emitter.lanes(); width >= 4; width /= 2) {
            int vectors = Integer.parseInt(columns) / width;
            if (vectors >= 4) {
                strips.add(4);
            }
            if (vectors % 4 >= 2) {
                strips.add(2);
            }
            if (vectors % 2 == 1) {
                strips.add(1);
            }
        }
        return strips;
    }

    private void strip(Emitter emitter, CodeBlock.Builder code, int vectors, String b) {
        code.addStatement(
                "$L($L, $L, $L, $L, $L, $L, $L,$W$L, $L, $L)",
                emitter.strip(vectors),
                rows,
                depth,
                a.array(),
                a.start(),
                a.row(),
                a.step(),
                b,
                c.array(),
                plusColumn(c.start()),
                c.row());
    }

    private static String plusColumn(String start) {
        return start.equals("0") ? "c" : start + " + c";
    }
}
