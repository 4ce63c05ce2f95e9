package dev.lanewise.runtime.eval;

/** Probabilities in the tails of the normal distribution. */
final class NormalTail {

    private static final double SERIES_BELOW = 2;
    private static final int FRACTION_DEPTH = 80;

    private NormalTail() {}

    /**
     * The complementary error function for x from 0: the probability that a normal variable of variance 1/2 is farther than x
     * from 0. By the series 7.1.6 and the continued fraction 7.1.14 of M. Abramowitz and I. Stegun, "Handbook of Mathematical
     * Functions"; relative error below 1e-12.
     */
    static double complementaryError(double x) {
        double density = StrictMath.exp(-x * x) / Math.sqrt(Math.PI);
        if (x < SERIES_BELOW) {
            double term = x;
            double sum = x;
            for (int n = 1; term > sum * 0x1p-54; n++) {
                term *= 2 * x * x / (2 * n + 1);
                sum += term;
            }
            return 1 - 2 * density * sum;
        }
        double fraction = x;
        for (int n = FRACTION_DEPTH; n >= 1; n--) {
            fraction = x + n / (2 * fraction);
        }
        return density / fraction;
    }
}
