package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.testing.Golden;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The two taggers of PyTorch's tutorial have PyTorch's numbers, from the first weights to the last. */
final class TorchTaggerTest {

    private static final double SCORES = 2e-6;
    private static final double GRADIENTS = 1e-5;
    private static final double LOSSES = 2e-6;
    private static final double WEIGHTS = 2e-5;

    private static final Close CLOSE = new Close();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, Toy.WORDS.source, Toy.CHARACTERS.source);
    }

    @AfterAll
    static void report() {
        System.out.println("Taggers and PyTorch, largest deviations: " + CLOSE);
    }

    static Stream<Arguments> toys() {
        return Stream.of(Toy.values()).flatMap(toy -> Stream.of(Twin.values()).map(twin -> Arguments.of(toy, twin)));
    }

    @ParameterizedTest
    @MethodSource("toys")
    void firstWeightsAreThoseOfPyTorch(Toy toy, Twin twin) {
        Session<Toy.Tag, TextTagger<Toy.Tag>> session = trainer(toy, twin).session(Toy.EXAMPLES);
        Golden initial = Golden.read(toy.fixture + ".json").get("f32").get("initial");
        assertEquals(initial.keys(), session.parameterNames());
        initial.tensors()
                .forEach((name, tensor) ->
                        CLOSE.absolute("weights", name, 1e-6, tensor.data(), session.parameter(name)));
    }

    @ParameterizedTest
    @MethodSource("toys")
    void scoresGradientsLossesAndLastWeightsAreThoseOfPyTorch(Toy toy, Twin twin) {
        Golden golden = Golden.read(toy.fixture + ".json");
        Golden f64 = golden.get("f64");
        Session<Toy.Tag, TextTagger<Toy.Tag>> session = fromFixture(toy, twin);
        scores("before", session, f64.get("scores_before"));
        double[] losses = f64.get("losses").numbers();
        assertEquals(600, losses.length);
        for (int step = 0; step < losses.length; step++) {
            Example<Toy.Tag> example = Toy.EXAMPLES.get(step % 2);
            session.zeroGrad();
            session.forward(example.words());
            CLOSE.absolute("losses", "of step " + step, LOSSES, losses[step], session.loss(example.tags()));
            session.backward();
            if (step == 0) {
                f64.get("first_step_gradients")
                        .tensors()
                        .forEach((name, tensor) ->
                                CLOSE.relative("gradients", name, GRADIENTS, tensor.data(), session.gradient(name)));
            }
            session.step();
        }
        f64.get("final")
                .tensors()
                .forEach((name, tensor) ->
                        CLOSE.absolute("weights", name, WEIGHTS, tensor.data(), session.parameter(name)));
        // After 600 steps in float, PyTorch's own scores are 2.1e-6 off those of its run in double.
        scores("after", session, golden.get("f32").get("scores_after"));
    }

    @ParameterizedTest
    @MethodSource("toys")
    void trainerTakesTheStepsOfTheSession(Toy toy, Twin twin) {
        Session<Toy.Tag, TextTagger<Toy.Tag>> session = trainer(toy, twin).session(Toy.EXAMPLES);
        for (int step = 0; step < 40; step++) {
            Example<Toy.Tag> example = Toy.EXAMPLES.get(step % 2);
            session.zeroGrad();
            session.forward(example.words());
            session.loss(example.tags());
            session.backward();
            session.step();
        }
        TextTagger<Toy.Tag> trained =
                trainer(toy, twin).epochs(20).batchSize(1).shuffle(false).fit(Toy.EXAMPLES);
        for (Example<Toy.Tag> example : Toy.EXAMPLES) {
            Flat.assertSameBits(session.model().scores(example.words()), trained.scores(example.words()), "scores");
        }
    }

    @ParameterizedTest
    @MethodSource("toys")
    void stateDictsOfPyTorchLoadAndGiveItsScoresAndTags(Toy toy, Twin twin) {
        Golden golden = Golden.read(toy.fixture + ".json");
        Model<TextTagger<Toy.Tag>> model = compiled.model(toy.source, twin);
        for (String precision : List.of("f32", "f64")) {
            Golden run = golden.get(precision);
            Path file = Golden.file(toy.fixture + ".final." + precision + ".safetensors");
            TextTagger<Toy.Tag> tagger = model.load(file, toy.vocabularies());
            for (int i = 0; i < 2; i++) {
                List<String> words = Toy.EXAMPLES.get(i).words();
                double[] expected = run.get("scores_after").get(i).tensor().data();
                CLOSE.absolute(
                        precision + " scores", "of sentence " + i, SCORES, expected, Flat.of(tagger.scores(words)));
                assertArrayEquals(
                        run.get("tags_after").get(i).numbers(),
                        tagger.tag(words).stream().mapToDouble(Enum::ordinal).toArray());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("toys")
    void filesHaveTheNamesShapesAndBytesOfPyTorch(Toy toy, Twin twin, @TempDir Path files) throws IOException {
        Path theirs = Golden.file(toy.fixture + ".initial.safetensors");
        Path ours = files.resolve("ours.safetensors");
        Model<TextTagger<Toy.Tag>> model = compiled.model(toy.source, twin);
        model.save(model.load(theirs, toy.vocabularies()), ours);
        assertEquals(describe(theirs), describe(ours));
        assertArrayEquals(numbers(theirs), numbers(ours));
        for (Example<Toy.Tag> example : Toy.EXAMPLES) {
            Flat.assertSameBits(
                    model.load(theirs, toy.vocabularies()).scores(example.words()),
                    model.load(ours).scores(example.words()),
                    "scores");
        }
    }

    /** Names and shapes in the order of the file. */
    static List<String> describe(Path file) {
        return SafeTensors.read(file).tensors().stream().map(Tensor::toString).toList();
    }

    /** What stands behind the header: the numbers themselves. */
    static byte[] numbers(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return Arrays.copyOfRange(bytes, Math.toIntExact(8 + header), bytes.length);
    }

    private static void scores(String when, Session<Toy.Tag, ?> session, Golden expected) {
        for (int i = 0; i < 2; i++) {
            float[] scores = Flat.of(session.forward(Toy.EXAMPLES.get(i).words()));
            double[] theirs = expected.get(i).tensor().data();
            CLOSE.absolute("scores " + when, "of sentence " + i, SCORES, theirs, scores);
        }
    }

    private static Trainer<Toy.Tag, TextTagger<Toy.Tag>> trainer(Toy toy, Twin twin) {
        Trainer<Toy.Tag, TextTagger<Toy.Tag>> trainer =
                compiled.model(toy.source, twin).trainer();
        return trainer.optimizer(Sgd.learningRate(0.1f)).initializer(Initializer.pytorch(1));
    }

    private static Session<Toy.Tag, TextTagger<Toy.Tag>> fromFixture(Toy toy, Twin twin) {
        Session<Toy.Tag, TextTagger<Toy.Tag>> session = trainer(toy, twin).session(Toy.EXAMPLES);
        SafeTensors.read(Golden.file(toy.fixture + ".initial.safetensors"))
                .tensors()
                .forEach(tensor -> session.parameter(tensor.name(), tensor.values()));
        return session;
    }
}
