package dev.lanewise.processor.emit;

import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A strip of columns of a product: which method it is, and which tiles it is made of.
 *
 * @param transposed whether the depth runs down the columns of the broadcast operand, so that a tile's rows are neighbours
 * @param vectors the width in vectors
 * @param strides the distances of rows, where tall tiles shall have them as constants; null where those are not worth their code
 * @param panel the width of the panel that the strip's columns of b are laid into before the tiles read them; 0 for none
 */
record Strip(boolean transposed, int vectors, @Nullable Strides strides, int panel) implements Comparable<Strip> {

    private static final int MOST_ROWS = 8;

    /** Rows that small tiles take together; tall ones leave no more of them. */
    static final int SMALL = 4;

    /** The distance of rows where the sums start, for tall tiles that do not have it as a constant. */
    static final String VARIABLE_START = "dRow";

    /** The name of the array with the panel, in kernels and strips. */
    static final String PANEL = "panel";

    private static final Comparator<Strip> ORDER = Comparator.comparing(Strip::transposed)
            .thenComparing(strip -> strip.suffix(strip.strides()))
            .thenComparing(Strip::vectors, Comparator.reverseOrder());

    /**
     * The distances of rows, each a constant or the name of a parameter; products of the same distances share tiles.
     *
     * @param a in the operand that is broadcast
     * @param b in the operand that is loaded
     * @param d where the sums start from
     * @param c where the sums go
     */
    record Strides(String a, String b, String d, String c) {

        /** The same distances with another one in the operand that is loaded. */
        private Strides by(String other) {
            return new Strides(a, other, d, c);
        }

        private String suffix() {
            return "From" + a + "By" + b + (d.equals(c) ? "" : "Plus" + (isConstant(d) ? d : "")) + "To" + c;
        }
    }

    @Override
    public int compareTo(Strip other) {
        return ORDER.compare(this, other);
    }

    /** The method of the strip. */
    String method() {
        return "strip" + vectors + suffix(strides);
    }

    /** Whether it has tiles of its own. */
    boolean isTall() {
        return strides != null;
    }

    /** The method of its tall tiles. */
    String tile() {
        return "tile" + tall() + "x" + vectors + suffix(read());
    }

    /** The rows of its tall tiles: eight of one or two vectors, four of three or four. */
    int tall() {
        return vectors > 2 ? SMALL : MOST_ROWS;
    }

    /** The strips of small tiles, of two vectors at most, that stand beside each other in its place. */
    List<Strip> small() {
        return IntStream.iterate(vectors, left -> left > 0, left -> left - 2)
                .mapToObj(left -> new Strip(transposed, Math.min(2, left), null, 0))
                .toList();
    }

    private String suffix(@Nullable Strides constants) {
        return (transposed ? "Transposed" : "") + (constants == null ? "" : constants.suffix());
    }

    /** The distances of rows as the strip's method knows them. */
    Strides distances() {
        return strides == null ? new Strides(transposed ? "aStep" : "aRow", "bStep", VARIABLE_START, "cRow") : strides;
    }

    /** The distances of rows in what the tiles read. */
    Strides read() {
        return panel == 0 ? distances() : distances().by("" + panel);
    }

    /** The parameters of a method that knows such distances: those that are no constants have to be given. */
    static List<ParameterSpec> parameters(Strides known) {
        List<ParameterSpec> parameters = new ArrayList<>();
        number(parameters, "depth");
        operand(parameters, "a", known.a());
        operand(parameters, "b", known.b());
        operand(parameters, "d", known.d());
        operand(parameters, "c", known.c());
        return parameters;
    }

    private static void operand(List<ParameterSpec> parameters, String name, String stride) {
        parameters.add(ParameterSpec.builder(Names.FLOATS, name).build());
        number(parameters, name + "0");
        if (!isConstant(stride)) {
            number(parameters, stride);
        }
    }

    private static void number(List<ParameterSpec> parameters, String name) {
        parameters.add(ParameterSpec.builder(int.class, name).build());
    }

    /** Whether a distance is known while the code is written. */
    static boolean isConstant(String stride) {
        return Character.isDigit(stride.charAt(0));
    }
}
