package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Compares gradients of generated code with central differences, some numbers of every tensor. */
final class GradientCheck {

    private static final int SAMPLES = 24;
    private static final double TOLERANCE = 1e-4;

    /** Far below every gradient that counts; above the noise where a sum of floats cancels out. */
    private static final double NOISE = 2e-8;

    private int checks;
    private double worst;

    /**
     * Checks all tensors, and that both twins have the same bits.
     *
     * @param parameters the tensors as the reference reads them
     * @param vector what the vector twin computed of each
     * @param scalar what the scalar twin computed of each
     * @param loss the reference's loss
     */
    void tensors(
            String what,
            Map<String, double[]> parameters,
            Function<String, float[]> vector,
            Function<String, float[]> scalar,
            DoubleSupplier loss) {
        parameters.forEach((name, numbers) -> {
            float[] gradient = vector.apply(name);
            Flat.assertSameBits(scalar.apply(name), gradient, what + " " + name);
            tensor(what + " " + name, numbers, gradient, loss);
        });
    }

    /** Checks one tensor. */
    void tensor(String what, double[] numbers, float[] gradient, DoubleSupplier loss) {
        assertEquals(numbers.length, gradient.length, what);
        double largest = 0;
        for (float each : gradient) {
            largest = Math.max(largest, Math.abs(each));
        }
        for (int i : samples(numbers.length, what)) {
            double expected = Reference.derivative(numbers, i, loss);
            double off = Math.abs(expected - gradient[i]);
            String message = what + "[" + i + "] is " + gradient[i] + ", not " + expected;
            assertTrue(off <= TOLERANCE * largest + NOISE, message);
            checks++;
            if (off > NOISE) {
                worst = Math.max(worst, off / largest);
            }
        }
    }

    private static int[] samples(int size, String what) {
        return size <= SAMPLES
                ? IntStream.range(0, size).toArray()
                : new Random(what.hashCode())
                        .ints(0, size)
                        .distinct()
                        .limit(SAMPLES)
                        .toArray();
    }

    /** The tensors of a model in double precision. */
    static Map<String, double[]> doubles(List<String> names, Function<String, float[]> parameter) {
        Map<String, double[]> doubles = new LinkedHashMap<>();
        for (String name : names) {
            doubles.put(name, Reference.doubles(new float[][] {parameter.apply(name)})[0]);
        }
        return doubles;
    }

    @Override
    public String toString() {
        return checks + " gradients checked, the worst is off by %.1e of its tensor's largest".formatted(worst);
    }
}
