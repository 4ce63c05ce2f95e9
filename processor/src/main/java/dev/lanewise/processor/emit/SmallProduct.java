package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.processor.emit.Product.Block;
import java.util.function.IntFunction;

/**
 * A product of a small layer, written out in its kernel: all sums of a row, or a few rows of sums, run side by side. The JIT unrolls
 * loops whose limits are small constants; strips and tiles, which take products of any size, begin for longer than they compute.
 */
final class SmallProduct {

    /** The numbers of a block that a sum of a row runs over, or the rows of sums. */
    private static final int MOST = 16;

    /** The numbers of all blocks: longer chains of additions are to run several rows at a time. */
    private static final int MOST_STEPS = 32;

    /** Vectors of sums in a row, whose chains then fill the units for multiply-adds. */
    private static final int MOST_VECTORS = Product.PANEL;

    private final Emitter emitter;
    private final Dialect in;
    private final Product product;
    private final Blocks blocks;

    SmallProduct(Emitter emitter, Product product) {
        this.emitter = emitter;
        this.in = emitter.dialect();
        this.product = product;
        this.blocks = product.a().blocks();
    }

    /** Whether the product is small, given the number of columns; else it is to be cut into strips. */
    boolean fits(String columns) {
        boolean transposed = product.a().transposed();
        String size = transposed ? product.rows() : product.depth();
        return in == Dialect.VECTOR
                && !product.a().hot()
                && isAtMost(MOST, size)
                && (transposed || isAtMost(MOST_STEPS / blocks.count(), size))
                && isAtMost(MOST_VECTORS * emitter.lanes(), columns);
    }

    private static boolean isAtMost(int most, String size) {
        return Strip.isConstant(size) && Integer.parseInt(size) <= most;
    }

    /**
     * Emits a product with a panel, which takes all columns.
     *
     * @param b its array
     * @param start where it begins
     */
    void panel(CodeBlock.Builder code, String b, String start, int columns) {
        rows(
                code,
                columns / emitter.lanes(),
                v -> in.load(b, Index.sum(start, step() + " * " + columns, "c", v * emitter.lanes())));
    }

    /** Emits a product with a row-major matrix. */
    void rowMajor(CodeBlock.Builder code, String b, String start, int columns, String step) {
        int vectors = columns / emitter.lanes();
        if (product.a().transposed()) {
            IntFunction<CodeBlock> row = v -> in.load(b, Index.sum(start, "r * " + step, "c", v * emitter.lanes()));
            new SmallColumns(emitter, product, vectors).emit(code, row);
        } else {
            rows(code, vectors, v -> in.load(b, Index.sum(start, step() + " * " + step, "c", v * emitter.lanes())));
        }
    }

    /** The number of a step of the depth. */
    private String step() {
        return blocks.count() == 1 ? "k" : "(gate * " + product.depth() + " + k)";
    }

    private void rows(CodeBlock.Builder code, int vectors, IntFunction<CodeBlock> b) {
        code.beginControlFlow("for (int r = 0; r < $L; r++)", product.rows());
        code.beginControlFlow("for (int c = 0; c < $L; c += $L)", emitter.lanes(), in.step(1));
        for (int v = 0; v < vectors; v++) {
            code.addStatement(in.declare("s" + v, in.load(product.start().array(), sum(product.start(), v))));
        }
        if (blocks.count() > 1) {
            code.beginControlFlow("for (int gate = 0; gate < $L; gate++)", blocks.count());
        }
        code.beginControlFlow("for (int k = 0; k < $L; k++)", product.depth());
        String block = blocks.count() > 1 ? blocks.place() : "";
        String at = Index.sum(product.a().start(), Index.times("r", product.a().stride()), block, "k");
        code.addStatement(in.declare("v", in.broadcast(product.a().array() + "[" + at + "]")));
        for (int v = 0; v < vectors; v++) {
            code.addStatement("s$L = $L", v, in.fma("v", b.apply(v), "s" + v));
        }
        code.endControlFlow();
        if (blocks.count() > 1) {
            code.endControlFlow();
        }
        for (int v = 0; v < vectors; v++) {
            code.addStatement(in.store("s" + v, product.c().array(), sum(product.c(), v)));
        }
        code.endControlFlow().endControlFlow();
    }

    private String sum(Block block, int vector) {
        return Index.sum(block.start(), Index.times("r", block.stride()), "c", vector * emitter.lanes());
    }
}
