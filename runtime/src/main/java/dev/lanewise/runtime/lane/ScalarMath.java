package dev.lanewise.runtime.lane;

import static dev.lanewise.runtime.lane.Lanes.fma;

/**
 * The scalar twin of the activations: the very operations that generated kernels perform, one number at a time, so that all give the
 * same bits on every machine with a fused multiply-add.
 *
 * <p>Sources: the rational tanh is the minimax fit that Eigen and XLA use (an odd polynomial of degree 13 over an even one of
 * degree 6); exp and log follow Cephes (Moshier), reduced by powers of two.
 */
public final class ScalarMath {

    /** Beyond it tanh is 1 to within a float. */
    public static final float TANH_MAX = 7.90531110763549805f;

    /** The same at the other end. */
    public static final float TANH_MIN = -TANH_MAX;

    /**
     * Bits of magnitudes are ordered as the magnitudes are. With this added, those of infinity are the largest integer, and those
     * of NaN negative, so that a minimum leaves them alone.
     */
    public static final int RAISE = Integer.MAX_VALUE - 0x7f800000;

    /** The bits of {@link #TANH_MAX}, raised. */
    public static final int TANH_MAX_RAISED = Float.floatToRawIntBits(TANH_MAX) + RAISE;

    public static final float TANH_P13 = -2.76076847742355e-16f;
    public static final float TANH_P11 = 2.00018790482477e-13f;
    public static final float TANH_P9 = -8.60467152213735e-11f;
    public static final float TANH_P7 = 5.12229709037114e-08f;
    public static final float TANH_P5 = 1.48572235717979e-05f;
    public static final float TANH_P3 = 6.37261928875436e-04f;
    public static final float TANH_P1 = 4.89352455891786e-03f;
    public static final float TANH_Q6 = 1.19825839466702e-06f;
    public static final float TANH_Q4 = 1.18534705686654e-04f;
    public static final float TANH_Q2 = 2.26843463243900e-03f;
    public static final float TANH_Q0 = 4.89352518554385e-03f;

    /** The range and the coefficients of tanh(x / 2) as a function of x: scaled by powers of two, which is exact, so all bits agree. */
    public static final float SIGMOID_MAX = 2 * TANH_MAX;

    public static final float SIGMOID_MIN = -SIGMOID_MAX;

    /** The bits of {@link #SIGMOID_MAX}, raised. */
    public static final int SIGMOID_MAX_RAISED = Float.floatToRawIntBits(SIGMOID_MAX) + RAISE;

    public static final float SIGMOID_P13 = TANH_P13 * 0x1p-12f;
    public static final float SIGMOID_P11 = TANH_P11 * 0x1p-10f;
    public static final float SIGMOID_P9 = TANH_P9 * 0x1p-8f;
    public static final float SIGMOID_P7 = TANH_P7 * 0x1p-6f;
    public static final float SIGMOID_P5 = TANH_P5 * 0x1p-4f;
    public static final float SIGMOID_P3 = TANH_P3 * 0x1p-2f;
    public static final float SIGMOID_P1 = TANH_P1;
    public static final float SIGMOID_Q6 = TANH_Q6 * 0x1p-6f;
    public static final float SIGMOID_Q4 = TANH_Q4 * 0x1p-4f;
    public static final float SIGMOID_Q2 = TANH_Q2 * 0x1p-2f;
    public static final float SIGMOID_Q0 = TANH_Q0;

    /** Below it exp underflows to a subnormal number, which is flushed to e^EXP_MIN; above EXP_MAX it would overflow. */
    public static final float EXP_MIN = -87.33654f;

    public static final float EXP_MAX = 88.37626f;
    public static final float LOG2_E = 1.44269504f;
    /** Adding 1.5 * 2^23 rounds to the nearest integer and leaves that integer in the low bits. */
    public static final float ROUND = 12582912f;

    public static final float MINUS_LN2_HIGH = -0.693359375f;
    public static final float MINUS_LN2_LOW = 2.12194440e-4f;
    public static final float EXP_5 = 1.9875691500e-4f;
    public static final float EXP_4 = 1.3981999507e-3f;
    public static final float EXP_3 = 8.3334519073e-3f;
    public static final float EXP_2 = 4.1665795894e-2f;
    public static final float EXP_1 = 1.6666665459e-1f;
    public static final float EXP_0 = 5.0000001201e-1f;

    /** Below it the logarithm of kernels is that of the smallest normal number. */
    public static final float LOG_MIN = Float.MIN_NORMAL;

    public static final float LOG_MAX = Float.MAX_VALUE;
    public static final float LN2_HIGH = -MINUS_LN2_HIGH;
    public static final float LN2_LOW = -MINUS_LN2_LOW;
    public static final float LOG_8 = 7.0376836292e-2f;
    public static final float LOG_7 = -1.1514610310e-1f;
    public static final float LOG_6 = 1.1676998740e-1f;
    public static final float LOG_5 = -1.2420140846e-1f;
    public static final float LOG_4 = 1.4249322787e-1f;
    public static final float LOG_3 = -1.6668057665e-1f;
    public static final float LOG_2 = 2.0000714765e-1f;
    public static final float LOG_1 = -2.4999993993e-1f;
    public static final float LOG_0 = 3.3333331174e-1f;

    private ScalarMath() {}

    /** The hyperbolic tangent, maximal absolute error 3e-7, never beyond 1; NaN stays NaN. */
    public static float tanh(float x) {
        float c = Math.max(TANH_MIN, Math.min(TANH_MAX, x));
        float s = c * c;
        float p = fma(s, TANH_P13, TANH_P11);
        p = fma(p, s, TANH_P9);
        p = fma(p, s, TANH_P7);
        p = fma(p, s, TANH_P5);
        p = fma(p, s, TANH_P3);
        p = fma(p, s, TANH_P1);
        float q = fma(s, TANH_Q6, TANH_Q4);
        q = fma(q, s, TANH_Q2);
        q = fma(q, s, TANH_Q0);
        return p * c / q;
    }

    /**
     * The logistic function 1 / (1 + e^-x), computed as (1 + tanh(x / 2)) / 2; maximal absolute error 2e-7. Kernels scale the
     * coefficients of tanh in place of x.
     */
    public static float sigmoid(float x) {
        return fma(tanh(x * 0.5f), 0.5f, 0.5f);
    }

    /** e^x, relative error 1e-7; clamped to the range of normal floats, infinities too; NaN stays NaN. */
    public static float exp(float x) {
        float c = Math.max(EXP_MIN, Math.min(EXP_MAX, x));
        float t = fma(c, LOG2_E, ROUND);
        float n = t - ROUND;
        float r = fma(n, MINUS_LN2_HIGH, c);
        r = fma(n, MINUS_LN2_LOW, r);
        float p = fma(r, EXP_5, EXP_4);
        p = fma(p, r, EXP_3);
        p = fma(p, r, EXP_2);
        p = fma(p, r, EXP_1);
        p = fma(p, r, EXP_0);
        float y = fma(p, r * r, r) + 1f;
        return y * Float.intBitsToFloat((Float.floatToRawIntBits(t) << 23) + 0x3f800000);
    }

    /** The natural logarithm of a positive normal number, relative error 1e-7; NaN and infinity stay what they are. */
    public static float log(float x) {
        if (!(x < Float.POSITIVE_INFINITY)) {
            return x;
        }
        int bits = Float.floatToRawIntBits(x);
        // A mantissa in [sqrt(1/2), sqrt(2)) keeps the polynomial short.
        int exponent = (bits - 0x3f3504f3) >> 23;
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1f;
        float s = f * f;
        float p = fma(LOG_8, f, LOG_7);
        p = fma(p, f, LOG_6);
        p = fma(p, f, LOG_5);
        p = fma(p, f, LOG_4);
        p = fma(p, f, LOG_3);
        p = fma(p, f, LOG_2);
        p = fma(p, f, LOG_1);
        p = fma(p, f, LOG_0);
        float y = p * f * s;
        y = fma(exponent, LN2_LOW, y);
        y = fma(-0.5f, s, y);
        return fma(exponent, LN2_HIGH, f + y);
    }
}
