package dev.lanewise.runtime.lane;

/**
 * Lays rows of a matrix side by side as columns: number by number at first, later by vectors, if a model of this JVM has them. Only
 * time depends on which.
 */
public class Transposer {

    /** Rows that are laid together: they fill half a cache line. */
    private static final int TOGETHER = 8;

    /**
     * Numbers that are laid one by one before vectors take over, some 70 ms of time: to compile those takes longer than loading a
     * model does.
     */
    private static final long YOUTH = 1L << 28;

    // Changed by any thread without a lock: another one may see it later.
    private static Transposer here = new Transposer();
    private static boolean vectors;
    private static long left = YOUTH;

    Transposer() {}

    /** The fastest there is now. */
    public static Transposer here() {
        return here;
    }

    /** Is told that a model of this JVM has vectors. */
    static void vectorsAreThere() {
        vectors = true;
        worked(0);
    }

    private static void worked(long numbers) {
        left -= numbers;
        if (left <= 0 && vectors && here.getClass() == Transposer.class) {
            here = new VectorTransposer();
        }
    }

    /**
     * {@code to[first + k * width + row] = from[at + row * stride + k]}, for all rows and columns {@code k}.
     *
     * @param from the matrix
     * @param at where its first row begins
     * @param stride the distance of its rows
     * @param rows how many rows
     * @param columns how many numbers of each
     * @param to where they go
     * @param first where the first number goes
     * @param width the distance of what were columns
     */
    public void transpose(float[] from, int at, int stride, int rows, int columns, float[] to, int first, int width) {
        int row = 0;
        for (; row + TOGETHER <= rows; row += TOGETHER) {
            eight(from, at + row * stride, stride, columns, to, first + row, width);
        }
        for (; row < rows; row++) {
            int begin = at + row * stride;
            for (int k = 0; k < columns; k++) {
                to[first + row + k * width] = from[begin + k];
            }
        }
        worked((long) rows * columns);
    }

    // Written out, since until vectors take over it is done for every weight after every step of a training.
    private static void eight(float[] from, int at, int stride, int columns, float[] to, int first, int width) {
        int a1 = at + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
        int a4 = a3 + stride;
        int a5 = a4 + stride;
        int a6 = a5 + stride;
        int a7 = a6 + stride;
        int t = first;
        for (int k = 0; k < columns; k++) {
            to[t] = from[at + k];
            to[t + 1] = from[a1 + k];
            to[t + 2] = from[a2 + k];
            to[t + 3] = from[a3 + k];
            to[t + 4] = from[a4 + k];
            to[t + 5] = from[a5 + k];
            to[t + 6] = from[a6 + k];
            to[t + 7] = from[a7 + k];
            t += width;
        }
    }
}
