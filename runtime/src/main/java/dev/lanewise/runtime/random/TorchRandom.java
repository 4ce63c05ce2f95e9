package dev.lanewise.runtime.random;

import java.util.Objects;

/**
 * The random numbers of PyTorch's default CPU generator: after the same seed, the same calls in the same order draw
 * the same weights as {@code torch.manual_seed(seed)} does.
 *
 * <p>Source: PyTorch 1.13, {@code ATen/CPUGeneratorImpl}, {@code ATen/core/DistributionsHelper.h} and
 * {@code ATen/native/cpu/DistributionTemplates.h}. Uniform numbers equal PyTorch's to the bit. Normal ones go through
 * logarithm, sine and cosine, which PyTorch takes from the platform: here they come from {@link StrictMath}, so that
 * every JDK and machine gives the same bits, which are within one float rounding or two of PyTorch's.
 *
 * <p>An instance holds the state of the generator: it is not safe for use by several threads at once.
 */
public final class TorchRandom {

    /** From this many elements on, PyTorch fills a normal tensor in blocks. */
    private static final int BLOCK = 16;

    private static final int MASK_24 = (1 << 24) - 1;
    private static final long MASK_53 = (1L << 53) - 1;

    private final MersenneTwister generator;
    private double spareNormal;
    private boolean hasSpareNormal;

    /**
     * A generator in the state that {@code torch.manual_seed(seed)} leaves behind.
     *
     * @param seed any number; like PyTorch, only its low 32 bits count
     */
    public TorchRandom(long seed) {
        generator = new MersenneTwister((int) seed);
    }

    /**
     * {@code tensor.uniform_(lo, hi)} on a float tensor of {@code count} elements; takes one output an element.
     *
     * @param out where the numbers go, from index {@code from} on
     * @param from first index written
     * @param count number of elements, may be 0
     * @param lo lower bound
     * @param hi upper bound, not smaller than {@code lo}
     * @throws IndexOutOfBoundsException if {@code out} does not hold {@code from + count} elements
     * @throws IllegalArgumentException if the bounds are not finite or stand in the wrong order
     */
    public void uniform(float[] out, int from, int count, float lo, float hi) {
        Objects.checkFromIndexSize(from, count, out.length);
        float width = hi - lo;
        if (!(width >= 0) || Float.isInfinite(width)) {
            throw new IllegalArgumentException(
                    "uniform numbers need finite bounds with lo <= hi, not [" + lo + ", " + hi + ")");
        }
        for (int i = from; i < from + count; i++) {
            // The sum is PyTorch's accumulation type, double, and is rounded once.
            out[i] = (float) ((generator.next() & MASK_24) * 0x1p-24 * width + lo);
        }
    }

    /**
     * {@code tensor.normal_()}, which is also {@code torch.randn}: standard normal numbers. PyTorch draws tensors of
     * fewer than 16 elements in another way than larger ones, so one call here must stand for one whole tensor.
     *
     * @param out where the numbers go, from index 0 on
     * @param count number of elements of the tensor, may be 0
     * @throws IndexOutOfBoundsException if {@code out} does not hold {@code count} elements
     */
    public void normal(float[] out, int count) {
        normal(out, 0, count);
    }

    /**
     * As {@link #normal(float[], int)}, written from index {@code from} on.
     *
     * @param out where the numbers go
     * @param from first index written
     * @param count number of elements of the tensor, may be 0
     * @throws IndexOutOfBoundsException if {@code out} does not hold {@code from + count} elements
     */
    public void normal(float[] out, int from, int count) {
        Objects.checkFromIndexSize(from, count, out.length);
        if (count < BLOCK) {
            for (int i = from; i < from + count; i++) {
                out[i] = (float) nextNormal();
            }
            return;
        }
        uniform(out, from, count, 0, 1);
        int end = from + count;
        for (int block = from; block + BLOCK <= end; block += BLOCK) {
            transformBlock(out, block);
        }
        if (count % BLOCK != 0) {
            // PyTorch draws the last 16 again, over elements that are finished already.
            uniform(out, end - BLOCK, BLOCK, 0, 1);
            transformBlock(out, end - BLOCK);
        }
    }

    /** Box and Muller on pairs of doubles; the sine waits for the next call, across tensors. */
    private double nextNormal() {
        if (hasSpareNormal) {
            hasSpareNormal = false;
            return spareNormal;
        }
        double angle = 2 * Math.PI * nextDouble();
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        spareNormal = radius * StrictMath.sin(angle);
        hasSpareNormal = true;
        return radius * StrictMath.cos(angle);
    }

    private double nextDouble() {
        long high = generator.next();
        long low = generator.next() & 0xffffffffL;
        return ((high << 32 | low) & MASK_53) * 0x1p-53;
    }

    /** Box and Muller on 16 uniform floats in place: the first 8 give the radii, the last 8 the angles. */
    private static void transformBlock(float[] x, int at) {
        for (int j = at; j < at + BLOCK / 2; j++) {
            float radius = (float) Math.sqrt(-2f * (float) StrictMath.log(1 - x[j]));
            float angle = (float) (2 * Math.PI) * x[j + BLOCK / 2];
            x[j] = radius * (float) StrictMath.cos(angle);
            x[j + BLOCK / 2] = radius * (float) StrictMath.sin(angle);
        }
    }
}
