package dev.lanewise.processor.model;

import static dev.lanewise.processor.model.DroppedPlaces.Place.locked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient of models of dense vectors is that of the loss: weights, inputs and the states they start from. */
final class DenseGradientTest {

    private static final List<Integer> SIZES = List.of(1, 3, 6, 8, 17);
    private static final List<Integer> LENGTHS = List.of(2, 7, 1, 7, 2);
    private static final String DROPPING = "@Lstm(hidden = 9, layers = 2, bidirectional = true, inputDropout = 0.3f,"
            + " recurrentDropout = 0.4f, dropout = 0.2f)";
    private static final DroppedPlaces DROPPED = new DroppedPlaces(
            1,
            0,
            List.of(
                    locked("input0", 0.3f, 3),
                    locked("state0", 0.4f, 9),
                    locked("state1", 0.4f, 9),
                    locked("output0", 0.2f, 18),
                    locked("state2", 0.4f, 9),
                    locked("state3", 0.4f, 9),
                    locked("output1", 0.2f, 18)));
    private static final GradientCheck CHECK = new GradientCheck();

    /** An interface and the number of its inputs. */
    private record Case<I>(Source<I> source, int inputs) {
        @Override
        public String toString() {
            return source.name();
        }
    }

    private static final List<Case<VectorTagger<Toy.Tag>>> TAGGERS = new ArrayList<>();
    private static final List<Case<VectorEncoder>> ENCODERS = new ArrayList<>();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        for (int i = 0; i < SIZES.size(); i++) {
            int a = SIZES.get(i);
            int b = SIZES.get((i + 1) % SIZES.size());
            int c = SIZES.get((i + 2) % SIZES.size());
            String tagger = "@Input(dim = %d) @Lstm(hidden = %d, bidirectional = true) @Linear".formatted(a, b);
            TAGGERS.add(new Case<>(Source.vectors("Tagger" + a, Toy.Tag.class, tagger), a));
            encoder("Encoder" + a, b, "@Lstm(hidden = %d)".formatted(a));
            encoder("Deep" + a, c, "@Lstm(hidden = %d, layers = 2, bidirectional = true)".formatted(a));
            encoder("Stack" + a, a, "@Lstm(hidden = %d, bidirectional = true) @Lstm(hidden = %d)".formatted(b, c));
            encoder("Gru" + a, b, "@Gru(hidden = %d)".formatted(a));
            encoder("DeepGru" + a, c, "@Gru(hidden = %d, layers = 2, bidirectional = true)".formatted(a));
            encoder("Mixed" + a, a, "@Gru(hidden = %d, bidirectional = true) @Lstm(hidden = %d)".formatted(b, c));
        }
        encoder("Dropping", 3, DROPPING);
        compiled = Compiled.into(
                directory,
                Stream.concat(TAGGERS.stream(), ENCODERS.stream())
                        .map(Case::source)
                        .toList());
    }

    private static void encoder(String name, int inputs, String layers) {
        ENCODERS.add(new Case<>(Source.encoder(name, "@Input(dim = " + inputs + ") " + layers), inputs));
    }

    @AfterAll
    static void report() {
        System.out.println("Models of vectors: " + CHECK);
    }

    static List<Case<VectorTagger<Toy.Tag>>> taggers() {
        return TAGGERS;
    }

    static List<Case<VectorEncoder>> encoders() {
        return ENCODERS;
    }

    @ParameterizedTest
    @MethodSource("taggers")
    void ofTaggers(Case<VectorTagger<Toy.Tag>> each) {
        Random random = new Random(each.inputs);
        List<Example<Toy.Tag>> batch = LENGTHS.stream()
                .map(length -> Example.of(
                        Reference.floats(numbers(random, length, each.inputs)),
                        IntStream.range(0, length)
                                .mapToObj(t -> Toy.Tag.values()[random.nextInt(3)])
                                .toList()))
                .toList();
        List<Sequence> sequences = batch.stream().map(Example::sequence).toList();
        Map<Twin, Session<Toy.Tag, VectorTagger<Toy.Tag>>> sessions = new LinkedHashMap<>();
        for (Twin twin : Twin.values()) {
            Trainer<Toy.Tag, VectorTagger<Toy.Tag>> trainer =
                    compiled.model(each.source, twin).trainer();
            Session<Toy.Tag, VectorTagger<Toy.Tag>> session = trainer.session(batch);
            session.zeroGrad();
            session.forward(sequences);
            session.loss(batch.stream().map(Example::tags).toList());
            session.backward();
            sessions.put(twin, session);
        }
        Session<Toy.Tag, VectorTagger<Toy.Tag>> session = sessions.get(Twin.VECTOR);
        Map<String, double[]> parameters = GradientCheck.doubles(session.parameterNames(), session::parameter);
        Reference reference = new Reference(parameters, none());
        List<int[]> gold = batch.stream()
                .map(example -> example.tags().stream().mapToInt(Enum::ordinal).toArray())
                .toList();
        parameters.forEach((name, numbers) -> {
            float[] gradient = session.gradient(name);
            Flat.assertSameBits(sessions.get(Twin.SCALAR).gradient(name), gradient, each + " " + name);
            CHECK.tensor(each + " " + name, numbers, gradient, () -> reference.loss(sequences, gold));
        });
    }

    /** What goes into an encoder, and what each of its outputs counts in the loss. */
    private record Item(int number, double[][] inputs, double[][] hidden, double[][] cell, double[][] weights) {

        double loss(Reference reference) {
            double[][] outputs = reference.encode(number, inputs, hidden, cell);
            return IntStream.range(0, outputs.length)
                    .mapToDouble(t -> IntStream.range(0, outputs[t].length)
                            .mapToDouble(i -> outputs[t][i] * weights[t][i])
                            .sum())
                    .sum();
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void ofEncodersWithTheirInputsAndStates(Case<VectorEncoder> each) {
        Map<Twin, EncoderSession<VectorEncoder>> sessions = new LinkedHashMap<>();
        List<Item> items = items(each.inputs, session(each, Twin.VECTOR));
        for (Twin twin : Twin.values()) {
            EncoderSession<VectorEncoder> session = session(each, twin);
            session.zeroGrad();
            session.forward(floats(items, Item::inputs), states(items));
            session.backward(floats(items, Item::weights));
            sessions.put(twin, session);
        }
        EncoderSession<VectorEncoder> session = sessions.get(Twin.VECTOR);
        Map<String, double[]> parameters = GradientCheck.doubles(session.parameterNames(), session::parameter);
        boolean drops = each.source.name().equals("Dropping");
        Reference reference = new Reference(parameters, none(), drops ? DROPPED : Reference.Masks.NONE);
        DoubleSupplier loss =
                () -> items.stream().mapToDouble(item -> item.loss(reference)).sum();
        parameters.forEach((name, numbers) -> {
            float[] gradient = session.gradient(name);
            Flat.assertSameBits(sessions.get(Twin.SCALAR).gradient(name), gradient, each + " " + name);
            CHECK.tensor(each + " " + name, numbers, gradient, loss);
        });
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            DoubleSupplier own = () -> item.loss(reference);
            EncoderState state = session.stateGradients().get(i);
            rows(each + " inputs " + i, item.inputs, session.inputGradients().get(i), own);
            rows(each + " h0 " + i, item.hidden, state.hidden(), own);
            rows(each + " c0 " + i, item.cell, state.cell(), own);
        }
    }

    private static EncoderSession<VectorEncoder> session(Case<VectorEncoder> each, Twin twin) {
        return compiled.model(each.source, twin).session(Initializer.pytorch(5), Sgd.learningRate(0.1f));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void aZeroStateHasItsGradientsToo(Case<VectorEncoder> each) {
        EncoderSession<VectorEncoder> session = session(each, Twin.VECTOR);
        session.eval();
        List<Item> items = items(each.inputs, session);
        List<EncoderState> zeros = items.stream()
                .map(item -> EncoderState.of(zeros(item.hidden), zeros(item.cell)))
                .toList();
        session.forward(floats(items, Item::inputs), zeros);
        session.backward(floats(items, Item::weights));
        List<EncoderState> given = session.stateGradients();
        session.forward(floats(items, Item::inputs));
        session.backward(floats(items, Item::weights));
        assertEquals(given, session.stateGradients());
    }

    private static float[][] zeros(double[][] rows) {
        return Arrays.stream(rows).map(row -> new float[row.length]).toArray(float[][]::new);
    }

    private static void rows(String what, double[][] numbers, float[][] gradients, DoubleSupplier loss) {
        for (int row = 0; row < numbers.length; row++) {
            CHECK.tensor(what + " row " + row, numbers[row], gradients[row], loss);
        }
    }

    private static List<Item> items(int inputs, EncoderSession<?> session) {
        Random random = new Random(7);
        float[][] zeros = new float[1][inputs];
        int outputs = session.forward(List.<float[][]>of(zeros)).get(0)[0].length;
        EncoderState state = session.states().get(0);
        int[] sizes = sizes(state.hidden());
        int[] cells = sizes(state.cell());
        List<Item> items = new ArrayList<>();
        for (int length : LENGTHS) {
            items.add(new Item(
                    items.size(),
                    numbers(random, length, inputs),
                    numbers(random, sizes),
                    numbers(random, cells),
                    numbers(random, length, outputs)));
        }
        return items;
    }

    private static int[] sizes(float[][] rows) {
        return Arrays.stream(rows).mapToInt(row -> row.length).toArray();
    }

    private static List<EncoderState> states(List<Item> items) {
        return items.stream()
                .map(item -> EncoderState.of(Reference.floats(item.hidden), Reference.floats(item.cell)))
                .toList();
    }

    private static List<float[][]> floats(List<Item> items, Function<Item, double[][]> part) {
        return items.stream().map(part).map(Reference::floats).toList();
    }

    private static double[][] numbers(Random random, int rows, int columns) {
        int[] sizes = new int[rows];
        Arrays.fill(sizes, columns);
        return numbers(random, sizes);
    }

    /** Numbers that a float holds exactly. */
    private static double[][] numbers(Random random, int[] sizes) {
        return Arrays.stream(sizes)
                .mapToObj(size -> IntStream.range(0, size)
                        .mapToDouble(i -> (float) random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Vocabularies none() {
        return Vocabularies.ofTags(List.of());
    }
}
