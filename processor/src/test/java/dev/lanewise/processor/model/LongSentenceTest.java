package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tagging keeps the gates of a chunk of time steps, training those of the whole batch: the scores are the same bits. */
final class LongSentenceTest {

    /** Words of three chunks and a part of one. */
    private static final int LENGTH = 450;

    private static final List<Object> TAGS = List.copyOf(Sentences.names(5));
    private static final List<Example<Object>> EXAMPLES = Sentences.tagged(Sentences.of(23, LENGTH, 1), TAGS);

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, List.of(TrainedModel.LABELLER.source(), TrainedModel.GATED_UNITS.source()));
    }

    @ParameterizedTest
    @EnumSource
    void hasTheScoresOfALearningPass(Twin twin) {
        check(compiled.model(TrainedModel.LABELLER.source(), twin));
        check(compiled.model(TrainedModel.GATED_UNITS.source(), twin));
    }

    private static void check(Model<TextTagger<Object>> type) {
        Session<Object, TextTagger<Object>> session = type.<Object>trainer().session(EXAMPLES);
        session.eval();
        List<float[][]> scores =
                session.forward(EXAMPLES.stream().map(Example::sequence).toList());
        for (int i = 0; i < EXAMPLES.size(); i++) {
            List<String> words = EXAMPLES.get(i).words();
            Flat.assertSameBits(session.model().scores(words), scores.get(i), words.size() + " words");
        }
    }
}
