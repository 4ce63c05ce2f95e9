package dev.lanewise.runtime.model;

/**
 * One array for the packed weights of a network. What it hands out begins at a cache line, as far as that can be had: the header of an
 * array takes 16 bytes, and the G1 collector puts a large array at the beginning of a region and never moves it. A vector that
 * straddles two lines costs two reads of the first-level cache, and the second-level cache delivers half as much.
 */
public final class Slab {

    /** The numbers of a cache line. */
    private static final int LINE = 16;

    /** The first line behind the header, which takes the place of four numbers. */
    public static final int FIRST = LINE - 4;

    /** So many rows of four vectors of a cache line take 24 KB, which leaves a first-level cache of 32 room for other operands. */
    private static final int MOST_ROWS = 96;

    /** Weights that fill the first-level cache several times over are worth a large array. */
    private static final int WORTH_IT = 1 << 16;

    /** So many numbers are large in this heap. */
    private static final int LARGE = large(Runtime.getRuntime().maxMemory());

    private int size = FIRST;
    private float[] array = new float[0];

    /** Nothing is in it yet. */
    public Slab() {}

    /**
     * How many numbers are large in a heap: more than half a region, whose size is the power of two from the 2048th part of the heap on.
     * Those of regions of up to eight megabytes, which heaps of up to 16 gigabytes have, are the most that is spent on it.
     */
    static int large(long heap) {
        long region = Math.max(1 << 20, Long.highestOneBit(heap - 1 >>> 10));
        return (int) Math.min(1 << 20, region / 2 / Float.BYTES);
    }

    /**
     * Room for a panel: rows that are laid one behind the other from {@link #FIRST} on, so that all their vectors begin at cache
     * lines.
     *
     * @param array what was given before, empty at first
     * @param width the numbers of a row, whole cache lines
     * @return the same array where it is large enough
     */
    public static float[] panel(float[] array, int rows, int width) {
        int wanted = FIRST + rows * width;
        return wanted <= array.length ? array : new float[Math.max(wanted, LARGE)];
    }

    /**
     * How many rows sums run over at a time, so that four vectors of each stay in the first-level cache while all sums of these
     * columns read them: about as many in each part, at most 96.
     */
    public static int part(int rows) {
        int parts = Math.max(1, (rows + MOST_ROWS - 1) / MOST_ROWS);
        return (rows + parts - 1) / parts;
    }

    /**
     * Sets numbers aside.
     *
     * @return where they begin
     * @throws IllegalStateException if {@link #array} was asked for before
     */
    int reserve(int numbers) {
        if (array.length > 0) {
            throw new IllegalStateException("the array is made already");
        }
        int start = size;
        size = Math.addExact(size, (numbers + LINE - 1) / LINE * LINE);
        return start;
    }

    /** The array, which is made when it is first asked for. */
    float[] array() {
        if (array.length == 0) {
            array = new float[size < WORTH_IT ? size : Math.max(size, LARGE)];
        }
        return array;
    }
}
