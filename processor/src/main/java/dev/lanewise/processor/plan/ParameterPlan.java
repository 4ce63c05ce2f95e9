package dev.lanewise.processor.plan;

/**
 * One parameter of the model.
 *
 * @param name its state-dict name
 * @param annotation the annotation that declares it
 * @param constant the name of the generated constant that holds its index
 * @param rows the number of rows where fixed; the number of the lookup table; of tags that of the head
 * @param rowsOf what rows stand for
 * @param columns the number of columns; 0 for a vector
 * @param width the size of the last of three dimensions, which the columns include; otherwise 0
 * @param stride the distance of rows in memory
 * @param fanIn the n of the initialisation uniform in ±1/sqrt(n); 0 for another one
 * @param bound half the width of a uniform initialisation that no fan-in decides; 0 for the standard normal one, {@link
 *     #COUNTED} for none
 */
public record ParameterPlan(
        String name,
        String annotation,
        String constant,
        int rows,
        Rows rowsOf,
        int columns,
        int width,
        int stride,
        int fanIn,
        float bound) {

    /** As many columns as rows; the runtime's {@code ParameterSpec.AS_ROWS}. */
    public static final int AS_ROWS = -1;

    /** The bound of numbers that are counted in the training data. */
    public static final float COUNTED = -1f;

    /** A parameter whose initialisation is normal or depends on its fan-in. */
    public ParameterPlan(
            String name,
            String annotation,
            String constant,
            int rows,
            Rows rowsOf,
            int columns,
            int width,
            int stride,
            int fanIn) {
        this(name, annotation, constant, rows, rowsOf, columns, width, stride, fanIn, 0f);
    }

    /** Whether its numbers are counted in the training data and not trained. */
    public boolean counted() {
        return bound == COUNTED;
    }

    /** What rows stand for; the names are those of the runtime's {@code ParameterSpec.Rows}. */
    public enum Rows {
        FIXED,
        LOOKUP,
        TAGS
    }
}
