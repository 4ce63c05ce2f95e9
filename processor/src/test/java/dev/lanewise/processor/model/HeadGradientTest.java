package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.model.HeadType;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
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

/** Every gradient of taggers with several heads is that of the weighted sum of their losses, those of the shared layers too. */
final class HeadGradientTest {

    private static final List<TwoHeads.Tags> TWO = Stream.of("p", "q", "r", "s", "t", "u", "v")
            .flatMap(xpos -> Stream.of(TwoHeads.Upos.values()).map(upos -> new TwoHeads.Tags(upos, xpos)))
            .toList();
    private static final List<ThreeHeads.Tags> THREE = TWO.stream()
            .map(two -> new ThreeHeads.Tags(
                    two.xpos(), ThreeHeads.Chunk.values()[two.xpos().hashCode() % 3], two.upos()))
            .toList();
    private static final GradientCheck CHECK = new GradientCheck();

    /**
     * A model.
     *
     * @param tags records that hold every tag of every head
     */
    private record Case<T, I>(Source<I> source, List<T> tags) {
        @Override
        public String toString() {
            return source.name();
        }
    }

    private static final List<Case<?, ?>> CASES = new ArrayList<>();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        for (int size : List.of(3, 17)) {
            String both = "@Embedding(dim = %1$d) @Lstm(hidden = %1$d, bidirectional = true)".formatted(size);
            String gated = "@CharLstm(embedding = 3, hidden = %1$d) @Gru(hidden = %1$d)".formatted(size);
            two("Two" + size, both + "@Linear(of = \"upos\") @Linear(of = \"xpos\", weight = 0.25f)");
            two(
                    "OneChain" + size,
                    gated + "@Linear(of = \"xpos\") @Linear(of = \"upos\", weight = 2f) @Crf(of = \"upos\")");
            two(
                    "Chains" + size,
                    both + "@Linear(of = \"upos\") @Linear(of = \"xpos\", weight = 0.7f)"
                            + " @Crf(of = \"xpos\") @Crf(of = \"upos\")");
            two(
                    "Counted" + size,
                    gated + "@Linear(of = \"upos\", decoder = Decoder.VITERBI, weight = 3f)"
                            + " @Linear(of = \"xpos\", decoder = Decoder.VITERBI)");
            three(
                    "Three" + size,
                    both + "@Linear(of = \"upos\", weight = 0.5f) @Linear(of = \"chunk\", weight = 1.5f)"
                            + " @Linear(of = \"xpos\") @Crf(of = \"chunk\")");
        }
        compiled = Compiled.into(directory, CASES.stream().map(Case::source).toList());
    }

    private static void two(String name, String layers) {
        CASES.add(new Case<>(Source.heads(name, TwoHeads.class, layers), TWO));
    }

    private static void three(String name, String layers) {
        CASES.add(new Case<>(Source.heads(name, ThreeHeads.class, layers), THREE));
    }

    @AfterAll
    static void report() {
        System.out.println("Taggers with several heads: " + CHECK);
    }

    static List<Case<?, ?>> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sentencesOfDifferentLengths(Case<?, ?> each) {
        check(each, Sentences.of(3, 2, 7, 1, 7, 2));
    }

    static Stream<Case<?, ?>> shardedCases() {
        return CASES.stream().filter(each -> each.source.name().matches("(Two|OneChain|Three)3"));
    }

    @ParameterizedTest
    @MethodSource("shardedCases")
    void batchesOfSeveralShards(Case<?, ?> each) {
        check(each, Sentences.many(4, 35));
    }

    private static <T, I> void check(Case<T, I> each, List<List<String>> sentences) {
        List<Example<T>> batch = Sentences.tagged(sentences, each.tags);
        List<Example<T>> examples = new ArrayList<>(batch);
        examples.add(0, Sentences.withAll(each.tags));
        Session<T, I> session = session(each, Twin.VECTOR, examples);
        Session<T, I> scalar = session(each, Twin.SCALAR, examples);
        double loss = backward(session, batch);
        backward(scalar, batch);
        Map<String, double[]> parameters = GradientCheck.doubles(session.parameterNames(), session::parameter);
        Reference reference = new Reference(parameters, TableKeys.learn(examples, session.parameterNames()));
        List<Sequence> sequences = batch.stream().map(Example::sequence).toList();
        List<HeadType<T, ?>> heads = compiled.model(each.source, Twin.VECTOR)
                .<T>taggerType()
                .heads()
                .learn(examples)
                .types();
        List<List<int[]>> gold = heads.stream().map(head -> ids(head, batch)).toList();
        assertEquals(sum(reference, heads, sequences, gold), loss, 1e-5 * loss, each + " loss");
        CHECK.tensors(
                "" + each,
                parameters,
                session::gradient,
                scalar::gradient,
                () -> sum(reference, heads, sequences, gold));
        session.step();
        scalar.step();
        session.parameterNames()
                .forEach(name -> Flat.assertSameBits(scalar.parameter(name), session.parameter(name), name));
    }

    private static <T, I> Session<T, I> session(Case<T, I> each, Twin twin, List<Example<T>> examples) {
        return compiled.model(each.source, twin)
                .<T>trainer()
                .optimizer(Adam.learningRate(0.01f))
                .initializer(Initializer.pytorch(5))
                .session(examples);
    }

    private static <T> double backward(Session<T, ?> session, List<Example<T>> batch) {
        session.zeroGrad();
        session.forward(batch.stream().map(Example::sequence).toList());
        double loss = session.loss(batch.stream().map(Example::tags).toList());
        session.backward();
        return loss;
    }

    private static <T> List<int[]> ids(HeadType<T, ?> head, List<Example<T>> batch) {
        return batch.stream()
                .map(example -> example.tags().stream().mapToInt(head::find).toArray())
                .toList();
    }

    private static <T> double sum(
            Reference reference, List<HeadType<T, ?>> heads, List<Sequence> sequences, List<List<int[]>> gold) {
        double sum = 0;
        for (int i = 0; i < heads.size(); i++) {
            HeadType<T, ?> head = heads.get(i);
            sum += head.weight() * reference.loss(head.of() + "_hidden2tag", sequences, gold.get(i), 0, 0, 0);
        }
        return sum;
    }
}
