package dev.lanewise.runtime.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The activations against double precision, over floats of every size, within what their Javadoc promises. */
final class ScalarMathTest {

    /** About a million floats of either sign and every exponent. */
    private static final int STEP = 4099;

    private interface FloatFunction {
        float of(float x);
    }

    /** The largest error over the floats between two bounds, divided by the true value if it is to be relative. */
    private static double worst(
            FloatFunction function, DoubleUnaryOperator truth, boolean relative, float from, float to) {
        double worst = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STEP) {
            float x = Float.intBitsToFloat((int) bits);
            if (x >= from && x <= to) {
                double expected = truth.applyAsDouble(x);
                double off = Math.abs(function.of(x) - expected);
                worst = Math.max(worst, relative && off > 0 ? off / Math.abs(expected) : off);
            }
        }
        return worst;
    }

    private static void within(double bound, double worst) {
        assertTrue(worst <= bound, () -> "off by " + worst + ", promised was " + bound);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void tanhIsWithinItsBound() {
        within(3e-7, worst(ScalarMath::tanh, Math::tanh, false, -Float.MAX_VALUE, Float.MAX_VALUE));
    }

    @Test
    void sigmoidIsWithinItsBound() {
        within(2e-7, worst(ScalarMath::sigmoid, ScalarMathTest::logistic, false, -Float.MAX_VALUE, Float.MAX_VALUE));
    }

    @Test
    void expIsWithinItsBound() {
        within(1e-7, worst(ScalarMath::exp, Math::exp, true, ScalarMath.EXP_MIN, ScalarMath.EXP_MAX));
    }

    @Test
    void logIsWithinItsBound() {
        within(1e-7, worst(ScalarMath::log, Math::log, true, Float.MIN_NORMAL, Float.MAX_VALUE));
    }

    @Test
    void tanhAndSigmoidStayBetweenTheirLimits() {
        for (float x : new float[] {8f, 20f, 1e10f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertEquals(1f, ScalarMath.tanh(x), 3e-7f);
            assertTrue(ScalarMath.tanh(x) <= 1f);
            assertEquals(-ScalarMath.tanh(x), ScalarMath.tanh(-x));
            assertTrue(ScalarMath.sigmoid(x) <= 1f);
            assertTrue(ScalarMath.sigmoid(-x) >= 0f);
        }
    }

    @Test
    void zerosKeepTheirSign() {
        assertEquals(0f, ScalarMath.tanh(0f));
        assertEquals(-0f, ScalarMath.tanh(-0f));
        assertEquals(0.5f, ScalarMath.sigmoid(-0f));
        assertEquals(1f, ScalarMath.exp(-0f));
        assertEquals(0f, ScalarMath.log(1f));
    }

    @Test
    void expIsClampedToNormalNumbers() {
        float largest = ScalarMath.exp(ScalarMath.EXP_MAX);
        float smallest = ScalarMath.exp(ScalarMath.EXP_MIN);
        assertTrue(largest < Float.POSITIVE_INFINITY && largest > 1e38f);
        assertTrue(smallest >= Float.MIN_NORMAL && smallest < 1.2e-38f);
        for (float x : new float[] {100f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertEquals(largest, ScalarMath.exp(x));
            assertEquals(smallest, ScalarMath.exp(-x));
        }
    }

    @Test
    void nothingTurnsNanIntoANumber() {
        assertTrue(Float.isNaN(ScalarMath.tanh(Float.NaN)));
        assertTrue(Float.isNaN(ScalarMath.sigmoid(Float.NaN)));
        assertTrue(Float.isNaN(ScalarMath.exp(Float.NaN)));
        assertTrue(Float.isNaN(ScalarMath.log(Float.NaN)));
        assertEquals(Float.POSITIVE_INFINITY, ScalarMath.log(Float.POSITIVE_INFINITY));
    }
}
