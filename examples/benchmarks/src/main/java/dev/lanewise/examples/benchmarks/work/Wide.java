package dev.lanewise.examples.benchmarks.work;

import dev.lanewise.examples.benchmarks.model.WideEncoderModel;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Workload W4: one LSTM layer from 512 numbers to 512, over 50 steps. */
public final class Wide {

    /** Numbers of an input and units of the layer. */
    public static final int SIZE = 512;
    /** Time steps. */
    public static final int STEPS = 50;

    private Wide() {}

    /**
     * Random inputs.
     *
     * @param batch how many sequences
     * @return each {@code [step][number]}, in [-1, 1)
     */
    public static List<float[][]> inputs(int batch) {
        SplittableRandom random = new SplittableRandom(11);
        return IntStream.range(0, batch)
                .mapToObj(s -> matrix(() -> (float) (2 * random.nextDouble() - 1)))
                .toList();
    }

    private static float[][] matrix(Supplier<Float> number) {
        float[][] rows = new float[STEPS][SIZE];
        for (float[] row : rows) {
            for (int i = 0; i < SIZE; i++) {
                row[i] = number.get();
            }
        }
        return rows;
    }

    /** A session with fresh weights. */
    public static EncoderSession<WideEncoderModel> session() {
        return WideEncoderModel.session(Initializer.pytorch(5), Sgd.learningRate(0.1f));
    }

    static Workload forward(String name, int batch) {
        List<float[][]> inputs = inputs(batch);
        if (batch == 1) {
            WideEncoderModel model = session().model();
            float[][] outputs = new float[STEPS][SIZE];
            return workload(name, batch, 1, () -> {
                model.encode(inputs.get(0), outputs);
                return outputs;
            });
        }
        EncoderSession<WideEncoderModel> session = session();
        return workload(name, batch, 1, () -> session.forward(inputs));
    }

    static Workload training(String name, int batch) {
        List<float[][]> inputs = inputs(batch);
        EncoderSession<WideEncoderModel> session = session();
        float[][] ones = new float[STEPS][SIZE];
        Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1f));
        List<float[][]> gradients = inputs.stream().map(input -> ones).toList();
        return workload(name, batch, Flops.TRAINING, () -> {
            session.zeroGrad();
            session.forward(inputs);
            session.backward(gradients);
            return session;
        });
    }

    private static Workload workload(String name, int batch, int passes, Supplier<Object> body) {
        double steps = (double) STEPS * batch;
        return new Workload(name, Unit.GFLOPS, steps, passes * steps * Flops.lstm(SIZE, SIZE), body);
    }
}
