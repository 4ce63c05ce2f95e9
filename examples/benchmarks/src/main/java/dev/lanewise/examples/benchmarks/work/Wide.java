package dev.lanewise.examples.benchmarks.work;

import dev.lanewise.examples.benchmarks.model.WideEncoderModel;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Sgd;
import java.util.List;

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
     * @return each {@code [step][number]}
     */
    public static List<float[][]> inputs(int batch) {
        return Layer.inputs(SIZE, STEPS, batch);
    }

    /** A session with fresh weights. */
    public static EncoderSession<WideEncoderModel> session() {
        return WideEncoderModel.session(Initializer.pytorch(5), Sgd.learningRate(0.1f));
    }

    static Workload forward(String name, int batch) {
        if (batch > 1) {
            return layer(batch).forward(name);
        }
        // One sequence has a shorter way through the model.
        return layer(1).forward(name).with(() -> {
            WideEncoderModel model = session().model();
            float[][] inputs = inputs(1).get(0);
            float[][] outputs = new float[STEPS][SIZE];
            return () -> {
                model.encode(inputs, outputs);
                return outputs;
            };
        });
    }

    static Workload training(String name, int batch) {
        return layer(batch).training(name);
    }

    private static Layer layer(int batch) {
        return new Layer(Wide::session, SIZE, STEPS, batch);
    }
}
