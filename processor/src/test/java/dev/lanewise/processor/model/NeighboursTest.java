package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.train.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sentence's scores are the same bits whatever sentences are beside it in the batch, and in whatever order. */
final class NeighboursTest {

    private static final int SENTENCES = 37;
    private static final List<Object> TAGS = List.copyOf(Sentences.names(5));

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, TrainedModel.DEEP.source());
    }

    @ParameterizedTest
    @EnumSource
    void doNotChangeASentencesScores(Twin twin) {
        List<List<String>> sentences = Sentences.many(19, SENTENCES);
        List<Example<Object>> examples = Sentences.tagged(sentences, TAGS);
        Session<Object, TextTagger<Object>> session = compiled.model(TrainedModel.DEEP.source(), twin)
                .<Object>trainer()
                .session(examples);
        TextTagger<Object> model = session.model();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < SENTENCES; i++) {
            order.add(i);
        }
        for (int size : new int[] {2, 5, 16, SENTENCES}) {
            Collections.shuffle(order, new Random(size));
            List<Integer> chosen = order.subList(0, size);
            List<float[][]> scores = session.forward(
                    chosen.stream().map(sentences::get).map(Sequence::of).toList());
            for (int i = 0; i < size; i++) {
                List<String> words = sentences.get(chosen.get(i));
                Flat.assertSameBits(model.scores(words), scores.get(i), words + " among " + size);
            }
        }
    }
}
