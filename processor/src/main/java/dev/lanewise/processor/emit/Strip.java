package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Comparator;
import java.util.List;

/**
 * A strip of columns of a product: which method it is, and which tiles it is made of.
 *
 * @param transposed whether the depth runs down the columns of the broadcast operand, so that a tile's rows are neighbours
 * @param stride the distance of that operand's rows where tall tiles shall have it as a constant; 0 otherwise
 * @param vectors the width in vectors
 * @param tall whether tall tiles are worth their code
 */
record Strip(boolean transposed, int stride, int vectors, boolean tall) implements Comparable<Strip> {

    /** The rows of a tall tile. */
    static final int TALL = 6;

    private static final Comparator<Strip> ORDER = Comparator.comparing(Strip::transposed)
            .thenComparing(Strip::stride)
            .thenComparing(Strip::tall, Comparator.reverseOrder())
            .thenComparing(Strip::vectors, Comparator.reverseOrder());

    /** The method of the strip. */
    String method() {
        return "strip" + vectors + suffix(TALL);
    }

    /** The method of its tiles of so many rows. */
    String tile(int rows) {
        return "tile" + rows + "x" + vectors + suffix(rows);
    }

    private String suffix(int rows) {
        if (transposed) {
            return "Transposed";
        }
        return tall && rows > 4 ? "Stride" + stride : "";
    }

    /** The heights of its tiles, tallest first. */
    List<Integer> heights() {
        return tall ? List.of(TALL, 4, 1) : List.of(4, 1);
    }

    /** The parameter of the strip that tells how the broadcast operand lies; "" for none. */
    String strideParameter() {
        return tileParameter(TALL);
    }

    /** The same of its tiles of so many rows. */
    String tileParameter(int rows) {
        return transposed ? "aStep" : tall && rows > 4 ? "" : "aRow";
    }

    /** What a strip gives to its tiles of so many rows for that. */
    String strideArgument(int rows) {
        String parameter = tileParameter(rows);
        if (parameter.isEmpty()) {
            return "";
        }
        return (tall && !transposed ? "" + stride : parameter) + ", ";
    }

    /** Where the broadcast operand of row r begins. */
    String rowOffset() {
        return transposed ? "r" : "r * " + (tall ? "" + stride : "aRow");
    }

    // Indexes that run with k, or differ by constants, are checked once for many: the JIT sees through nothing else.
    CodeBlock element(int rows, int row) {
        if (tileParameter(rows).equals("aRow")) {
            return CodeBlock.of("a[a$L + k]", row);
        }
        int distance = transposed ? row : row * stride;
        return distance == 0 ? CodeBlock.of("a[a0]") : CodeBlock.of("a[a0 + $L]", distance);
    }

    @Override
    public int compareTo(Strip other) {
        return ORDER.compare(this, other);
    }
}
