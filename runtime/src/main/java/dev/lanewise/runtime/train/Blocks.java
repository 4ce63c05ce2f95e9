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

    /** How much of a gradient there is to treat; negative where as many rows as occurred. */
    private final int[] extents;

    /** How much of an extent a block is. */
    private final int[] units;

    /** How many numbers a part of an extent has. */
    private final int[] strides;

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
        int count = gradients.size();
        extents = new int[count];
        units = new int[count];
        strides = new int[count];
        first = new int[count + 1];
        for (int p = 0; p < count; p++) {
            Gradient gradient = gradients.at(p);
            boolean byRow = !whole && gradient.sparse();
            boolean trained = gradient.parameter().spec().trained();
            extents[p] = !trained ? 0 : byRow ? -1 : gradient.size();
            strides[p] = byRow ? gradient.parameter().stride() : 1;
            units[p] = Math.max(1, SIZE / strides[p]);
        }
        measure();
    }

    /** Takes note of how many rows have occurred. */
    void measure() {
        numbers = 0;
        for (int p = 0; p < units.length; p++) {
            int extent = extent(p);
            first[p + 1] = first[p] + (extent + units[p] - 1) / units[p];
            numbers += (long) extent * strides[p];
        }
    }

    /** How much of a gradient there is to treat. */
    int extent(int p) {
        return extents[p] < 0 ? gradients.at(p).extent() : extents[p];
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
        return (block - first[p]) * units[p];
    }

    /** Where a block of a gradient ends. */
    int to(int p, int block) {
        return Math.min(extent(p), from(p, block) + units[p]);
    }
}
