package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training whose numbers are no numbers any more stops at once, says where, and keeps its best model. */
final class AccidentTest {

    private static final List<Example<String>> TRAIN = TinyTagger.examples(1, 40);
    private static final List<Example<String>> DEV = TinyTagger.examples(2, 20);

    @TempDir
    private Path directory;

    private static Trainer<String, TinyTagger> trainer() {
        return TinyTagger.trainer()
                .optimizer(Sgd.learningRate(0.5f))
                .batchSize(8)
                .epochs(8)
                .shuffle(false)
                .unknownAlpha(0f);
    }

    /** A rate that is fine for two epochs and far too large from then on. */
    private static Schedule explodingInThirdEpoch() {
        return moment -> moment.epoch() < 2 ? 1f : Float.POSITIVE_INFINITY;
    }

    private static TrainingException accident(Trainer<String, TinyTagger> trainer) {
        return assertThrows(TrainingException.class, () -> trainer.fit(TRAIN));
    }

    @Test
    void saysWhere() {
        String message = accident(trainer().schedule(explodingInThirdEpoch())).getMessage();
        assertTrue(
                message.matches(
                        "the loss is NaN in epoch 3, batch 2, sentence \\d+ \\(counted from 0\\): the weights "
                                + "[a-z2_.]+ of @[A-Z].* are no numbers any more\\. Lower the learning rate, or set clip\\(5f\\).*"),
                message);
        int sentence = Integer.parseInt(message.replaceAll(".*sentence (\\d+) .*", "$1"));
        assertTrue(sentence >= 8 && sentence < 16, "the second batch has the sentences 8 to 15, not " + sentence);
    }

    @Test
    void anInterruptInTheEvaluationEndsTheTraining() {
        TrainingListener interrupting = new TrainingListener() {
            @Override
            public void batch(int epoch, long wordsDone, long words, double loss) {
                if (epoch == 2 && wordsDone == words) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        TrainingException e = accident(trainer().threads(2).development(DEV).listener(interrupting));
        assertTrue(Thread.interrupted());
        assertTrue(
                e.getMessage().startsWith("the training was interrupted in the evaluation of epoch 2"), e::getMessage);
    }

    @Test
    void scoresThatAreTooLargeAreOfTheHead() {
        Initializer huge = parameters -> {
            Initializer.pytorch(1).fill(parameters);
            float[] weights = parameters.get(TinyTagger.WEIGHT).copy();
            Arrays.fill(weights, 3e38f);
            parameters.get(TinyTagger.WEIGHT).set(weights);
        };
        String message = accident(trainer().initializer(huge)).getMessage();
        assertTrue(message.startsWith("the loss is NaN in epoch 1, batch 1, sentence 0 (counted from 0): "), message);
        assertTrue(message.contains("the scores of @Linear are no numbers, so its weights are too large"), message);
    }

    @Test
    void clippingFindsGradientsThatAreTooLarge() {
        // One tag's weights at one end of the range, the other's at the other: their difference is beyond it.
        Initializer extreme = parameters -> {
            float[] table = parameters.get(TinyTagger.TABLE).copy();
            Arrays.fill(table, 1e-39f);
            parameters.get(TinyTagger.TABLE).set(table);
            float[] weights = parameters.get(TinyTagger.WEIGHT).copy();
            Arrays.fill(weights, Float.MAX_VALUE);
            Arrays.fill(weights, 0, weights.length / 2, -Float.MAX_VALUE);
            parameters.get(TinyTagger.WEIGHT).set(weights);
        };
        List<Example<String>> two =
                List.of(Example.of(List.of("a"), List.of("x")), Example.of(List.of("b"), List.of("y")));
        String message = assertThrows(
                        TrainingException.class,
                        () -> trainer()
                                .initializer(extreme)
                                .batchSize(1)
                                .clip(1f)
                                .fit(two))
                .getMessage();
        assertEquals(
                "the gradients of word_embeddings.weight of @Embedding(dim = 4) are no numbers any more in epoch 1, batch 1."
                        + " Lower the learning rate, or set clip(5f) if there is none",
                message);
    }

    @Test
    void weightsThatTheLastStepOfAnEpochSpoiltAreNotKept() {
        Schedule lastStep = moment -> moment.batch() + 1 < moment.batches() ? 1f : Float.POSITIVE_INFINITY;
        String message = accident(trainer().schedule(lastStep)).getMessage();
        assertTrue(message.contains(" are no numbers any more after epoch 1. Lower the learning rate"), message);
    }

    @Test
    void holdsTheLastGoodEpochWithoutDevelopmentData() {
        TrainingException e = accident(trainer().schedule(explodingInThirdEpoch()));
        TinyTagger best = e.best(TinyTagger.class).orElseThrow();
        TinyTagger expected = trainer().epochs(2).fit(TRAIN);
        assertEquals(
                expected.core.taggings(DEV.stream().map(Example::sequence).toList()),
                best.core.taggings(DEV.stream().map(Example::sequence).toList()));
        assertTrue(e.getMessage().endsWith("The best model so far, of epoch 2, is in this exception: best(...)"));
    }

    @Test
    void holdsTheBestEpoch() {
        TrainingException e = accident(trainer()
                .schedule(explodingInThirdEpoch())
                .development(DEV)
                .metric(DevMetric.of("falling", (gold, predicted) -> 0)));
        assertTrue(e.getMessage().contains("of epoch 1, is in this exception"), e.getMessage());
        assertTrue(e.best(TinyTagger.class).isPresent());
        assertTrue(e.best(String.class).isEmpty());
    }

    @Test
    void holdsNothingInTheFirstEpoch() {
        TrainingException e = accident(trainer().schedule(moment -> 1e38f));
        assertTrue(e.best(TinyTagger.class).isEmpty());
    }

    /** A resumed training meets the same accident, and its best model again. */
    @Test
    void aCheckpointHoldsTheBestModelToo() {
        Trainer<String, TinyTagger> trainer =
                trainer().schedule(explodingInThirdEpoch()).checkpoint(directory, Every.batches(1));
        TrainingException first = accident(trainer);
        TrainingException second = accident(trainer);
        assertEquals(first.getMessage(), second.getMessage());
        assertTrue(second.best(TinyTagger.class).isPresent());
    }
}
