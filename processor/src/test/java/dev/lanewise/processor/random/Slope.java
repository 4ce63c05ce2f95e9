package dev.lanewise.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Compares gradients with the slope of the loss, which is computed in float, along a few directions. */
final class Slope {
    private static final double STEP = 4e-3;
    private static final double RELATIVE = 0.03;
    private static final double NOISE = 5e-4;

    private Slope() {}

    /** Throws if the loss does not change as the gradients say. */
    static void check(List<float[]> parameters, List<float[]> gradients, ToDoubleFunction<List<float[]>> loss) {
        Random random = new Random(11);
        along(parameters, gradients, gradients, loss, "all");
        List<float[]> noise =
                gradients.stream().map(each -> gaussian(each.length, random)).toList();
        along(parameters, gradients, noise, loss, "a random direction");
        int tensor = random.nextInt(gradients.size());
        List<float[]> one = IntStream.range(0, gradients.size())
                .mapToObj(i -> i == tensor ? gradients.get(i) : new float[gradients.get(i).length])
                .toList();
        along(parameters, gradients, one, loss, "tensor " + tensor);
        loss.applyAsDouble(parameters);
    }

    private static float[] gaussian(int length, Random random) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static void along(
            List<float[]> at,
            List<float[]> gradients,
            List<float[]> direction,
            ToDoubleFunction<List<float[]>> loss,
            String what) {
        double norm = Math.sqrt(product(direction, direction));
        if (norm > 0) {
            double expected = product(gradients, direction) / norm;
            double here = loss.applyAsDouble(at);
            double above = (loss.applyAsDouble(moved(at, direction, STEP / norm)) - here) / STEP;
            double below = (here - loss.applyAsDouble(moved(at, direction, -STEP / norm))) / STEP;
            // Where the largest value of a filter changes its place, the loss has a kink, and a slope on either side.
            double slope = Math.max(Math.min(above, below), Math.min(Math.max(above, below), expected));
            assertEquals(expected, slope, RELATIVE * Math.abs(expected) + NOISE, "slope along " + what);
        }
    }

    private static double product(List<float[]> one, List<float[]> other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int k = 0; k < one.get(i).length; k++) {
                sum += (double) one.get(i)[k] * other.get(i)[k];
            }
        }
        return sum;
    }

    private static List<float[]> moved(List<float[]> at, List<float[]> direction, double step) {
        return IntStream.range(0, at.size())
                .mapToObj(i -> {
                    float[] numbers = at.get(i).clone();
                    for (int k = 0; k < numbers.length; k++) {
                        numbers[k] += (float) (step * direction.get(i)[k]);
                    }
                    return numbers;
                })
                .toList();
    }
}
