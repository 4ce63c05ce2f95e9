package dev.lanewise.examples.benchmarks.work;

import dev.lanewise.runtime.train.EncoderSession;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A batch of random vectors on its way through one LSTM layer with as many inputs as units.
 *
 * @param session makes the layer
 * @param size inputs, and units
 * @param steps time steps
 * @param batch sequences
 */
record Layer(Supplier<EncoderSession<?>> session, int size, int steps, int batch) {

    /** Random inputs, each {@code [step][number]}, in [-1, 1). */
    static List<float[][]> inputs(int size, int steps, int batch) {
        SplittableRandom random = new SplittableRandom(11);
        return IntStream.range(0, batch)
                .mapToObj(s -> matrix(random, size, steps))
                .toList();
    }

    private static float[][] matrix(SplittableRandom random, int size, int steps) {
        float[][] rows = new float[steps][size];
        for (float[] row : rows) {
            for (int i = 0; i < size; i++) {
                row[i] = (float) (2 * random.nextDouble() - 1);
            }
        }
        return rows;
    }

    /** Forward only. */
    Workload forward(String name) {
        return new Workload(name, Unit.GFLOPS, words(), flops(), () -> {
            EncoderSession<?> started = session.get();
            List<float[][]> inputs = inputs(size, steps, batch);
            return () -> started.forward(inputs);
        });
    }

    /** Forward, and backward from gradients of ones, to the inputs too. */
    Workload training(String name) {
        return new Workload(name, Unit.GFLOPS, words(), Flops.TRAINING * flops(), () -> {
            EncoderSession<?> started = session.get();
            List<float[][]> inputs = inputs(size, steps, batch);
            float[][] ones = new float[steps][size];
            Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1f));
            List<float[][]> gradients = inputs.stream().map(input -> ones).toList();
            return () -> {
                started.zeroGrad();
                List<float[][]> states = started.forward(inputs);
                started.backward(gradients);
                return states;
            };
        });
    }

    private double words() {
        return (double) steps * batch;
    }

    private double flops() {
        return words() * Flops.lstm(size, size);
    }
}
