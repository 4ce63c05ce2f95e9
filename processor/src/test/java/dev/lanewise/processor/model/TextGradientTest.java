package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient of taggers of words is that of the loss, whatever layers they have and however large. */
final class TextGradientTest {

    private static final List<Integer> SIZES = List.of(1, 3, 6, 8, 17);
    private static final int[] LENGTHS = {2, 7, 1, 7, 2};
    private static final GradientCheck CHECK = new GradientCheck();

    /** An interface and the number of its tags: enum constants, or strings that are learned from the data. */
    private record Case(Source<TextTagger<Object>> source, int tags) {
        @Override
        public String toString() {
            return source.name();
        }
    }

    private static final List<Case> CASES = new ArrayList<>();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        for (int i = 0; i < SIZES.size(); i++) {
            int a = SIZES.get(i);
            int b = SIZES.get((i + 1) % SIZES.size());
            int c = SIZES.get((i + 2) % SIZES.size());
            words(a, b, c);
            gatedUnits(a, b, c);
            characters(a, b, c);
            convolutions(a, b, c, List.of(3, 2, 1, 5, 9).get(i));
            chains(a, b);
        }
        compiled = Compiled.into(directory, CASES.stream().map(Case::source).toList());
    }

    private static void words(int a, int b, int c) {
        add("Words" + a, "@Embedding(dim = %d) @Lstm(hidden = %d) @Linear", b, a);
        add("Both" + a, "@Embedding(dim = %d) @Lstm(hidden = %d, bidirectional = true) @Linear", a, c);
        add("Deep" + a, "@Embedding(dim = %d) @Lstm(hidden = %d, layers = 2) @Linear", c, a);
        add("DeepBoth" + a, "@Embedding(dim = %d) @Lstm(hidden = %d, layers = 2, bidirectional = true) @Linear", b, a);
        add(
                "Stack" + a,
                "@Embedding(dim = %d) @Lstm(hidden = %d, bidirectional = true) @Lstm(hidden = %d) @Linear",
                b,
                c,
                a);
    }

    private static void gatedUnits(int a, int b, int c) {
        add("Gru" + a, "@Embedding(dim = %d) @Gru(hidden = %d) @Linear", b, a);
        add("GruBoth" + a, "@Embedding(dim = %d) @Gru(hidden = %d, layers = 2, bidirectional = true) @Linear", c, a);
        add(
                "GruOnLstm" + a,
                "@CharCnn(embedding = %d, filters = %d) @Lstm(hidden = %d) @Gru(hidden = %d, bidirectional = true)"
                        + " @Linear",
                a,
                b,
                c,
                a);
    }

    private static void characters(int a, int b, int c) {
        add(
                "Parts" + a,
                "@Affix(length = 2, dim = %d) @Affix(length = 3, kind = Affix.Kind.PREFIX, dim = %d) @Shape(dim = %d)"
                        + " @Lstm(hidden = %d) @Linear",
                a,
                b,
                c,
                b);
        add(
                "TwoTables" + a,
                "@Embedding(dim = %d) @Embedding(dim = %d, minCount = 2) @CharLstm(embedding = %d, hidden = %d)"
                        + " @Lstm(hidden = %d) @Linear",
                a,
                b,
                c,
                b,
                c);
        add(
                "Characters" + a,
                "@Embedding(dim = %d) @CharLstm(embedding = %d, hidden = %d) @Lstm(hidden = %d) @Linear",
                c,
                b,
                a,
                b);
        add(
                "CharactersBoth" + a,
                "@CharLstm(embedding = %d, hidden = %d, bidirectional = true) @Embedding(dim = %d)"
                        + " @Lstm(hidden = %d, bidirectional = true) @Linear",
                a,
                b,
                c,
                a);
        add(
                "Projected" + a,
                "@Embedding(dim = %d) @CharLstm(embedding = %d, hidden = %d, bidirectional = true, projection = %d)"
                        + " @Lstm(hidden = %d) @Linear",
                b,
                c,
                b,
                a,
                c);
        add("CharactersOnly" + a, "@CharLstm(embedding = %d, hidden = %d) @Lstm(hidden = %d) @Linear", b, a, c);
        add(
                "ProjectedOnly" + a,
                "@CharLstm(embedding = %d, hidden = %d, projection = %d) @Lstm(hidden = %d) @Linear",
                a,
                c,
                a,
                b);
    }

    private static void convolutions(int a, int b, int c, int width) {
        add(
                "Convolution" + a,
                "@Embedding(dim = %d) @CharCnn(embedding = %d, filters = %d, width = %d) @Lstm(hidden = %d) @Linear",
                c,
                b,
                a,
                width,
                b);
        add(
                "ConvolutionOnly" + a,
                "@CharCnn(embedding = %d, filters = %d) @Lstm(hidden = %d, bidirectional = true) @Linear",
                a,
                c,
                b);
        add(
                "StatesAndMaxima" + a,
                "@CharLstm(embedding = %d, hidden = %d) @CharCnn(embedding = %d, filters = %d, width = %d)"
                        + " @Embedding(dim = %d) @Lstm(hidden = %d) @Linear",
                b,
                a,
                c,
                b,
                width,
                a,
                c);
    }

    private static void chains(int a, int b) {
        add("Chain" + a, "@Embedding(dim = %d) @Lstm(hidden = %d, bidirectional = true) @Linear @Crf", b, a);
        add("ChainToo" + a, "@Embedding(dim = %d) @Lstm(hidden = %d) @Linear @Crf", a, b);
    }

    private static void add(String name, String layers, Object... sizes) {
        int tags = 2 + CASES.size() % 9;
        String text = layers.formatted(sizes);
        // Every other one has an enum, so that the number of tags is a constant of its code.
        Source<TextTagger<Object>> source =
                CASES.size() % 2 == 0 ? Source.text(name, tags, text) : Source.learned(name, text);
        CASES.add(new Case(source, tags));
    }

    @AfterAll
    static void report() {
        System.out.println("Taggers of words: " + CHECK);
    }

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sentencesOfDifferentLengths(Case each) {
        check(each, Sentences.of(3, LENGTHS));
    }

    static Stream<Case> shardedCases() {
        return CASES.stream().filter(each -> each.source.name().matches("(Characters|Gru)?Both3|Chain3"));
    }

    @ParameterizedTest
    @MethodSource("shardedCases")
    void batchesOfSeveralShards(Case each) {
        check(each, Sentences.many(4, 35));
    }

    private static void check(Case each, List<List<String>> sentences) {
        Run run = backward(each, Twin.VECTOR, sentences);
        Run scalar = backward(each, Twin.SCALAR, sentences);
        Vocabularies vocabularies = TableKeys.learn(run.examples, run.session.parameterNames());
        Map<String, double[]> parameters = GradientCheck.doubles(run.session.parameterNames(), run.session::parameter);
        Reference reference = new Reference(parameters, vocabularies);
        List<Sequence> sequences = run.batch.stream().map(Example::sequence).toList();
        parameters.forEach((name, numbers) -> {
            float[] gradient = run.session.gradient(name);
            Flat.assertSameBits(scalar.session.gradient(name), gradient, each + " " + name);
            CHECK.tensor(each + " " + name, numbers, gradient, () -> reference.loss(sequences, run.gold));
        });
    }

    private record Run(
            Session<Object, TextTagger<Object>> session,
            List<Example<Object>> examples,
            List<Example<Object>> batch,
            List<int[]> gold) {}

    private static Run backward(Case each, Twin twin, List<List<String>> sentences) {
        Model<TextTagger<Object>> model = compiled.model(each.source, twin);
        List<Object> tags = model.tags(each.tags);
        List<Example<Object>> batch = Sentences.tagged(sentences, tags);
        List<Example<Object>> examples = new ArrayList<>(batch);
        examples.add(0, Sentences.withAll(tags));
        Trainer<Object, TextTagger<Object>> trainer = model.trainer();
        Session<Object, TextTagger<Object>> session =
                trainer.initializer(Initializer.pytorch(5)).session(examples);
        session.zeroGrad();
        session.forward(batch.stream().map(Example::sequence).toList());
        session.loss(batch.stream().map(Example::tags).toList());
        session.backward();
        List<int[]> gold = batch.stream()
                .map(example -> example.tags().stream().mapToInt(tags::indexOf).toArray())
                .toList();
        return new Run(session, examples, batch, gold);
    }
}
