package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Optimizer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights at the ends of the range: both twins agree to the bit, nothing hangs, and what is no number is never hidden. */
final class NumericalAccidentTest {

    private static final Source<TextTagger<Object>> SOURCE = Source.learned(
            "Extreme",
            "@Embedding(dim = 5) @CharLstm(embedding = 4, hidden = 3, bidirectional = true)"
                    + " @Lstm(hidden = 6, layers = 2, bidirectional = true) @Linear");
    private static final Source<TextTagger<Object>> GATED =
            Source.learned("ExtremeGated", "@CharCnn(embedding = 4, filters = 3) @Gru(hidden = 6, layers = 2) @Linear");
    private static final Source<TextTagger<Object>> CHAIN =
            Source.learned("ExtremeChain", "@Embedding(dim = 5) @Lstm(hidden = 6) @Linear @Crf");
    private static final Source<VectorTagger<Toy.Tag>> VECTORS =
            Source.vectors("ExtremeVectors", Toy.Tag.class, "@Input(dim = 3) @Lstm(hidden = 4) @Linear");

    private static final List<Object> TAGS = List.copyOf(Sentences.names(5));
    private static final List<Example<Object>> EXAMPLES = Sentences.tagged(Sentences.many(7, 12), TAGS);

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, SOURCE, GATED, CHAIN, VECTORS);
    }

    private static Session<Object, TextTagger<Object>> session(Twin twin) {
        return session(SOURCE, twin);
    }

    private static Session<Object, TextTagger<Object>> session(Source<TextTagger<Object>> source, Twin twin) {
        Trainer<Object, TextTagger<Object>> trainer =
                compiled.model(source, twin).trainer();
        return trainer.session(EXAMPLES);
    }

    /** Scores after one step, so that the backward pass meets the extremes as well. */
    private static float[] scoresAfterAStep(Session<Object, ?> session) {
        List<float[][]> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            session.zeroGrad();
            all.addAll(session.forward(EXAMPLES.stream().map(Example::sequence).toList()));
            session.loss(EXAMPLES.stream().map(Example::tags).toList());
            session.backward();
            session.step();
        }
        return Flat.of(all);
    }

    private static void fill(Session<Object, ?> session, float value) {
        for (String name : session.parameterNames()) {
            float[] values = session.parameter(name);
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 3 == 0 ? -value : value;
            }
            session.parameter(name, values);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, 1e-45f, 1e-38f, 1f, 20f, 100f, 1e4f, 1e10f, 1e19f, 1e30f, Float.MAX_VALUE})
    void twinsAgreeAtEverySize(float size) {
        for (Source<TextTagger<Object>> source : List.of(SOURCE, GATED, CHAIN)) {
            Session<Object, TextTagger<Object>> scalar = session(source, Twin.SCALAR);
            Session<Object, TextTagger<Object>> vector = session(source, Twin.VECTOR);
            fill(scalar, size);
            fill(vector, size);
            String what = source.name() + ": scores with weights of " + size;
            Flat.assertSameBits(scoresAfterAStep(scalar), scoresAfterAStep(vector), what);
        }
    }

    /** Saturated gates and a log-sum-exp of scores far apart still give log-probabilities. */
    @ParameterizedTest
    @ValueSource(floats = {0f, 1e-45f, 1f, 20f, 100f, 1e4f, 1e10f, 1e19f, 1e30f})
    void largeWeightsGiveProbabilities(float size) {
        for (Twin twin : Twin.values()) {
            Session<Object, TextTagger<Object>> session = session(twin);
            fill(session, size);
            for (Example<Object> example : EXAMPLES) {
                for (float[] row : session.forward(example.words())) {
                    double sum = 0;
                    for (float score : row) {
                        assertTrue(
                                score <= 1e-6 && score > Float.NEGATIVE_INFINITY, twin + ": " + Arrays.toString(row));
                        sum += Math.exp(score);
                    }
                    assertEquals(1, sum, 1e-5, twin + ": " + Arrays.toString(row));
                }
            }
        }
    }

    /** Otherwise a loss would stay a number while weights are none, and the training would go on for nothing. */
    @ParameterizedTest
    @EnumSource(Twin.class)
    void aNanInAnyParameterReachesTheScores(Twin twin) {
        Session<Object, TextTagger<Object>> session = session(twin);
        for (String name : session.parameterNames()) {
            float[] before = session.parameter(name);
            float[] spoilt = before.clone();
            Arrays.fill(spoilt, Float.NaN);
            session.parameter(name, spoilt);
            float[] scores = Flat.of(
                    session.forward(EXAMPLES.stream().map(Example::sequence).toList()));
            assertTrue(hasNan(scores), "a NaN in " + name + " is lost on its way");
            session.parameter(name, before);
        }
    }

    private static boolean hasNan(float[] values) {
        for (float value : values) {
            if (Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @EnumSource(Twin.class)
    void aModelOfNansTagsWithoutAnException(Twin twin) {
        Session<Object, TextTagger<Object>> session = session(twin);
        fill(session, Float.NaN);
        for (List<Object> tags :
                session.model().tagAll(EXAMPLES.stream().map(Example::words).toList())) {
            assertTrue(TAGS.containsAll(tags));
        }
    }

    static Stream<Optimizer> rates() {
        return Stream.of(
                Sgd.learningRate(1e30f),
                Sgd.learningRate(Float.MAX_VALUE).momentum(0.9f),
                Adam.learningRate(Float.MAX_VALUE),
                Adam.learningRate(1e30f).weightDecay(1e10f));
    }

    @ParameterizedTest
    @MethodSource("rates")
    void hugeRatesStopTheTrainingInTheSameWayInBothTwins(Optimizer optimizer) {
        for (Source<TextTagger<Object>> source : List.of(SOURCE, GATED, CHAIN)) {
            String scalar = messageOf(source, optimizer, Twin.SCALAR);
            assertEquals(scalar, messageOf(source, optimizer, Twin.VECTOR));
            assertTrue(
                    scalar.matches("(the loss is \\S+ in epoch \\d+, batch \\d+, sentence \\d+ \\(counted from 0\\): )?"
                            + "the .* of @.* are no numbers.*Lower the learning rate.*"),
                    scalar);
        }
    }

    private static String messageOf(Source<TextTagger<Object>> source, Optimizer optimizer, Twin twin) {
        Trainer<Object, TextTagger<Object>> trainer =
                compiled.model(source, twin).trainer();
        trainer.optimizer(optimizer).epochs(50).batchSize(4);
        return assertThrows(TrainingException.class, () -> trainer.fit(EXAMPLES))
                .getMessage();
    }

    @Test
    void anInputThatIsNoNumberIsFoundInItsSentence() {
        List<Example<Toy.Tag>> examples = new ArrayList<>();
        for (int s = 0; s < 9; s++) {
            float[][] vectors = {{1, 2, 3}, {4, s == 7 ? Float.NaN : 5, 6}};
            examples.add(Example.of(vectors, List.of(Toy.Tag.DET, Toy.Tag.NN)));
        }
        Trainer<Toy.Tag, VectorTagger<Toy.Tag>> trainer =
                compiled.model(VECTORS, Twin.VECTOR).trainer();
        String message = assertThrows(
                        TrainingException.class,
                        () -> trainer.shuffle(false).batchSize(4).fit(examples))
                .getMessage();
        assertTrue(
                message.startsWith("the loss is NaN in epoch 1, batch 2, sentence 7 (counted from 0): the input vectors"
                        + " are no numbers"),
                message);
    }
}
