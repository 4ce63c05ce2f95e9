package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vector and the scalar twin of a model give the same bits: scores, gradients, and weights after steps. */
final class TwinTest {

    private static final int[] SIZES = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 31, 33, 63, 100, 129, 368
    };

    @TempDir
    static Path directory;

    private static Compiled compiled;

    static IntStream sizes() {
        return IntStream.of(SIZES);
    }

    private static Source<TextTagger<Object>> source(int size) {
        String layers = "@Embedding(dim = %1$d) @CharLstm(embedding = %1$d, hidden = %1$d, bidirectional = true)"
                + " @CharCnn(embedding = %1$d, filters = %1$d, width = 3) @Lstm(hidden = %1$d, bidirectional = true)"
                + " @Gru(hidden = %1$d, bidirectional = true) @Linear";
        return Source.text("Twin" + size, Math.max(2, size), layers.formatted(size));
    }

    private static Source<TextTagger<Object>> wide() {
        String layers = "@Embedding(dim = 16) @Lstm(hidden = 368, bidirectional = true) @Gru(hidden = 304) @Linear";
        return Source.text("TwinWide", 3, layers);
    }

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(
                directory,
                Stream.concat(sizes().mapToObj(TwinTest::source), Stream.of(wide()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void scoresGradientsAndWeightsAreEqualToTheBit(int size) {
        check(source(size), Math.max(2, size), 3, 1, 2, 7, 3, 5);
    }

    /** More rows than one chunk of a wide layer has in either direction, and than fit a panel. */
    @Test
    void severalChunksOfWideLayersAreEqualToTheBit() {
        check(wide(), 3, 1, IntStream.range(0, 16).map(i -> 81 + i).toArray());
    }

    private static void check(Source<TextTagger<Object>> source, int tags, int steps, int... lengths) {
        Trained vector = new Trained(source, tags, lengths, Twin.VECTOR);
        Trained scalar = new Trained(source, tags, lengths, Twin.SCALAR);
        for (int step = 0; step < steps; step++) {
            Flat.assertSameBits(Flat.of(scalar.step(step)), Flat.of(vector.step(step)), "scores");
            for (String name : scalar.session.parameterNames()) {
                Flat.assertSameBits(
                        scalar.session.gradient(name), vector.session.gradient(name), "gradient of " + name);
                Flat.assertSameBits(scalar.session.parameter(name), vector.session.parameter(name), name);
            }
        }
    }

    /** A session of one twin; each twin has a class loader and so tags of its own. */
    private static final class Trained {
        private final List<Object> tags;
        private final int[] lengths;
        private final Session<Object, TextTagger<Object>> session;

        private Trained(Source<TextTagger<Object>> source, int tagCount, int[] lengths, Twin twin) {
            Model<TextTagger<Object>> model = compiled.model(source, twin);
            tags = model.tags(tagCount);
            this.lengths = lengths;
            session = model.<Object>trainer()
                    .optimizer(Adam.learningRate(0.01f))
                    .seed(7)
                    .session(examples(0));
        }

        private List<Example<Object>> examples(int step) {
            return Sentences.tagged(Sentences.of(20 + step, lengths), tags);
        }

        private List<float[][]> step(int number) {
            List<Example<Object>> batch = examples(number);
            session.zeroGrad();
            List<float[][]> scores =
                    session.forward(batch.stream().map(Example::sequence).toList());
            session.loss(batch.stream().map(Example::tags).toList());
            session.backward();
            session.step();
            return scores;
        }
    }
}
