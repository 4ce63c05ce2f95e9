package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.file.SafeTensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings stop, choose their best epoch and average their weights as they were told. */
final class FitTest {

    private static final List<Example<String>> TRAIN = TinyTagger.examples(1, 60);
    private static final List<Example<String>> DEV = TinyTagger.examples(2, 20);
    private static final Sequence PROBE = Sequence.of(List.of("w1", "w2", "w3", "w39", "unseen"));

    @TempDir
    private Path directory;

    private static Trainer<String, TinyTagger> trainer() {
        return TinyTagger.trainer().batchSize(4).epochs(6);
    }

    private static float[] probe(TinyTagger model) {
        List<Float> flat = new ArrayList<>();
        for (float[] row : model.core.scores(PROBE)) {
            for (float score : row) {
                flat.add(score);
            }
        }
        float[] result = new float[flat.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = flat.get(i);
        }
        return result;
    }

    /** A metric that plays numbers of the test's choice. */
    private static DevMetric<String> playing(Double... values) {
        Iterator<Double> next = List.of(values).iterator();
        return DevMetric.of("played", (gold, predicted) -> next.next());
    }

    private static final class Reports implements TrainingListener {
        private final List<EpochReport> all = new ArrayList<>();

        @Override
        public void epoch(EpochReport report) {
            all.add(report);
        }
    }

    @Test
    void stopsWhenPatienceIsOver() {
        Reports reports = new Reports();
        trainer()
                .epochs(20)
                .development(DEV)
                .metric(playing(0.1, 0.3, 0.2, 0.3, 0.4, 0.4, 0.1, 0.2, 0.9))
                .patience(3)
                .listener(reports)
                .fit(TRAIN);
        assertEquals(8, reports.all.size());
        assertEquals(
                List.of(1, 2, 5),
                reports.all.stream()
                        .filter(EpochReport::best)
                        .map(EpochReport::epoch)
                        .toList());
    }

    @Test
    void needsSentences() {
        for (Executable fit : List.<Executable>of(
                () -> TinyTagger.trainer().fit(List.of()),
                () -> TinyTagger.trainer().session(List.of()))) {
            assertEquals(
                    "there are no training examples: give at least one",
                    assertThrows(IllegalArgumentException.class, fit).getMessage());
        }
    }

    @Test
    void keepsTheBestEpoch() {
        TinyTagger best = trainer()
                .epochs(5)
                .development(DEV)
                .metric(playing(0.1, 0.2, 0.5, 0.4, 0.3))
                .fit(TRAIN);
        assertArrayEquals(probe(trainer().epochs(3).fit(TRAIN)), probe(best));
    }

    @Test
    void keepsTheFirstEpochWhereNoMetricIsANumber() {
        TinyTagger best = trainer()
                .epochs(2)
                .development(DEV)
                .metric(playing(Double.NaN, Double.NaN))
                .fit(TRAIN);
        assertArrayEquals(probe(trainer().epochs(1).fit(TRAIN)), probe(best));
    }

    @Test
    void accuracyIsTheMetricAndAgreesWithTheEvaluation() {
        Reports reports = new Reports();
        trainer().development(DEV).listener(reports).fit(TRAIN);
        for (EpochReport report : reports.all) {
            assertEquals(
                    report.development().orElseThrow().accuracy(),
                    report.metric().orElseThrow());
        }
    }

    @Test
    void spanF1IsThatOfTheSpanEvaluation() {
        List<Example<String>> gold = List.of(
                Example.of(List.of("a", "b", "c"), List.of("B-X", "I-X", "O")),
                Example.of(List.of("d", "e"), List.of("O", "B-Y")));
        List<List<String>> predicted = List.of(List.of("B-X", "I-X", "B-Y"), List.of("O", "O"));
        assertEquals(0.5, DevMetric.<String>spanF1().value(gold, predicted));
    }

    @Test
    void aPlateauLowersTheRate() {
        Reports reports = new Reports();
        trainer()
                .optimizer(Sgd.learningRate(0.5f))
                .schedule(Schedule.reduceOnPlateau(0.5f, 0))
                .development(DEV)
                .metric(playing(0.5, 0.4, 0.6, 0.6, 0.7, 0.8))
                .listener(reports)
                .fit(TRAIN);
        assertEquals(
                List.of(0.5f, 0.5f, 0.25f, 0.25f, 0.125f, 0.125f),
                reports.all.stream().map(EpochReport::learningRate).toList());
    }

    @Test
    void settingsThatNeedDevelopmentDataSaySo() {
        String patience = assertThrows(
                        IllegalArgumentException.class,
                        () -> trainer().patience(2).fit(TRAIN))
                .getMessage();
        assertTrue(patience.startsWith("patience(2) goes by the development metric"), patience);
        assertTrue(patience.contains("call development(examples)"), patience);
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer().schedule(Schedule.reduceOnPlateau(0.5f, 1)).fit(TRAIN));
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                Sgd.learningRate(0.3f).momentum(0.5f),
                Sgd.learningRate(0.3f).momentum(0.5f).dense(),
                Adam.learningRate(0.05f),
                Adam.learningRate(0.05f).dense());
    }

    /** PyTorch's moving average in double precision: the first step copies, the others add (1 - decay) (weight - average). */
    @ParameterizedTest
    @MethodSource("optimizers")
    void averagesAreThoseOfEveryStep(Optimizer optimizer) {
        float decay = 0.9f;
        Trainer<String, TinyTagger> settings =
                trainer().optimizer(optimizer).shuffle(false).unknownAlpha(0f);
        Session<String, TinyTagger> session = settings.session(TRAIN);
        double[] average = new double[0];
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int from = 0; from < TRAIN.size(); from += 4) {
                List<Example<String>> batch = TRAIN.subList(from, from + 4);
                session.zeroGrad();
                session.forward(batch.stream().map(Example::sequence).toList());
                session.loss(batch.stream().map(Example::tags).toList());
                session.backward();
                session.step();
                float[] weights = session.parameter(TinyTagger.TABLE);
                if (average.length == 0) {
                    average = new double[weights.length];
                    for (int i = 0; i < weights.length; i++) {
                        average[i] = weights[i];
                    }
                }
                for (int i = 0; i < weights.length; i++) {
                    average[i] += (1 - decay) * (weights[i] - average[i]);
                }
            }
        }
        TinyTagger model = settings.epochs(3).averageWeights(decay).fit(TRAIN);
        model.core.save(directory.resolve("averaged.safetensors"));
        float[] kept = SafeTensors.read(directory.resolve("averaged.safetensors"))
                .tensor(TinyTagger.TABLE)
                .values();
        for (int i = 0; i < average.length; i++) {
            assertEquals(average[i], kept[i], 1e-6, "number " + i);
        }
    }

    @Test
    void averagesAreEvaluatedAndKept() {
        TinyTagger plain = trainer().development(DEV).fit(TRAIN);
        Reports reports = new Reports();
        TinyTagger averaged = trainer()
                .development(DEV)
                .averageWeights(0.99f)
                .listener(reports)
                .fit(TRAIN);
        assertFalse(Arrays.equals(probe(plain), probe(averaged)));
        double best = reports.all.stream()
                .mapToDouble(report -> report.metric().orElseThrow())
                .max()
                .orElseThrow();
        List<List<String>> predicted =
                averaged.core.tagAll(DEV.stream().map(Example::sequence).toList());
        assertEquals(best, DevMetric.<String>accuracy().value(DEV, predicted));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void threadsChangeNoBit(int threads) {
        Trainer<String, TinyTagger> settings =
                trainer().batchWords(150).averageWeights(0.9f).clip(1f);
        float[] expected = probe(settings.fit(TRAIN));
        assertArrayEquals(expected, probe(settings.threads(threads).fit(TRAIN)));
    }
}
