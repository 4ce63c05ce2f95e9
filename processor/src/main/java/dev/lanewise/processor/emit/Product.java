package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.function.BiConsumer;

/**
 * A matrix product c[row][column] = start + sum over k of a[row][k] * b[k][column], cut into strips of columns. The strips run
 * over all rows before the next strip begins, so that a strip of weights is read from memory once.
 *
 * @param rows the number of rows: a constant or a name
 * @param depth the number of steps of every sum: a constant or a name
 * @param a the operand that is broadcast
 * @param start what the sums start from
 * @param c where the sums go
 * @param turning whether the kernel's parameter {@value #FROM_RIGHT} tells which way single rows run
 */
public record Product(String rows, String depth, A a, Block start, Block c, boolean turning) {

    /** The parameter of kernels whose single rows run by turns from the right, so that they begin with weights that are cached. */
    public static final String FROM_RIGHT = "fromRight";

    /** The vectors of a panel of packed weights, and of the widest strips. */
    public static final int PANEL = 4;

    /** So many steps of four vectors take 32 KB. */
    private static final int DEPTH = 128;

    /** From more rows on, a product of an operand's columns goes block by block. */
    private static final int FEW_ROWS = 1024;

    /** So many columns of the 512 rows that such an operand has take 512 KB, half of a second-level cache. */
    private static final int ROW_BLOCK = 256;

    /**
     * The operand of which one number at a time is broadcast.
     *
     * @param array its array
     * @param start where it begins
     * @param stride the distance of its rows
     * @param transposed whether the depth runs down its columns rather than along its rows
     * @param hot whether the product is large enough to deserve tiles of its own
     * @param blocks the parts of its rows that count
     */
    public record A(String array, String start, String stride, boolean transposed, boolean hot, Blocks blocks) {

        /** An operand whose rows are the rows of the product. */
        public static A rows(String array, String start, int stride) {
            return rows(array, start, "" + stride);
        }

        /** The same with a stride that only the data tell. */
        public static A rows(String array, String start, String stride) {
            return new A(array, start, stride, false, false, Blocks.ONE);
        }

        /** An operand whose columns are the rows of the product. */
        public static A columns(String array, String start, String stride) {
            return new A(array, start, stride, true, false, Blocks.ONE);
        }

        /** The same that begins elsewhere. */
        A from(String other) {
            return new A(array, other, stride, transposed, hot, Blocks.ONE);
        }

        /** The same in a large product. */
        public A hot(boolean isHot) {
            return new A(array, start, stride, transposed, isHot, blocks);
        }

        /** The same of which blocks count, each of which is as long as the depth or, transposed, as the product's rows. */
        public A blocks(int count, int apart, int turn) {
            return new A(array, start, stride, transposed, hot, new Blocks(count, apart, turn));
        }
    }

    /**
     * A block of a matrix.
     *
     * @param array its array
     * @param start where it begins
     * @param stride the distance of its rows; 0 for the same row again and again
     */
    public record Block(String array, String start, String stride) {

        /** The same that begins elsewhere. */
        Block from(String other) {
            return new Block(array, other, stride);
        }
    }

    /** A product whose rows run from left to right. */
    public Product(String rows, String depth, A a, Block start, Block c) {
        this(rows, depth, a, start, c, false);
    }

    /** A product that adds to what is there. */
    public static Product adding(String rows, String depth, A a, Block c) {
        return new Product(rows, depth, a, c, c);
    }

    /** The same whose single rows run the way that the kernel's parameter {@value #FROM_RIGHT} tells. */
    public Product turning(boolean isTurning) {
        return new Product(rows, depth, a, start, c, isTurning);
    }

    /**
     * Emits the product with a weight matrix of constant width, packed by the runtime's {@code Panels}: panels of {@value #PANEL}
     * vectors, or one as wide as the matrix.
     *
     * @param b the array of the packed weights
     * @param at where they begin
     * @param steps the depth of the panels, that of all blocks
     * @param columns the width, whole vectors
     */
    public void panels(Emitter emitter, CodeBlock.Builder code, String b, String at, int steps, int columns) {
        SmallProduct small = new SmallProduct(emitter, this);
        int width = Math.min(PANEL * emitter.lanes(), columns);
        if (small.fits("" + columns)) {
            small.panel(code, b, at, columns);
        } else {
            eachBlock(
                    code,
                    (product, several) -> product.panels(
                            emitter,
                            code,
                            b + ", " + (several ? at + " + gate * " + times(product.depth, width) : at),
                            new Panels(width, width * steps, columns)));
        }
    }

    /**
     * Packed weights.
     *
     * @param width of a panel, the distance of its rows
     * @param apart the distance of panels
     * @param columns of all
     */
    private record Panels(int width, int apart, int columns) {

        /** Where the vectors of column {@code c} begin. */
        String column() {
            return columns == width ? "c" : "c / " + width + " * " + apart + " + c % " + width;
        }
    }

    private void panels(Emitter emitter, CodeBlock.Builder code, String b, Panels panels) {
        int columns = panels.columns();
        String matrix = b + " + " + panels.column();
        for (Cut cut : Cut.all(emitter, columns, widest(emitter))) {
            cut.loop(emitter, code, () -> blocks(emitter, code, cut.vectors(), matrix, "" + panels.width()));
        }
        if (isTall(emitter) && !restIsEmpty()) {
            int pairs = Cut.whole(emitter, columns, 2);
            singleRows(emitter, code, pairs, b, panels);
            if (pairs < columns) {
                Cut.of(1, pairs, columns)
                        .loop(emitter, code, () -> rest().blocks(emitter, code, 1, matrix, "" + panels.width()));
            }
        }
    }

    /** The most vectors of a strip. */
    private int widest(Emitter emitter) {
        return isTall(emitter) ? PANEL : 2;
    }

    /** Emits one product for all blocks where they lie side by side, otherwise one after the other. */
    private void eachBlock(CodeBlock.Builder code, BiConsumer<Product, Boolean> emit) {
        Blocks blocks = a.blocks();
        int size = blocks.count() == 1 ? 0 : Integer.parseInt(a.transposed() ? rows : depth);
        if (size == blocks.apart() && blocks.turn() == 0) {
            emit.accept(
                    new Product(
                            a.transposed() ? times(rows, blocks.count()) : rows,
                            a.transposed() ? depth : times(depth, blocks.count()),
                            a.from(a.start()),
                            start,
                            c,
                            turning),
                    false);
            return;
        }
        code.beginControlFlow("for (int gate = 0; gate < $L; gate++)", blocks.count());
        emit.accept(
                new Product(
                        rows,
                        depth,
                        a.from(a.start() + " + " + blocks.place()),
                        a.transposed() ? ofGate(start) : start,
                        a.transposed() ? ofGate(c) : c,
                        turning),
                true);
        code.endControlFlow();
    }

    private Block ofGate(Block sums) {
        return sums.from("gate * " + times(rows, Integer.parseInt(sums.stride())));
    }

    private static String times(String size, int count) {
        return count == 1 ? size : "" + count * Integer.parseInt(size);
    }

    /**
     * Emits the product with a row-major matrix. A large one of an operand's columns lays strips of the matrix into the kernel's
     * array {@code panel}: all its tiles read them from there.
     *
     * @param b array and start of the matrix, the column to be added
     * @param columns its width, padded to whole vectors: a constant, or a name where only the data tell
     * @param step the distance of its rows
     */
    public void rowMajor(Emitter emitter, CodeBlock.Builder code, String b, String start, String columns, String step) {
        SmallProduct small = new SmallProduct(emitter, this);
        if (small.fits(columns)) {
            small.rowMajor(code, b, start, Integer.parseInt(columns), step);
        } else {
            eachBlock(code, (product, several) -> product.strips(emitter, code, b, start, columns, step));
        }
    }

    private void strips(Emitter emitter, CodeBlock.Builder code, String b, String start, String columns, String step) {
        String matrix = b + ", " + Index.plus(start, "c");
        if (!Strip.isConstant(columns)) {
            stripsOfAnyWidth(emitter, code, matrix, columns, step);
            return;
        }
        if (isTall(emitter) && a.transposed() && Integer.parseInt(rows) > FEW_ROWS) {
            rowsInBlocks(emitter, code, matrix, columns, step);
        } else {
            cuts(emitter, code, matrix, columns, step);
        }
        if (isTall(emitter) && !restIsEmpty()) {
            rest().strips(emitter, code, b, start, columns, step);
        }
    }

    private void cuts(Emitter emitter, CodeBlock.Builder code, String matrix, String columns, String step) {
        for (Cut cut : Cut.all(emitter, Integer.parseInt(columns), widest(emitter))) {
            cut.loop(emitter, code, () -> blocks(emitter, code, cut.vectors(), matrix, step));
        }
    }

    /** All columns of some rows, then of the next ones: what they read of a stays in the second-level cache. */
    private void rowsInBlocks(Emitter emitter, CodeBlock.Builder code, String matrix, String columns, String step) {
        int whole = Integer.parseInt(wholeRows());
        code.beginControlFlow("for (int r = 0; r < $1L; r += $2L)", whole, ROW_BLOCK);
        String count = whole % ROW_BLOCK == 0 ? "" + ROW_BLOCK : "Math.min(" + ROW_BLOCK + ", " + whole + " - r)";
        Block from = start.from(Index.behind(start.start(), "r", start.stride()));
        Block to = c.from(Index.behind(c.start(), "r", c.stride()));
        new Product(count, depth, a.from(Index.behind(a.start(), "r", "1")), from, to)
                .cuts(emitter, code, matrix, columns, step);
        code.endControlFlow();
    }

    private void stripsOfAnyWidth(Emitter emitter, CodeBlock.Builder code, String matrix, String columns, String step) {
        if (emitter.dialect() == Dialect.SCALAR) {
            Cut cut = Cut.scalars(columns);
            cut.loop(emitter, code, () -> blocks(emitter, code, cut.vectors(), matrix, step));
            return;
        }
        code.addStatement("int c = 0");
        for (int vectors = 2; vectors > 0; vectors--) {
            code.beginControlFlow(
                    "for (; c + $1L <= $2L; c += $1L)", emitter.dialect().step(vectors), columns);
            blocks(emitter, code, vectors, matrix, step);
            code.endControlFlow();
        }
    }

    private boolean isTall(Emitter emitter) {
        return emitter.dialect() == Dialect.VECTOR && emitter.lanes() > 8 && a.hot();
    }

    /** Emits the rows that tall strips of pairs leave of a product with panels, one by one. */
    private void singleRows(Emitter emitter, CodeBlock.Builder code, int columns, String b, Panels panels) {
        if (columns == 0) {
            return;
        }
        emitter.rowTile(turning, columns % (PANEL * emitter.lanes()) > 0);
        code.beginControlFlow("for (int r = $L; r < $L; r++)", wholeRows(), rows);
        code.addStatement(
                "row($L$L, $L,$W$L, $L + r * $L,$W$L, $L, $L,$W$L, $L,$W$L, $L)",
                turning ? FROM_RIGHT + ", " : "",
                columns,
                depth,
                a.array(),
                a.start(),
                a.stride(),
                b,
                panels.width(),
                panels.apart(),
                start.array(),
                start.start() + (start.stride().equals("0") ? "" : " + r * " + start.stride()),
                c.array(),
                c.start() + " + r * " + c.stride());
        code.endControlFlow();
    }

    private String wholeRows() {
        return Strip.isConstant(rows) ? "" + Integer.parseInt(rows) / 4 * 4 : rows + " / 4 * 4";
    }

    private boolean restIsEmpty() {
        return Strip.isConstant(rows) && Integer.parseInt(rows) % 4 == 0;
    }

    /** The rows that tall strips of pairs leave of a product with a row-major matrix: too few for tiles of their own. */
    private Product rest() {
        String whole = wholeRows();
        return new Product(
                Strip.isConstant(rows) ? "" + Integer.parseInt(rows) % 4 : rows + " % 4",
                depth,
                a.from(Index.behind(a.start(), whole, a.transposed() ? "1" : a.stride()))
                        .hot(false),
                start.from(Index.behind(start.start(), whole, start.stride())),
                c.from(Index.behind(c.start(), whole, c.stride())));
    }

    /** A strip in one go, or in blocks of its depth that stay in the first-level cache while all rows pass. */
    private void blocks(Emitter emitter, CodeBlock.Builder code, int vectors, String b, String step) {
        if (emitter.dialect() == Dialect.VECTOR && a.transposed() && start.equals(c) && !rows.equals("1")) {
            parts(emitter, code, vectors, b, step);
            return;
        }
        int steps = isTall(emitter) ? Integer.parseInt(depth) : 0;
        if (steps <= DEPTH) {
            strip(emitter, code, vectors, b, step, start.stride());
            return;
        }
        // Where only the first block starts from elsewhere, all share a tile that is told where.
        String from = start.stride().equals(c.stride()) ? c.stride() : Strip.VARIABLE_START;
        int next = 0;
        if (!start.equals(c)) {
            block(0, DEPTH, start).strip(emitter, code, vectors, b, step, from);
            next = DEPTH;
        }
        if (steps - next <= DEPTH) {
            String where = Index.plus(b, "" + next * Integer.parseInt(step));
            block(next, steps - next, c).strip(emitter, code, vectors, where, step, from);
            return;
        }
        code.beginControlFlow("for (int k = $L; k < $L; k += $L)", next, steps, DEPTH);
        String count = steps % DEPTH == 0 ? "" + DEPTH : "Math.min(" + DEPTH + ", " + steps + " - k)";
        new Product(rows, count, a.from(a.start() + " + k"), c, c)
                .strip(emitter, code, vectors, b + " + k * " + step, step, from);
        code.endControlFlow();
    }

    /** A strip of sums over as many rows as there are, part by part, each of which adds to the one before. */
    private void parts(Emitter emitter, CodeBlock.Builder code, int vectors, String b, String step) {
        code.beginControlFlow(
                "for (int k = 0, part = $T.part($L); k < $L; k += part)", Names.model("Slab"), depth, depth);
        String count = "Math.min(part, " + depth + " - k)";
        new Product(rows, count, a.from(Index.behind(a.start(), "k", a.stride())), c, c)
                .strip(emitter, code, vectors, b + " + k * " + step, step, c.stride());
        code.endControlFlow();
    }

    private Product block(int k, int steps, Block sums) {
        return new Product(rows, "" + steps, a.from(Index.plus(a.start(), "" + k)), sums, c);
    }

    private void strip(Emitter emitter, CodeBlock.Builder code, int vectors, String b, String step, String from) {
        boolean tall = isTall(emitter);
        Strip.Strides strides = new Strip.Strides(a.stride(), step, from, c.stride());
        int panel = tall && a.transposed() ? vectors * emitter.lanes() : 0;
        Strip strip = new Strip(a.transposed(), vectors, tall ? strides : null, panel);
        code.addStatement(
                "$L($L, $L, $L,$W$L,$W$L,$W$L$L)",
                emitter.strip(strip),
                rows,
                depth,
                operand(a.array() + ", " + a.start(), tall, a.stride()),
                operand(b, tall, step),
                operand(
                        start.array() + ", " + Index.plus(start.start(), "c"),
                        tall && Strip.isConstant(from),
                        start.stride()),
                operand(c.array() + ", " + Index.plus(c.start(), "c"), tall, c.stride()),
                panel == 0 ? "" : ", " + Strip.PANEL);
    }

    // A strip with tall tiles knows the distances of rows.
    private static String operand(String arrayAndStart, boolean known, String stride) {
        return known ? arrayAndStart : arrayAndStart + ", " + stride;
    }
}
