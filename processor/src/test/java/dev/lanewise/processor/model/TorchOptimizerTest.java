package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.testing.Golden;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.AdamW;
import dev.lanewise.runtime.train.Optimizer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimizers take PyTorch's steps; rows of lookup tables that did not occur stay where they are. */
final class TorchOptimizerTest {

    private static final double TOLERANCE = 2e-6;
    private static final String TABLE = "word_embeddings.weight";
    private static final int DIM = 6;

    private static final Map<String, Optimizer> OPTIMIZERS = Map.of(
            "sgd_lr0.1", Sgd.learningRate(0.1f),
            "sgd_lr0.1_momentum0.9_wd1e-4",
                    Sgd.learningRate(0.1f).momentum(0.9f).weightDecay(1e-4f),
            "adam_lr1e-3", Adam.learningRate(1e-3f),
            "adam_lr1e-3_wd1e-2", Adam.learningRate(1e-3f).weightDecay(1e-2f),
            "adamw_lr1e-3_wd1e-2", AdamW.learningRate(1e-3f),
            "sgd_lr0.1_clip1.0", Sgd.learningRate(0.1f),
            "sgd_lr0.1_clip0.1", Sgd.learningRate(0.1f));

    private static final Close CLOSE = new Close();

    @TempDir
    static Path directory;

    private static Compiled compiled;
    private static Golden golden;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, Toy.WORDS.source);
        golden = Golden.read("optimisers.json");
    }

    @AfterAll
    static void report() {
        System.out.println("Optimizers and PyTorch, largest deviations: " + CLOSE);
    }

    static Stream<Arguments> trajectories() {
        assertEquals(OPTIMIZERS.keySet(), Set.copyOf(golden.get("f64").keys()));
        return golden.get("f64").keys().stream()
                .flatMap(name -> Stream.of(Twin.values()).map(twin -> Arguments.of(name, twin)));
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void fiveStepsAreThoseOfPyTorch(String name, Twin twin) {
        // PyTorch's run had dense gradients, where every row takes part in every step.
        Session<Toy.Tag, TextTagger<Toy.Tag>> session =
                session(OPTIMIZERS.get(name).dense(), twin);
        for (Golden step : golden.get("f64").get(name).list()) {
            float loss = gradients(session, (int) step.get("sentence").number());
            CLOSE.absolute("losses", "", TOLERANCE, step.get("loss").number(), loss);
            if (name.contains("clip")) {
                double norm = session.clip(Float.parseFloat(name.substring(name.indexOf("clip") + 4)));
                CLOSE.absolute(
                        "norms", "", TOLERANCE, step.get("norm_before_clip").number(), norm);
                step.get("clipped_gradients")
                        .tensors()
                        .forEach((parameter, tensor) -> CLOSE.absolute(
                                "clipped", parameter, TOLERANCE, tensor.data(), session.gradient(parameter)));
            }
            session.step();
            step.get("params")
                    .tensors()
                    .forEach((parameter, tensor) -> CLOSE.absolute(
                            "weights", parameter, TOLERANCE, tensor.data(), session.parameter(parameter)));
        }
    }

    static Stream<Optimizer> withMemory() {
        return Stream.of(
                Sgd.learningRate(0.1f).momentum(0.9f).weightDecay(0.1f),
                Sgd.learningRate(0.1f).momentum(0.9f).weightDecay(0.1f).withNesterov(),
                Sgd.learningRate(0.1f).weightDecay(0.1f),
                Adam.learningRate(0.1f).weightDecay(0.1f),
                AdamW.learningRate(0.1f));
    }

    @ParameterizedTest
    @MethodSource("withMemory")
    void onlyRowsThatOccurredMove(Optimizer optimizer) {
        Session<Toy.Tag, TextTagger<Toy.Tag>> session = session(optimizer, Twin.SCALAR);
        float[][] start = Flat.rows(session.parameter(TABLE), DIM);
        step(session, 0);
        float[][] afterFirst = Flat.rows(session.parameter(TABLE), DIM);
        step(session, 1);
        float[][] afterSecond = Flat.rows(session.parameter(TABLE), DIM);
        // The first sentence holds the words 0 to 4, the second one 5 to 8.
        for (int row = 0; row < start.length; row++) {
            boolean inFirst = row < 5;
            assertMoved(inFirst, start[row], afterFirst[row]);
            assertMoved(!inFirst, afterFirst[row], afterSecond[row]);
        }
    }

    @ParameterizedTest
    @MethodSource("withMemory")
    void denseModeMovesEveryRow(Optimizer optimizer) {
        Session<Toy.Tag, TextTagger<Toy.Tag>> session = session(optimizer.dense(), Twin.SCALAR);
        float[][] start = Flat.rows(session.parameter(TABLE), DIM);
        step(session, 0);
        float[][] after = Flat.rows(session.parameter(TABLE), DIM);
        for (int row = 0; row < start.length; row++) {
            assertMoved(true, start[row], after[row]);
        }
    }

    private static void assertMoved(boolean expected, float[] before, float[] after) {
        if (expected) {
            assertFalse(Arrays.equals(before, after));
        } else {
            assertArrayEquals(before, after);
        }
    }

    private static void step(Session<Toy.Tag, ?> session, int sentence) {
        gradients(session, sentence);
        session.step();
    }

    private static float gradients(Session<Toy.Tag, ?> session, int sentence) {
        Example<Toy.Tag> example = Toy.EXAMPLES.get(sentence);
        session.zeroGrad();
        session.forward(example.words());
        float loss = session.loss(example.tags());
        session.backward();
        return loss;
    }

    private static Session<Toy.Tag, TextTagger<Toy.Tag>> session(Optimizer optimizer, Twin twin) {
        Trainer<Toy.Tag, TextTagger<Toy.Tag>> trainer =
                compiled.model(Toy.WORDS.source, twin).trainer();
        Session<Toy.Tag, TextTagger<Toy.Tag>> session =
                trainer.optimizer(optimizer).session(Toy.EXAMPLES);
        golden.get("initial").tensors().forEach((name, tensor) -> session.parameter(name, tensor.floats()));
        return session;
    }
}
