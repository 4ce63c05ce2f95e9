package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.testing.Golden;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tutorial's tagger with a convolution over characters and a GRU has PyTorch's numbers, from the first weights to the last. */
final class TorchCharCnnTest {

    private static final String FIXTURE = "char_cnn_toy.json";
    private static final Source<TextTagger<Toy.Tag>> SOURCE = Source.text(
            "CharCnnToy",
            Toy.Tag.class,
            "@Embedding(dim = 5, unknown = false) @CharCnn(embedding = 4, filters = 3, unknown = false)"
                    + " @Gru(hidden = 6) @Linear");
    private static final Close CLOSE = new Close();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, SOURCE);
    }

    @AfterAll
    static void report() {
        System.out.println("Character CNN and PyTorch, largest deviations: " + CLOSE);
    }

    private static Session<Toy.Tag, TextTagger<Toy.Tag>> session(Twin twin) {
        Trainer<Toy.Tag, TextTagger<Toy.Tag>> trainer =
                compiled.model(SOURCE, twin).trainer();
        return trainer.optimizer(Sgd.learningRate(0.1f))
                .initializer(Initializer.pytorch(1))
                .session(Toy.EXAMPLES);
    }

    @ParameterizedTest
    @EnumSource
    void firstWeightsAreThoseOfPyTorch(Twin twin) {
        Golden initial = Golden.read(FIXTURE).get("f32").get("initial");
        Session<Toy.Tag, TextTagger<Toy.Tag>> session = session(twin);
        assertEquals(initial.keys(), session.parameterNames());
        initial.tensors()
                .forEach((name, tensor) ->
                        CLOSE.absolute("first weights", name, 1e-6, tensor.data(), session.parameter(name)));
    }

    @ParameterizedTest
    @EnumSource
    void scoresGradientsLossesAndLastWeightsAreThoseOfPyTorch(Twin twin) {
        Golden f64 = Golden.read(FIXTURE).get("f64");
        Session<Toy.Tag, TextTagger<Toy.Tag>> session = session(twin);
        f64.get("initial").tensors().forEach((name, tensor) -> session.parameter(name, tensor.floats()));
        scores(session, f64.get("scores_before"));
        double[] losses = f64.get("losses").numbers();
        for (int step = 0; step < losses.length; step++) {
            Example<Toy.Tag> example = Toy.EXAMPLES.get(step % 2);
            session.zeroGrad();
            session.forward(example.words());
            CLOSE.absolute("losses", "of step " + step, 2e-6, losses[step], session.loss(example.tags()));
            session.backward();
            if (step == 0) {
                f64.get("first_step_gradients")
                        .tensors()
                        .forEach((name, tensor) ->
                                CLOSE.relative("gradients", name, 1e-5, tensor.data(), session.gradient(name)));
            }
            session.step();
        }
        f64.get("final")
                .tensors()
                .forEach((name, tensor) ->
                        CLOSE.absolute("last weights", name, 2e-5, tensor.data(), session.parameter(name)));
        scores(session, f64.get("scores_after"));
    }

    private static void scores(Session<Toy.Tag, ?> session, Golden expected) {
        for (int i = 0; i < 2; i++) {
            float[] scores = Flat.of(session.forward(Toy.EXAMPLES.get(i).words()));
            CLOSE.absolute(
                    "scores", "of sentence " + i, 2e-6, expected.get(i).tensor().data(), scores);
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesHaveTheShapesOfPyTorch(Twin twin, @TempDir Path files) {
        Model<TextTagger<Toy.Tag>> model = compiled.model(SOURCE, twin);
        TextTagger<Toy.Tag> tagger = session(twin).model();
        Path file = files.resolve("model.safetensors");
        model.save(tagger, file);
        assertEquals(
                List.of("tensor \"char_cnn.weight\" of shape [3, 4, 3]", "tensor \"char_cnn.bias\" of shape [3]"),
                TorchTaggerTest.describe(file).stream()
                        .filter(tensor -> tensor.contains("cnn"))
                        .toList());
        List<String> words = Toy.EXAMPLES.get(0).words();
        Flat.assertSameBits(tagger.scores(words), model.load(file).scores(words), "scores");
    }
}
