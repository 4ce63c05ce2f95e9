package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.model.Dropout;
import dev.lanewise.runtime.model.Packing;
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

    /** A matrix that is dropped of: each word has a mask of its own, or all words of a sentence share one. */
    private record Place(String name, boolean locked, float probability, int column, int columns) {}

    /** Models, and their places in the order in which the processor numbers them. */
    enum Case {
        EMBEDDING(
                "@Embedding(dim = 9, dropout = 0.33f) @Lstm(hidden = 5) @Linear",
                new Place("features", false, 0.33f, 0, 9)),
        CHARACTERS(
                "@Embedding(dim = 3) @CharLstm(embedding = 3, hidden = 4, bidirectional = true, dropout = 0.4f)"
                        + " @Lstm(hidden = 5) @Linear",
                new Place("features", false, 0.4f, 3, 8)),
        BOTH_AND_INPUT(
                "@Embedding(dim = 17, dropout = 0.2f) @CharLstm(embedding = 3, hidden = 4, projection = 5, dropout = 0.4f)"
                        + " @Lstm(hidden = 5, bidirectional = true, inputDropout = 0.25f) @Linear",
                new Place("features", false, 0.2f, 0, 17),
                new Place("features", false, 0.4f, 17, 5),
                new Place("input0", true, 0.25f, 0, 22)),
        LAYERS(
                "@Embedding(dim = 6) @Lstm(hidden = 9, layers = 3, bidirectional = true, dropout = 0.5f) @Linear",
                new Place("output0", true, 0.5f, 0, 18),
                new Place("output1", true, 0.5f, 0, 18),
                new Place("output2", true, 0.5f, 0, 18)),
        STACK(
                "@Embedding(dim = 6) @Lstm(hidden = 9, dropout = 0.3f)"
                        + " @Lstm(hidden = 5, inputDropout = 0.2f, dropout = 0.1f) @Linear(dropout = 0.5f)",
                new Place("output0", true, 0.3f, 0, 9),
                new Place("input1", true, 0.2f, 0, 9),
                new Place("output1", true, 0.1f, 0, 5),
                new Place("head", false, 0.5f, 0, 5));

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
        // The third forward pass of a session is the third epoch of its masks.
        Reference reference = new Reference(
                parameters,
                TableKeys.learn(vector.examples, parameters.keySet()),
                (sequence, place, rows) -> drop(each.places, sequence, place, rows));
        List<Sequence> batch = vector.batch.stream().map(Example::sequence).toList();
        assertEquals(reference.loss(batch, vector.gold, SMOOTHING), vector.loss, 1e-5);
        GradientCheck check = new GradientCheck();
        parameters.forEach((name, numbers) -> {
            float[] gradient = vector.session.gradient(name);
            Flat.assertSameBits(scalar.session.gradient(name), gradient, each + " " + name);
            check.tensor(each + " " + name, numbers, gradient, () -> reference.loss(batch, vector.gold, SMOOTHING));
        });
    }

    private static final int FORWARDS = 3;

    private static double[][] drop(List<Place> places, int sequence, String name, double[][] rows) {
        double[][] dropped = rows;
        for (int number = 0; number < places.size(); number++) {
            if (places.get(number).name.equals(name)) {
                dropped = drop(places.get(number), number, sequence, dropped);
            }
        }
        return dropped;
    }

    private static double[][] drop(Place place, int number, int sequence, double[][] rows) {
        Packing alone = new Packing();
        alone.pack(new int[] {rows.length}, 1);
        Dropout dropout = new Dropout();
        dropout.start(SEED, FORWARDS - 1, new int[] {sequence}, 1);
        float[] mask = new float[rows.length * place.columns];
        if (place.locked) {
            dropout.locked(number, place.probability, alone, mask, place.columns, place.columns);
        } else {
            dropout.each(number, place.probability, alone, mask, 0, place.columns, place.columns);
        }
        double[][] dropped = new double[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            dropped[t] = rows[t].clone();
            for (int i = 0; i < place.columns; i++) {
                dropped[t][place.column + i] *= mask[(place.locked ? 0 : t * place.columns) + i];
            }
        }
        return dropped;
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
