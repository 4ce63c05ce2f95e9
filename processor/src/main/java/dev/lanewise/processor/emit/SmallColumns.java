package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.function.IntFunction;

/** A small product with an operand's columns, such as the gradient of weights: so many rows of sums at a time that all have registers. */
final class SmallColumns {

    /** Vectors of sums, beside which one of either operand has a register on every CPU. */
    private static final int MOST_SUMS = 13;

    private final Emitter emitter;
    private final Dialect in;
    private final Product product;
    private final Blocks blocks;
    private final int rows;

    /** How many parts the rows of a block are cut into, or else how many blocks run together. */
    private final int parts;

    private final int together;
    private final int sums;

    /** How many columns there are, and how many vectors of them run together. */
    private final int columns;

    private final int wide;

    SmallColumns(Emitter emitter, Product product, int vectors) {
        this.emitter = emitter;
        this.in = emitter.dialect();
        this.product = product;
        this.blocks = product.a().blocks();
        this.rows = Integer.parseInt(product.rows());
        this.parts = parts(rows);
        this.together = parts > 1 ? 1 : together(blocks, rows);
        this.sums = together * rows / parts;
        this.columns = vectors * emitter.lanes();
        this.wide = sums * vectors <= MOST_SUMS ? vectors : 1;
    }

    private static int parts(int rows) {
        int parts = 1;
        while (rows % parts != 0 || rows / parts > MOST_SUMS) {
            parts++;
        }
        return parts;
    }

    /** Some blocks can run together only as they lie, all of them also if they are turned. */
    private static int together(Blocks blocks, int rows) {
        int all = blocks.count();
        int together = all;
        while (together > 1
                && (all % together != 0 || together * rows > MOST_SUMS || blocks.turn() > 0 && together < all)) {
            together--;
        }
        return together;
    }

    /**
     * Emits the product.
     *
     * @param b a vector of row r of the operand that is loaded
     */
    void emit(CodeBlock.Builder code, IntFunction<CodeBlock> b) {
        boolean loops = together < blocks.count();
        if (loops) {
            String next = together == 1 ? "gate++" : "gate += " + together;
            code.beginControlFlow("for (int gate = 0; gate < $L; $L)", blocks.count(), next);
        }
        if (parts > 1) {
            code.beginControlFlow("for (int u = 0; u < $L; u += $L)", rows, sums);
        }
        code.beginControlFlow("for (int c = 0; c < $L; c += $L)", columns / wide, in.step(1));
        each((q, v) ->
                code.addStatement(in.declare(name(q, v), in.load(product.start().array(), sum(q, v)))));
        code.beginControlFlow("for (int r = 0; r < $L; r++)", product.depth());
        for (int v = 0; v < wide; v++) {
            code.addStatement(in.declare(vector(v), b.apply(v)));
        }
        for (int q = 0; q < sums; q++) {
            row(code, q);
        }
        code.endControlFlow();
        each((q, v) -> code.addStatement(in.store(name(q, v), product.c().array(), sum(q, v))));
        code.endControlFlow();
        if (parts > 1) {
            code.endControlFlow();
        }
        if (loops) {
            code.endControlFlow();
        }
    }

    /** A step of a row of sums. */
    private void row(CodeBlock.Builder code, int row) {
        CodeBlock x = in.broadcast(element(row));
        if (wide > 1) {
            code.addStatement(in.declare("x" + row, x));
            x = CodeBlock.of("x$L", row);
        }
        for (int v = 0; v < wide; v++) {
            code.addStatement("$L = $L", name(row, v), in.fma(x, vector(v), name(row, v)));
        }
    }

    private interface Step {
        void emit(int row, int vector);
    }

    private void each(Step step) {
        for (int q = 0; q < sums; q++) {
            for (int v = 0; v < wide; v++) {
                step.emit(q, v);
            }
        }
    }

    private String name(int row, int vector) {
        return "s" + row + (wide > 1 ? vector : "");
    }

    private String vector(int vector) {
        return "v" + (wide > 1 ? vector : "");
    }

    private String sum(int row, int vector) {
        int stride = Integer.parseInt(product.c().stride());
        return Index.sum(
                product.c().start(),
                together < blocks.count() ? Index.times("gate", "" + rows * stride) : "",
                parts > 1 ? Index.times("u", "" + stride) : "",
                "c",
                row * stride + vector * emitter.lanes());
    }

    /** The number that belongs to a row of sums. */
    private String element(int row) {
        boolean loops = together < blocks.count();
        int block = loops ? row / rows : (row / rows + blocks.turn()) % blocks.count();
        String at = Index.sum(
                product.a().start(),
                Index.times("r", product.a().stride()),
                loops ? blocks.place() : "",
                parts > 1 ? "u" : "",
                block * blocks.apart() + row % rows);
        return product.a().array() + "[" + at + "]";
    }
}
