package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.Encoding;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders have the numbers of PyTorch's {@code nn.LSTM} and {@code nn.GRU}: outputs, states and every gradient of the sum of the squared outputs. */
final class TorchEncoderTest {

    private static final double OUTPUTS = 2e-6;
    private static final double GRADIENTS = 1e-5;

    private static final Source<SteppedEncoder> SMALL =
            Source.stepped("Small", "@Input(dim = 3) @Lstm(hidden = 3, name = \"\")");
    private static final Source<VectorEncoder> DEEP =
            Source.encoder("Deep", "@Input(dim = 5) @Lstm(hidden = 4, layers = 2, bidirectional = true, name = \"\")");

    private static final Source<SteppedEncoder> SMALL_GRU =
            Source.stepped("SmallGru", "@Input(dim = 3) @Gru(hidden = 3, name = \"\")");
    private static final Source<VectorEncoder> DEEP_GRU = Source.encoder(
            "DeepGru", "@Input(dim = 5) @Gru(hidden = 4, layers = 2, bidirectional = true, name = \"\")");

    private static final Close CLOSE = new Close();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, SMALL, DEEP, SMALL_GRU, DEEP_GRU);
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
                        Arguments.of("bilstm_2layer_packed", DEEP, twin),
                        Arguments.of("gru_3x3", SMALL_GRU, twin),
                        Arguments.of("bigru_2layer_packed", DEEP_GRU, twin)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("fixtures")
    <I extends VectorEncoder> void outputsStatesAndGradientsAreThoseOfPyTorch(
            String fixture, Source<I> source, Twin twin) {
        Golden f64 = Golden.read(fixture + ".json").get("f64");
        Batched golden = new Batched(f64);
        EncoderSession<I> session = session(source, twin, f64);
        session.zeroGrad();
        List<float[][]> outputs = session.forward(golden.sequences("input"), golden.states());
        CLOSE.absolute("outputs", "", OUTPUTS, golden.ragged("output"), Flat.of(outputs));
        states(golden, session.states());
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
        List<float[][]> batch = session.forward(golden.sequences("input"), golden.states());
        for (int i = 0; i < batch.size(); i++) {
            Encoding one = session.model()
                    .encode(golden.sequences("input").get(i), golden.states().get(i));
            Flat.assertSameBits(batch.get(i), one.outputs(), "outputs of sequence " + i);
            assertEquals(session.states().get(i), one.state());
        }
    }

    static Stream<Arguments> steppedFixtures() {
        return Stream.of(Twin.values())
                .flatMap(twin ->
                        Stream.of(Arguments.of("lstm_3x3", SMALL, twin), Arguments.of("gru_3x3", SMALL_GRU, twin)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("steppedFixtures")
    void steppingGivesTheBitsOfTheWholeSequence(String fixture, Source<SteppedEncoder> source, Twin twin) {
        Golden f64 = Golden.read(fixture + ".json").get("f64");
        Batched golden = new Batched(f64);
        SteppedEncoder model = session(source, twin, f64).model();
        EncoderState start = golden.states().get(0);
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
    void firstWeightsOfGatedUnitsAreThoseOfPyTorch(Twin twin) {
        Golden weights = Golden.read("bigru_2layer_packed.json").get("f32").get("weights");
        EncoderSession<VectorEncoder> session =
                compiled.model(DEEP_GRU, twin).session(Initializer.pytorch(6), Sgd.learningRate(0.1f));
        assertEquals(weights.keys(), session.parameterNames());
        weights.tensors()
                .forEach((name, tensor) ->
                        CLOSE.absolute("weights", name, 1e-7, tensor.data(), session.parameter(name)));
    }

    @Test
    void aStateOfAnotherKindIsRefused() {
        SteppedEncoder gru = session(
                        SMALL_GRU, Twin.SCALAR, Golden.read("gru_3x3.json").get("f64"))
                .model();
        SteppedEncoder lstm = session(
                        SMALL, Twin.SCALAR, Golden.read("lstm_3x3.json").get("f64"))
                .model();
        float[][] one = new float[1][3];
        assertRefused(
                gru, EncoderState.of(one, one), "3 cell numbers, but the layer has no cells: leave that row empty");
        assertRefused(lstm, EncoderState.of(one), "0 cell numbers, but the layer has 3 of them");
        assertRefused(gru, EncoderState.of(new float[1][4]), "4 numbers, but the layer has hidden = 3");
    }

    private static void assertRefused(VectorEncoder model, EncoderState state, String message) {
        Throwable thrown = assertThrows(IllegalArgumentException.class, () -> model.encode(new float[1][3], state));
        assertEquals("row 0 of the state has " + message, thrown.getMessage());
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
        Encoding encoding =
                loaded.encode(golden.sequences("input").get(0), golden.states().get(0));
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

    private static void states(Batched golden, List<EncoderState> ours) {
        for (int i = 0; i < ours.size(); i++) {
            EncoderState state = ours.get(i);
            CLOSE.absolute("states", "hn", OUTPUTS, golden.stateNumbers("hn", i), Flat.of(state.hidden()));
            CLOSE.absolute("states", "cn", OUTPUTS, golden.stateNumbers("cn", i), Flat.of(state.cell()));
        }
    }

    private static void stateGradients(Batched golden, List<EncoderState> ours) {
        CLOSE.relative("state gradients", "h0", GRADIENTS, golden.allStates("grad_h0"), flat(ours, true));
        CLOSE.relative("state gradients", "c0", GRADIENTS, golden.allStates("grad_c0"), flat(ours, false));
    }

    private static float[] flat(List<EncoderState> states, boolean hidden) {
        return Flat.of(states.stream()
                .map(state -> hidden ? state.hidden() : state.cell())
                .toList());
    }
}
