package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.Encoding;
import dev.lanewise.runtime.LstmState;
import dev.lanewise.runtime.Stepper;
import dev.lanewise.runtime.testing.Golden;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Sgd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders have PyTorch's {@code nn.LSTM} numbers: outputs, states and every gradient of the sum of the squared outputs. */
final class TorchEncoderTest {

    private static final double OUTPUTS = 2e-6;
    private static final double GRADIENTS = 1e-5;

    private static final Source<SteppedEncoder> SMALL =
            Source.stepped("Small", "@Input(dim = 3) @Lstm(hidden = 3, name = \"\")");
    private static final Source<VectorEncoder> DEEP =
            Source.encoder("Deep", "@Input(dim = 5) @Lstm(hidden = 4, layers = 2, bidirectional = true, name = \"\")");

    private static final Close CLOSE = new Close();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, SMALL, DEEP);
    }

    @AfterAll
    static void report() {
        System.out.println("Encoders and PyTorch, largest deviations: " + CLOSE);
    }

    static Stream<Arguments> fixtures() {
        return Stream.of(Twin.values())
                .flatMap(twin -> Stream.of(
                        Arguments.of("lstm_3x3", SMALL, twin),
                        Arguments.of("bilstm_2layer", DEEP, twin),
                        Arguments.of("bilstm_2layer_packed", DEEP, twin)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("fixtures")
    <I extends VectorEncoder> void outputsStatesAndGradientsAreThoseOfPyTorch(
            String fixture, Source<I> source, Twin twin) {
        Golden f64 = Golden.read(fixture + ".json").get("f64");
        Batched golden = new Batched(f64);
        EncoderSession<I> session = session(source, twin, f64);
        session.zeroGrad();
        List<float[][]> outputs = session.forward(golden.sequences("input"), golden.states("h0", "c0"));
        CLOSE.absolute("outputs", "", OUTPUTS, golden.ragged("output"), Flat.of(outputs));
        states("states", OUTPUTS, golden, session.states(), "hn", "cn");
        session.backward(outputs.stream().map(TorchEncoderTest::doubled).toList());
        assertEquals(f64.get("grad_weights").keys(), session.parameterNames());
        f64.get("grad_weights")
                .tensors()
                .forEach((name, tensor) ->
                        CLOSE.relative("gradients", name, GRADIENTS, tensor.data(), session.gradient(name)));
        CLOSE.relative(
                "input gradients", "", GRADIENTS, golden.ragged("grad_input"), Flat.of(session.inputGradients()));
        stateGradients(golden, session.stateGradients());
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("fixtures")
    <I extends VectorEncoder> void modelEncodesFromAState(String fixture, Source<I> source, Twin twin) {
        Golden f64 = Golden.read(fixture + ".json").get("f64");
        Batched golden = new Batched(f64);
        EncoderSession<I> session = session(source, twin, f64);
        List<float[][]> batch = session.forward(golden.sequences("input"), golden.states("h0", "c0"));
        for (int i = 0; i < batch.size(); i++) {
            Encoding one = session.model()
                    .encode(
                            golden.sequences("input").get(i),
                            golden.states("h0", "c0").get(i));
            Flat.assertSameBits(batch.get(i), one.outputs(), "outputs of sequence " + i);
            assertEquals(session.states().get(i), one.state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void steppingGivesTheBitsOfTheWholeSequence(Twin twin) {
        Golden f64 = Golden.read("lstm_3x3.json").get("f64");
        Batched golden = new Batched(f64);
        SteppedEncoder model = session(SMALL, twin, f64).model();
        LstmState start = golden.states("h0", "c0").get(0);
        float[][] inputs = golden.sequences("input").get(0);
        Encoding whole = model.encode(inputs, start);
        Stepper stepper = model.stepper();
        stepper.state(start);
        float[][] stepped = Stream.of(inputs).map(stepper::step).toArray(float[][]::new);
        Flat.assertSameBits(whole.outputs(), stepped, "outputs");
        assertEquals(whole.state(), stepper.state());
    }

    @ParameterizedTest
    @EnumSource
    void stateDictOfPyTorchLoadsAndIsWrittenAgain(Twin twin, @TempDir Path files) throws IOException {
        Path theirs = Golden.file("bilstm_2layer.safetensors");
        Path ours = files.resolve("ours.safetensors");
        Golden f64 = Golden.read("bilstm_2layer.json").get("f64");
        Model<VectorEncoder> model = compiled.model(DEEP, twin);
        VectorEncoder loaded = model.load(theirs);
        Batched golden = new Batched(f64);
        Encoding encoding = loaded.encode(
                golden.sequences("input").get(0), golden.states("h0", "c0").get(0));
        CLOSE.absolute("outputs", "", OUTPUTS, golden.ragged("output"), Flat.of(encoding.outputs()));
        model.save(loaded, ours);
        assertEquals(TorchTaggerTest.describe(theirs), TorchTaggerTest.describe(ours));
        assertArrayEquals(TorchTaggerTest.numbers(theirs), TorchTaggerTest.numbers(ours));
    }

    private static <I> EncoderSession<I> session(Source<I> source, Twin twin, Golden run) {
        EncoderSession<I> session =
                compiled.model(source, twin).session(Initializer.pytorch(9), Sgd.learningRate(0.1f));
        run.get("weights").tensors().forEach((name, tensor) -> session.parameter(name, tensor.floats()));
        return session;
    }

    private static float[][] doubled(float[][] outputs) {
        float[] flat = Flat.of(outputs);
        for (int i = 0; i < flat.length; i++) {
            flat[i] *= 2;
        }
        return Flat.rows(flat, outputs[0].length);
    }

    private static void states(
            String kind, double tolerance, Batched golden, List<LstmState> ours, String h, String c) {
        for (int i = 0; i < ours.size(); i++) {
            CLOSE.absolute(
                    kind,
                    h,
                    tolerance,
                    golden.stateNumbers(h, i),
                    Flat.of(ours.get(i).hidden()));
            CLOSE.absolute(
                    kind,
                    c,
                    tolerance,
                    golden.stateNumbers(c, i),
                    Flat.of(ours.get(i).cell()));
        }
    }

    private static void stateGradients(Batched golden, List<LstmState> ours) {
        CLOSE.relative("state gradients", "h0", GRADIENTS, golden.allStates("grad_h0"), flat(ours, true));
        CLOSE.relative("state gradients", "c0", GRADIENTS, golden.allStates("grad_c0"), flat(ours, false));
    }

    private static float[] flat(List<LstmState> states, boolean hidden) {
        return Flat.of(states.stream()
                .map(state -> hidden ? state.hidden() : state.cell())
                .toList());
    }
}
