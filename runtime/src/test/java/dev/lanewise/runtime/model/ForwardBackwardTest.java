package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sentences without words, which a batch may hold; all else is compared with written-out taggings of generated models. */
final class ForwardBackwardTest {

    private static CountedChain chain() {
        ParameterSpec.Rows tags = ParameterSpec.Rows.TAGS;
        ModelSpec spec = ModelSpec.of("Counted", "@Tagger", FeatureSpec.ofVectors(1))
                .parameter("start_counts", "@Linear", 0, tags, 0, 0, Init.counted())
                .parameter("end_counts", "@Linear", 0, tags, 0, 0, Init.counted())
                .parameter("transition_counts", "@Linear", 0, tags, ParameterSpec.AS_ROWS, 0, Init.counted())
                .build();
        CountedChain chain =
                new CountedChain(new ParameterSet(spec, new Sizes(List.of(), List.of(List.of("A", "B")))), 0);
        chain.repack();
        return chain;
    }

    @Test
    void theOnlyTaggingOfNoWordsIsCertain() {
        ForwardBackward probabilities = new ForwardBackward();
        probabilities.run(new StubHead(new float[0][2], 2, Optional.empty()), chain());
        assertEquals(0, probabilities.logPartition(0), 0);
    }

    @Test
    void tagsThatWereNeverCountedAreEven() {
        ForwardBackward probabilities = new ForwardBackward();
        probabilities.run(new StubHead(new float[][] {{-1f, -1f}}, 2, Optional.empty()), chain());
        assertEquals(0.5, probabilities.probability(0, 0), 1e-12);
    }
}
