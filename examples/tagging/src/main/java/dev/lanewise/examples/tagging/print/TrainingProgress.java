package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.train.EpochReport;
import dev.lanewise.runtime.train.TrainingListener;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Shows how a training goes on: a progress bar on a terminal, and a line for each epoch. */
public final class TrainingProgress implements TrainingListener, AutoCloseable {

    private final Console console;
    private final boolean quiet;
    private final EpochBar bar;
    private boolean spans;
    private String kept = "";
    private long words;
    private double seconds;

    /**
     * A progress.
     *
     * @param quiet whether nothing is shown
     */
    public TrainingProgress(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
        this.bar = new EpochBar(console, quiet);
    }

    /** Says what is about to be done. */
    public void start(ModelNotes notes, Training training) {
        spans = notes.task().spans();
        line(Beginning.text(notes, training));
    }

    /** Begins to count anew, for the next training. */
    public void next() {
        kept = "counted";
        words = 0;
        seconds = 0;
    }

    @Override
    public void batch(int epoch, long wordsDone, long wordsOfEpoch, double loss) {
        bar.batch(epoch, wordsDone, wordsOfEpoch, loss);
    }

    @Override
    public void epoch(EpochReport report) {
        bar.epoch(report);
        words += report.words();
        seconds += report.seconds();
        if (report.best() || report.development().isEmpty()) {
            kept = "epoch " + report.epoch() + " is kept";
        }
        line(line(report));
    }

    /** What was measured on the development data, if there are any, behind some text. */
    private String development(EpochReport report, String before) {
        String f1 = spans
                ? String.format(
                        Locale.ROOT, "F1 %.2f %%, ", 100 * report.metric().orElse(0))
                : "";
        Map<String, Evaluation> heads = new LinkedHashMap<>();
        report.heads().forEach((name, head) -> head.development().ifPresent(evaluation -> heads.put(name, evaluation)));
        return report.development()
                .map(e -> before + f1 + Accuracy.text(e, heads))
                .orElse("");
    }

    private String line(EpochReport report) {
        String head = String.format(
                Locale.ROOT,
                "epoch %2d/%d: loss %.4f, %,.0f words/s",
                report.epoch(),
                report.epochs(),
                report.loss(),
                report.wordsPerSecond());
        return head + development(report, ", dev ") + (report.best() ? " *" : "");
    }

    /** Says something between trainings. */
    public void line(String text) {
        if (!quiet) {
            console.out().println(text);
            console.flush();
        }
    }

    /** Which epoch's model is kept. */
    public String kept() {
        return kept;
    }

    /** How fast the epochs went, evaluation not counted, if there were any. */
    public OptionalDouble wordsPerSecond() {
        return words == 0 ? OptionalDouble.empty() : OptionalDouble.of(words / Math.max(seconds, 1e-9));
    }

    /** Takes the progress bar away. */
    @Override
    public void close() {
        bar.close();
    }
}
