package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Missed spans can cost more: the gradient is that of the loss with the cost, under every kind of head, and recall rises. */
final class MissCostTest {

    private static final float COST = 1.5f;
    private static final List<Object> TAGS = List.of("B-X", "O", "I-X", "B-Y");
    private static final int OUTSIDE = 1;

    enum Head {
        GREEDY("@Linear"),
        VITERBI("@Linear(decoder = Decoder.VITERBI)"),
        CRF("@Linear @Crf");

        private final Source<TextTagger<Object>> source;

        Head(String annotations) {
            source = Source.learned(
                    "Missing" + name(), "@Embedding(dim = 5) @Lstm(hidden = 6, bidirectional = true) " + annotations);
        }
    }

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        List<Source<?>> sources = new ArrayList<>();
        for (Head head : Head.values()) {
            sources.add(head.source);
        }
        compiled = Compiled.into(directory, sources);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfTheLossWithTheCost(Head head) {
        List<Example<Object>> examples = new ArrayList<>(List.of(Sentences.withAll(TAGS)));
        examples.addAll(Sentences.tagged(Sentences.many(3, 20), TAGS));
        List<Sequence> batch = examples.stream().map(Example::sequence).toList();
        List<int[]> gold = examples.stream()
                .map(example -> example.tags().stream().mapToInt(TAGS::indexOf).toArray())
                .toList();
        Session<Object, TextTagger<Object>> vector = trainer(head, Twin.VECTOR).session(examples);
        double loss = backward(vector, batch, examples);
        Session<Object, TextTagger<Object>> scalar = trainer(head, Twin.SCALAR).session(examples);
        backward(scalar, batch, examples);
        Map<String, double[]> parameters = GradientCheck.doubles(vector.parameterNames(), vector::parameter);
        Reference reference = new Reference(parameters, TableKeys.learn(examples, parameters.keySet()));
        assertEquals(reference.loss(batch, gold, 0, OUTSIDE, COST), loss, 1e-5);
        new GradientCheck()
                .tensors(
                        "" + head,
                        parameters,
                        vector::gradient,
                        scalar::gradient,
                        () -> reference.loss(batch, gold, 0, OUTSIDE, COST));
    }

    private static Trainer<Object, TextTagger<Object>> trainer(Head head, Twin twin) {
        return compiled.model(head.source, twin)
                .<Object>trainer()
                .initializer(Initializer.pytorch(5))
                .missCost(COST);
    }

    private static double backward(
            Session<Object, TextTagger<Object>> session, List<Sequence> batch, List<Example<Object>> examples) {
        session.forward(batch);
        double loss = session.loss(examples.stream().map(Example::tags).toList());
        session.backward();
        return loss;
    }

    /** A word that is a name in two of five sentences is taken for one where missing it costs enough. */
    @ParameterizedTest
    @EnumSource
    void whatIsMissedCostsMore(Head head) {
        List<Example<Object>> examples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            examples.add(Example.of(List.of("rose"), List.<Object>of(i % 5 < 2 ? "B-X" : "O")));
        }
        assertEquals(List.of("O"), fit(head, examples, 0f).tag(List.of("rose")));
        assertEquals(List.of("B-X"), fit(head, examples, 2f).tag(List.of("rose")));
    }

    private static TextTagger<Object> fit(Head head, List<Example<Object>> examples, float cost) {
        return trainer(head, Twin.VECTOR)
                .missCost(cost)
                .unknownAlpha(0)
                .epochs(60)
                .fit(examples);
    }

    @Test
    void itIsForSpansAndNoCostIsNegative() {
        List<Example<Object>> examples = List.of(Example.of(List.of("a", "b"), List.<Object>of("DET", "NOUN")));
        Trainer<Object, TextTagger<Object>> trainer = trainer(Head.GREEDY, Twin.VECTOR);
        String message = assertThrows(IllegalArgumentException.class, () -> trainer.fit(examples))
                .getMessage();
        assertEquals(
                "missCost is for spans, whose tags hold O, but the tags are [DET, NOUN]:"
                        + " take it away, or write the tags in a span scheme",
                message);
        assertThrows(IllegalArgumentException.class, () -> trainer.missCost(-1f));
        assertThrows(IllegalArgumentException.class, () -> trainer.missCost(Float.NaN));
    }
}
