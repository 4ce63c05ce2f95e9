package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.model.TwoHeads.Tags;
import dev.lanewise.processor.model.TwoHeads.Upos;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.train.DevMetric;
import dev.lanewise.runtime.train.EpochReport;
import dev.lanewise.runtime.train.Every;
import dev.lanewise.runtime.train.HeadReport;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingException;
import dev.lanewise.runtime.train.TrainingListener;
import dev.lanewise.runtime.train.TrainingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several heads are judged by, which of them choose, and where one can read it. */
final class HeadMetricsTest {

    private static final Source<TwoHeads> PLAIN = Source.heads(
            "Judged",
            TwoHeads.class,
            "@Embedding(dim = 6) @Lstm(hidden = 7) @Linear(of = \"upos\") @Linear(of = \"xpos\", weight = 0.5f)");
    private static final Source<TextTagger<Object>> SINGLE =
            Source.learned("Single", "@Embedding(dim = 6) @Lstm(hidden = 7) @Linear");

    private static final List<Tags> TAGS =
            List.of(new Tags(Upos.A, "B-x"), new Tags(Upos.B, "I-x"), new Tags(Upos.A, "O"), new Tags(Upos.D, "I-x"));
    private static final List<Example<Tags>> EXAMPLES = List.of(
            Sentences.withAll(TAGS),
            Sentences.tagged(Sentences.of(8, 3, 5, 6), TAGS).get(2));

    /** Good at first and worse in each epoch, so that the first one is the best. */
    private static final DevMetric<Object> WORSENING = new DevMetric<>() {
        private double value;

        @Override
        public String name() {
            return "worsening";
        }

        @Override
        public double value(List<Example<Object>> gold, List<List<Object>> predicted) {
            value--;
            return value;
        }
    };

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, PLAIN, SINGLE);
    }

    private static Trainer<Tags, TwoHeads> trainer() {
        return compiled.model(PLAIN, Twin.VECTOR).<Tags>trainer().epochs(3).batchSize(1);
    }

    private static List<EpochReport> reports(Trainer<Tags, TwoHeads> trainer) {
        List<EpochReport> reports = new ArrayList<>();
        trainer.listener(new TrainingListener() {
            @Override
            public void epoch(EpochReport report) {
                reports.add(report);
            }
        });
        trainer.fit(EXAMPLES);
        return reports;
    }

    private static double accuracy(EpochReport report, String of) {
        return report.heads().get(of).development().orElseThrow().accuracy();
    }

    private static double metric(EpochReport report, String of) {
        return report.heads().get(of).metric().orElseThrow();
    }

    @Test
    void epochsAreJudgedByTheMeanOfTheHeads() {
        EpochReport report = reports(trainer().development(EXAMPLES)).get(2);
        double upos = accuracy(report, "upos");
        double xpos = accuracy(report, "xpos");
        assertEquals(List.of("upos", "xpos"), List.copyOf(report.heads().keySet()));
        assertEquals((upos + xpos) / 2, report.metric().orElseThrow());
        assertEquals(upos, metric(report, "upos"));
        double both = report.development().orElseThrow().accuracy();
        assertTrue(both <= Math.min(upos, xpos), "records are right if all of them is");
    }

    @Test
    void oneHeadCanChooseByAMetricOfItsOwn() {
        for (EpochReport report : reports(trainer().development(EXAMPLES).judgedBy("upos"))) {
            assertEquals(accuracy(report, "upos"), report.metric().orElseThrow());
        }
        DevMetric<Object> f1 = DevMetric.spanF1();
        DevMetric<Tags> typed = DevMetric.ofHead("xpos", Tags::xpos, DevMetric.spanF1());
        List<EpochReport> byName =
                reports(trainer().development(EXAMPLES).headMetric("xpos", f1).judgedBy("xpos"));
        List<EpochReport> byType = reports(trainer().development(EXAMPLES).metric(typed));
        for (int i = 0; i < 3; i++) {
            assertEquals(byType.get(i).metric(), byName.get(i).metric());
            assertEquals(metric(byName.get(i), "xpos"), byName.get(i).metric().orElseThrow());
            assertEquals(accuracy(byName.get(i), "upos"), metric(byName.get(i), "upos"));
        }
    }

    @Test
    void theMeanOfAllHeadsTakesTheMetricOfEach() {
        DevMetric<Object> constant = DevMetric.of("constant", (gold, predicted) -> 5);
        EpochReport report = reports(trainer().development(EXAMPLES).headMetric("xpos", constant))
                .get(0);
        assertEquals((accuracy(report, "upos") + 5) / 2, report.metric().orElseThrow());
    }

    @Test
    void theHeadsThatChooseDecideOnTheBestEpochAndOnStopping() {
        List<EpochReport> stopped = reports(trainer()
                .epochs(9)
                .development(EXAMPLES)
                .headMetric("xpos", WORSENING)
                .judgedBy("xpos")
                .patience(2));
        assertEquals(
                List.of(true, false, false),
                stopped.stream().map(EpochReport::best).toList());
        List<EpochReport> whole = reports(trainer()
                .epochs(4)
                .development(EXAMPLES)
                .headMetric("xpos", WORSENING)
                .judgedBy("upos"));
        assertEquals(4, whole.size());
    }

    @Test
    void theLaterOfMetricAndJudgesHolds() {
        DevMetric<Tags> constant = DevMetric.of("constant", (gold, predicted) -> 7);
        Trainer<Tags, TwoHeads> both =
                trainer().development(EXAMPLES).judgedBy("xpos").metric(constant);
        assertEquals(7, reports(both).get(0).metric().orElseThrow());
        EpochReport report = reports(both.judgedBy("xpos")).get(0);
        assertEquals(accuracy(report, "xpos"), report.metric().orElseThrow());
    }

    @Test
    void lossesOfTheHeadsAddUpByTheirWeights() {
        for (EpochReport report : reports(trainer())) {
            HeadReport upos = report.heads().get("upos");
            HeadReport xpos = report.heads().get("xpos");
            assertTrue(upos.loss() > 0 && xpos.loss() > 0);
            assertEquals(upos.loss() + 0.5 * xpos.loss(), report.loss(), 1e-12);
            assertTrue(upos.development().isEmpty() && upos.metric().isEmpty());
        }
    }

    @Test
    void aLogHasFieldsOfEachHead(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("log.csv");
        Path json = folder.resolve("log.jsonl");
        List<EpochReport> reports = reports(
                trainer().development(EXAMPLES).listener(TrainingLog.csv(csv)).listener(TrainingLog.jsonLines(json)));
        List<String> lines = Files.readAllLines(csv);
        assertTrue(
                lines.get(0)
                        .endsWith(",best,loss_upos,dev_accuracy_upos,dev_unknown_accuracy_upos,dev_metric_upos,"
                                + "loss_xpos,dev_accuracy_xpos,dev_unknown_accuracy_xpos,dev_metric_xpos"),
                lines.get(0));
        EpochReport last = reports.get(2);
        HeadReport xpos = last.heads().get("xpos");
        Evaluation evaluation = xpos.development().orElseThrow();
        String ofXpos = xpos.loss() + "," + evaluation.accuracy() + "," + evaluation.unknownAccuracy() + ","
                + metric(last, "xpos");
        assertTrue(lines.get(3).endsWith("," + ofXpos), lines.get(3));
        assertTrue(Files.readAllLines(json)
                .get(2)
                .contains(",\"loss_upos\":" + last.heads().get("upos").loss() + ","));
    }

    @Test
    void lossesOfTheHeadsSurviveAKilledTraining(@TempDir Path folder) {
        List<EpochReport> whole = reports(trainer());
        RuntimeException kill = new IllegalStateException("killed");
        Trainer<Tags, TwoHeads> first = trainer()
                .checkpoint(folder, Every.batches(1))
                .listener(new TrainingListener() {
                    @Override
                    public void batch(int epoch, long wordsDone, long words, double loss) {
                        if (epoch == 3 && wordsDone == words) {
                            throw kill;
                        }
                    }
                });
        assertEquals(kill, assertThrows(IllegalStateException.class, () -> first.fit(EXAMPLES)));
        List<EpochReport> resumed = reports(trainer().checkpoint(folder, Every.batches(1)));
        assertEquals(1, resumed.size());
        assertEquals(whole.get(2).heads(), resumed.get(0).heads());
    }

    @Test
    void aCheckpointKnowsWhichHeadsChoose(@TempDir Path folder) {
        Trainer<Tags, TwoHeads> all = trainer().development(EXAMPLES).checkpoint(folder, Every.epochs(1));
        all.fit(EXAMPLES);
        all.judgedBy("xpos");
        assertTrue(assertThrows(TrainingException.class, () -> all.fit(EXAMPLES))
                .getMessage()
                .contains("metric was mean of accuracy of upos, accuracy of xpos and is accuracy of xpos"));
    }

    @Test
    void headsThatAreNotThereAreNamed() {
        assertRefused(
                "no head gives ner; there are [upos, xpos]", () -> trainer().judgedBy("upos", "ner"));
        assertRefused(
                "no head gives ner; there are [upos, xpos]", () -> trainer().headMetric("ner", DevMetric.accuracy()));
        assertRefused(
                "judgedBy() names no head: give at least one", () -> trainer().judgedBy());
        assertRefused(
                "judgedBy names a head twice: [upos, upos]; give each once",
                () -> trainer().judgedBy("upos", "upos"));
        assertRefused(
                "judgedBy(\"upos\") is for taggers with several heads, but this one has one: call metric",
                () -> compiled.model(SINGLE, Twin.VECTOR).trainer().judgedBy("upos"));
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void aSingleHeadHasNoReportOfItsOwn() {
        List<EpochReport> reports = new ArrayList<>();
        compiled.model(SINGLE, Twin.VECTOR)
                .trainer()
                .epochs(1)
                .listener(new TrainingListener() {
                    @Override
                    public void epoch(EpochReport report) {
                        reports.add(report);
                    }
                })
                .fit(List.of(Sentences.withAll(List.copyOf(Sentences.names(3)))));
        assertTrue(reports.get(0).heads().isEmpty());
    }
}
