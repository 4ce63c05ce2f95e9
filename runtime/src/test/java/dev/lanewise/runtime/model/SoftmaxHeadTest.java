package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.lane.ScalarMath;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The best tag is that of the log-probabilities, which are computed when somebody asks for them or the outputs do not tell. */
final class SoftmaxHeadTest {

    @Test
    void theBestTagIsThatOfTheLogProbabilities() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            float[] outputs = new float[1 + random.nextInt(5)];
            float first = (float) random.nextGaussian() * (random.nextBoolean() ? 1f : 1e4f);
            for (int tag = 0; tag < outputs.length; tag++) {
                // Some are equal, some differ by less than what rounding takes.
                outputs[tag] = first + random.nextInt(3) * Math.ulp(first) * random.nextInt(4);
                outputs[tag] += random.nextInt(3) == 0 ? (float) random.nextGaussian() * 1e-5f : 0f;
            }
            int best = new Outputs(outputs.clone()).best(0);
            assertEquals(bestOfLogarithms(new Outputs(outputs)), best);
        }
    }

    @Test
    void infinitiesAndWhatIsNoNumberLeaveTheLogProbabilitiesTheirWord() {
        float[] odd = {
            0f, 1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -Float.MAX_VALUE
        };
        for (float a : odd) {
            for (float b : odd) {
                for (float c : odd) {
                    int best = new Outputs(a, b, c).best(0);
                    assertEquals(bestOfLogarithms(new Outputs(a, b, c)), best, a + " " + b + " " + c);
                }
            }
        }
    }

    @Test
    void logarithmsWaitUntilTheyAreAskedFor() {
        Outputs head = new Outputs(1f, 3f, 2f);
        assertEquals(1, head.best(0));
        assertTrue(head.raw);
        float[] scores = new float[3];
        head.logProbabilities(0, scores);
        assertFalse(head.raw);
        assertEquals(-0.4076, scores[1], 1e-4);
    }

    private static int bestOfLogarithms(Outputs head) {
        float[] scores = head.scores();
        int best = 0;
        for (int tag = 1; tag < scores.length; tag++) {
            best = scores[tag] > scores[best] ? tag : best;
        }
        return best;
    }

    /** One word; the log-softmax is that of generated code. */
    private static final class Outputs extends SoftmaxHead {
        private final float[] outputs;
        private boolean raw = true;

        private Outputs(float... outputs) {
            this.outputs = outputs;
            fresh();
        }

        @Override
        protected float[] outputs() {
            return outputs;
        }

        @Override
        protected void logSoftmax() {
            raw = false;
            float max = outputs[0];
            for (float output : outputs) {
                max = Math.max(max, output);
            }
            float sum = 0f;
            for (int tag = 0; tag < outputs.length; tag++) {
                outputs[tag] -= max;
                sum += ScalarMath.exp(outputs[tag]);
            }
            float logSum = ScalarMath.log(sum);
            for (int tag = 0; tag < outputs.length; tag++) {
                outputs[tag] -= logSum;
            }
        }

        @Override
        public Packing words() {
            Packing one = new Packing();
            one.pack(new int[] {1}, 1);
            return one;
        }

        @Override
        public int tags() {
            return outputs.length;
        }

        @Override
        public int stride() {
            return outputs.length;
        }

        @Override
        public float[] gradient() {
            return new float[outputs.length];
        }

        @Override
        protected float[] zeroGradient() {
            return new float[outputs.length];
        }
    }
}
