package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns that are cut into strips of one width.
 *
 * @param vectors the width of a strip, in vectors; in the scalar dialect, in numbers
 * @param from the first column
 * @param to the end of the columns
 */
record Cut(int vectors, String from, String to) {

    /** The numbers of a strip of the scalar dialect. */
    private static final int SCALARS = 4;

    /**
     * Cuts columns into strips as wide as may be, and into one of the vectors that are left.
     *
     * @param columns how many, whole vectors
     * @param widest the most vectors of a strip
     */
    static List<Cut> all(Emitter emitter, int columns, int widest) {
        if (emitter.dialect() == Dialect.SCALAR) {
            return List.of(scalars("" + columns));
        }
        List<Cut> cuts = new ArrayList<>();
        int whole = whole(emitter, columns, widest);
        if (whole > 0) {
            cuts.add(of(widest, 0, whole));
        }
        if (whole < columns) {
            cuts.add(of((columns - whole) / emitter.lanes(), whole, columns));
        }
        return cuts;
    }

    /** Constant columns. */
    static Cut of(int vectors, int from, int to) {
        return new Cut(vectors, "" + from, "" + to);
    }

    /** All columns, a constant or a name, in the scalar dialect. */
    static Cut scalars(String columns) {
        return new Cut(SCALARS, "0", columns);
    }

    /** The columns that whole groups of so many vectors cover. */
    static int whole(Emitter emitter, int columns, int vectors) {
        int group = vectors * emitter.lanes();
        return columns / group * group;
    }

    /** The loop over the strips, whose first columns are {@code c}. */
    void loop(Emitter emitter, CodeBlock.Builder code, Runnable strip) {
        code.beginControlFlow(
                "for (int c = $L; c < $L; c += $L)", from, to, emitter.dialect().step(vectors));
        strip.run();
        code.endControlFlow();
    }
}
