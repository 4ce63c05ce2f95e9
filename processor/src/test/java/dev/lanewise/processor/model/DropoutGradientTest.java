package dev.lanewise.processor.model;

import static dev.lanewise.processor.model.DroppedPlaces.Place.locked;
import static dev.lanewise.processor.model.DroppedPlaces.Place.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.processor.model.DroppedPlaces.Place;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every gradient under dropout is that of the loss with the same masks, which a sentence has by itself as well as in a batch; the
 * twins agree to the bit.
 */
final class DropoutGradientTest {

    private static final long SEED = 11;
    private static final float SMOOTHING = 0.1f;
    private static final int TAGS = 5;
    private static final int FORWARDS = 3;

    /** Models, and their places in the order in which the processor numbers them. */
    enum Case {
        EMBEDDING("@Embedding(dim = 9, dropout = 0.33f) @Lstm(hidden = 5) @Linear", words("features", 0.33f, 0, 9)),
        CHARACTERS(
                "@Embedding(dim = 3) @CharLstm(embedding = 3, hidden = 4, bidirectional = true, dropout = 0.4f)"
                        + " @Lstm(hidden = 5) @Linear",
                words("features", 0.4f, 3, 8)),
        TABLES(
                "@Shape(dim = 2, dropout = 0.1f) @Affix(dim = 5, dropout = 0.3f) @Embedding(dim = 4)"
                        + " @CharCnn(embedding = 3, filters = 6, dropout = 0.2f) @Lstm(hidden = 5) @Linear",
                words("features", 0.1f, 0, 2),
                words("features", 0.3f, 2, 5),
                words("features", 0.2f, 11, 6)),
        BOTH_AND_INPUT(
                "@Embedding(dim = 17, dropout = 0.2f) @CharLstm(embedding = 3, hidden = 4, projection = 5, dropout = 0.4f)"
                        + " @Lstm(hidden = 5, bidirectional = true, inputDropout = 0.25f) @Linear",
                words("features", 0.2f, 0, 17),
                words("features", 0.4f, 17, 5),
                locked("input0", 0.25f, 22)),
        LAYERS(
                "@Embedding(dim = 6) @Lstm(hidden = 9, layers = 3, bidirectional = true, dropout = 0.5f) @Linear",
                locked("output0", 0.5f, 18),
                locked("output1", 0.5f, 18),
                locked("output2", 0.5f, 18)),
        STACK(
                "@Embedding(dim = 6) @Lstm(hidden = 9, dropout = 0.3f)"
                        + " @Lstm(hidden = 5, inputDropout = 0.2f, dropout = 0.1f) @Linear(dropout = 0.5f)",
                locked("output0", 0.3f, 9),
                locked("input1", 0.2f, 9),
                locked("output1", 0.1f, 5),
                words("head", 0.5f, 0, 5)),
        RECURRENT(
                "@Embedding(dim = 6, dropout = 0.2f) @Lstm(hidden = 9, layers = 2, bidirectional = true, recurrentDropout = 0.4f)"
                        + " @Lstm(hidden = 17, recurrentDropout = 0.3f, dropout = 0.2f) @Linear",
                words("features", 0.2f, 0, 6),
                locked("state0", 0.4f, 9),
                locked("state1", 0.4f, 9),
                locked("state2", 0.4f, 9),
                locked("state3", 0.4f, 9),
                locked("state4", 0.3f, 17),
                locked("output2", 0.2f, 17)),
        GATED_UNITS(
                "@Embedding(dim = 6) @CharCnn(embedding = 3, filters = 4, dropout = 0.2f)"
                        + " @Gru(hidden = 9, bidirectional = true, inputDropout = 0.1f, recurrentDropout = 0.4f, dropout = 0.2f)"
                        + " @Linear",
                words("features", 0.2f, 6, 4),
                locked("input0", 0.1f, 10),
                locked("state0", 0.4f, 9),
                locked("state1", 0.4f, 9),
                locked("output0", 0.2f, 18));

        private final Source<TextTagger<Object>> source;
        private final List<Place> places;

        Case(String layers, Place... places) {
            this.source = Source.text("Dropout" + name(), TAGS, layers);
            this.places = List.of(places);
        }
    }

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        List<Source<?>> sources = new ArrayList<>();
        for (Case each : Case.values()) {
            sources.add(each.source);
        }
        compiled = Compiled.into(directory, sources);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfTheLossUnderTheSameMasks(Case each) {
        Trained vector = new Trained(each, Twin.VECTOR);
        Trained scalar = new Trained(each, Twin.SCALAR);
        Map<String, double[]> parameters =
                GradientCheck.doubles(vector.session.parameterNames(), vector.session::parameter);
        Reference reference = new Reference(
                parameters,
                TableKeys.learn(vector.examples, parameters.keySet()),
                new DroppedPlaces(SEED, FORWARDS - 1, each.places));
        List<Sequence> batch = vector.batch.stream().map(Example::sequence).toList();
        assertEquals(reference.loss(batch, vector.gold, SMOOTHING), vector.loss, 1e-5);
        GradientCheck check = new GradientCheck();
        check.tensors(
                "" + each,
                parameters,
                vector.session::gradient,
                scalar.session::gradient,
                () -> reference.loss(batch, vector.gold, SMOOTHING));
    }

    private static final class Trained {
        private final List<Example<Object>> examples;
        private final List<Example<Object>> batch;
        private final List<int[]> gold;
        private final Session<Object, TextTagger<Object>> session;
        private double loss;

        private Trained(Case each, Twin twin) {
            Model<TextTagger<Object>> model = compiled.model(each.source, twin);
            List<Object> tags = model.tags(TAGS);
            batch = Sentences.tagged(Sentences.many(3, 20), tags);
            examples = new ArrayList<>(batch);
            gold = batch.stream()
                    .map(example ->
                            example.tags().stream().mapToInt(tags::indexOf).toArray())
                    .toList();
            session = model.<Object>trainer()
                    .initializer(Initializer.pytorch(5))
                    .labelSmoothing(SMOOTHING)
                    .seed(SEED)
                    .session(examples);
            IntStream.range(0, FORWARDS)
                    .forEach(i -> session.forward(
                            batch.stream().map(Example::sequence).toList()));
            loss = session.loss(batch.stream().map(Example::tags).toList());
            session.backward();
        }
    }
}
