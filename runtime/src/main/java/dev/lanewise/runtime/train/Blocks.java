package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Gradient;
import dev.lanewise.runtime.model.GradientSet;

/**
 * Gradients cut into blocks of a fixed size, so that threads can share what is to be done with them, and no bit depends on how
 * many they are. A block is a range of one gradient's {@link Gradient#extent}.
 */
final class Blocks {

    /** Four arrays of so many floats lie in a core's own cache. */
    private static final int SIZE = 1 << 13;

    private final GradientSet gradients;
    private final boolean whole;

    /** The first block of each gradient, and behind it how many there are. */
    private final int[] first;

    private long numbers;

    /**
     * Blocks of gradients.
     *
     * @param whole whether sparse gradients are taken as dense ones, all rows of them
     */
    Blocks(GradientSet gradients, boolean whole) {
        this.gradients = gradients;
        this.whole = whole;
        this.first = new int[gradients.all().size() + 1];
        measure();
    }

    /** Takes note of how many rows have occurred. */
    void measure() {
        numbers = 0;
        for (int p = 0; p + 1 < first.length; p++) {
            int extent = extent(p);
            first[p + 1] = first[p] + (extent + unit(p) - 1) / unit(p);
            numbers += (long) extent * (byRow(p) ? gradients.at(p).parameter().stride() : 1);
        }
    }

    private boolean byRow(int p) {
        return !whole && gradients.at(p).sparse();
    }

    private int extent(int p) {
        if (!gradients.at(p).parameter().spec().trained()) {
            return 0;
        }
        return byRow(p) ? gradients.at(p).extent() : gradients.at(p).values().length;
    }

    /** How much of an extent a block is. */
    private int unit(int p) {
        return byRow(p) ? Math.max(1, SIZE / gradients.at(p).parameter().stride()) : SIZE;
    }

    /** How many blocks there are. */
    int count() {
        return first[first.length - 1];
    }

    /** Whether there is so little to do that one thread does it sooner than it could wake another. */
    boolean small() {
        return numbers <= 2 * SIZE;
    }

    /** The gradient that a block is of. */
    int parameter(int block) {
        int p = 0;
        while (first[p + 1] <= block) {
            p++;
        }
        return p;
    }

    /** Where a block of a gradient begins. */
    int from(int p, int block) {
        return (block - first[p]) * unit(p);
    }

    /** Where a block of a gradient ends. */
    int to(int p, int block) {
        return Math.min(extent(p), from(p, block) + unit(p));
    }
}
