package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.lane.ScalarMath;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The activations in both twins' generated code are {@link ScalarMath}'s to the bit, at numbers of every size. */
final class ActivationTwinTest {

    private static final int STEP = 524_309;

    private static final Source<VectorEncoder> SOURCE =
            Source.encoder("Activations", "@Input(dim = 1) @Lstm(hidden = 3)");
    private static final Source<VectorTagger<Toy.Tag>> HEAD =
            Source.vectors("Softmax", Toy.Tag.class, "@Input(dim = 1) @Lstm(hidden = 1) @Linear");

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, SOURCE, HEAD);
    }

    @ParameterizedTest
    @EnumSource
    void areTheSameBits(Twin twin) {
        EncoderSession<VectorEncoder> session =
                compiled.model(SOURCE, twin).session(Initializer.pytorch(1), Sgd.learningRate(1f));
        float[] ones = session.parameter("lstm.weight_ih_l0").clone();
        Arrays.fill(ones, 1f);
        session.parameter("lstm.weight_ih_l0", ones);
        session.parameter("lstm.bias_ih_l0", new float[ones.length]);
        session.parameter("lstm.bias_hh_l0", new float[ones.length]);
        List<float[][]> numbers = everySize();
        List<float[][]> hidden = session.forward(numbers);
        for (int i = 0; i < numbers.size(); i++) {
            float x = numbers.get(i)[0][0];
            // All four gates are x, and the state before is zero.
            float gate = ScalarMath.sigmoid(x);
            float expected = gate * ScalarMath.tanh(Math.fma(gate, 0f, gate * ScalarMath.tanh(x)));
            float[] all = {expected, expected, expected};
            Flat.assertSameBits(all, hidden.get(i)[0], "LSTM of " + x);
        }
    }

    /** Scores of three tags as far apart as the weights make them: from equal ones to some whose exponential underflows. */
    @ParameterizedTest
    @EnumSource
    void logSoftmaxIsTheSameBits(Twin twin) {
        List<float[][]> numbers = everySize();
        Example<Toy.Tag> any = Example.of(new float[][] {{1f}}, List.of(Toy.Tag.NN));
        Session<Toy.Tag, VectorTagger<Toy.Tag>> session =
                compiled.model(HEAD, twin).<Toy.Tag>trainer().session(List.of(any));
        session.parameter("hidden2tag.bias", new float[3]);
        for (float weight : new float[] {0f, 1f, 100f, 1e6f}) {
            session.parameter("hidden2tag.weight", new float[] {weight, 0f, -weight});
            VectorTagger<Toy.Tag> model = session.model();
            List<float[][]> scores =
                    session.forward(numbers.stream().map(Sequence::of).toList());
            for (int i = 0; i < numbers.size(); i++) {
                float h = model.encode(numbers.get(i))[0][0];
                float[] expected = logSoftmax(Math.fma(h, weight, 0f), Math.fma(h, 0f, 0f), Math.fma(h, -weight, 0f));
                Flat.assertSameBits(expected, scores.get(i)[0], "log-softmax of " + h + " times " + weight);
            }
        }
    }

    private static float[] logSoftmax(float... scores) {
        float max = Math.max(Math.max(scores[0], scores[1]), scores[2]);
        float sum = 0f;
        for (float score : scores) {
            sum += ScalarMath.exp(score - max);
        }
        float shift = ScalarMath.log(sum);
        return new float[] {scores[0] - max - shift, scores[1] - max - shift, scores[2] - max - shift};
    }

    /** Sequences of one number: one in every {@value #STEP} floats of either sign, the infinities and NaN. */
    private static List<float[][]> everySize() {
        int count = (int) ((1L << Integer.SIZE) / STEP);
        float[][][] numbers = new float[count + 3][][];
        for (int i = 0; i < count; i++) {
            numbers[i] = new float[][] {{Float.intBitsToFloat((int) ((long) i * STEP))}};
        }
        numbers[count] = new float[][] {{Float.POSITIVE_INFINITY}};
        numbers[count + 1] = new float[][] {{Float.NEGATIVE_INFINITY}};
        numbers[count + 2] = new float[][] {{Float.NaN}};
        return List.of(numbers);
    }
}
