package dev.lanewise.runtime.hmm;

/** Keeps products of many probabilities in range: by powers of two, so that no digit is lost. */
public final class Scaling {

    private static final double LN_2 = StrictMath.log(2);

    private Scaling() {}

    /**
     * Brings numbers into a range where the largest is from 1 to 2.
     *
     * @param values from 0, not all 0 between {@code from} and {@code to}
     * @param from the first one
     * @param to behind the last one
     * @return the exponent of two that they were divided by
     */
    public static int normalise(double[] values, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, values[i]);
        }
        int exponent = Math.getExponent(largest);
        for (int i = from; i < to; i++) {
            values[i] = Math.scalb(values[i], -exponent);
        }
        return exponent;
    }

    /** The natural logarithm of {@code value} times two to the power of {@code exponent}, the same bits on every machine. */
    public static double log(double value, long exponent) {
        return StrictMath.log(value) + exponent * LN_2;
    }
}
