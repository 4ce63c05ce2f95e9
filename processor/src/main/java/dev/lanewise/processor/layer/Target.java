package dev.lanewise.processor.layer;

/**
 * A block of columns that a layer writes its output to, and reads its gradient from.
 *
 * @param matrix the name of the matrix; that of its gradients is the same with {@code Gradient} behind it
 * @param column the first column
 * @param stride the distance of the rows
 */
public record Target(String matrix, int column, int stride) {

    /** The name of the matrix of gradients. */
    public String gradient() {
        return matrix + "Gradient";
    }

    /** The same matrix, some columns further right. */
    public Target right(int columns) {
        return new Target(matrix, column + columns, stride);
    }
}
