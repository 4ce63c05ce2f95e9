package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.examples.tagging.terminal.BarLine;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vectors;
import dev.lanewise.runtime.train.EpochReport;
import dev.lanewise.runtime.train.TrainingListener;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how a training goes on: a progress bar on a terminal, and a line for each epoch. */
public final class TrainingProgress implements TrainingListener, AutoCloseable {

    private final Console console;
    private final boolean quiet;
    private @Nullable ProgressBar bar;
    private boolean spans;
    private long epochStart;
    private String best = "";

    /**
     * A progress.
     *
     * @param quiet whether nothing is shown
     */
    public TrainingProgress(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    /** Says what is about to be done. */
    public void start(ModelNotes notes, Training training) {
        spans = notes.task().spans();
        epochStart = System.nanoTime();
        if (quiet) {
            return;
        }
        Set<String> tags = new HashSet<>();
        training.train().forEach(example -> tags.addAll(example.tags()));
        console.out()
                .printf(
                        Locale.ROOT,
                        "task %s: train %s, dev %s, %d tags, %d epochs%n",
                        notes.task(),
                        size(training.train()),
                        size(training.dev()),
                        tags.size(),
                        training.recipe().epochs());
        if (training.vectors() != null) {
            console.out().println(coverage(training.vectors(), training.train()));
        }
        console.flush();
    }

    private static String coverage(Vectors vectors, List<Example<String>> examples) {
        return "vectors "
                + vectors.coverage(() -> examples.stream()
                        .flatMap(example -> example.words().stream())
                        .iterator());
    }

    private static String size(List<Example<String>> examples) {
        long words = examples.stream().mapToLong(Example::length).sum();
        return String.format(Locale.ROOT, "%,d sentences (%,d words)", examples.size(), words);
    }

    @Override
    public void batch(int epoch, long wordsDone, long words, double loss) {
        if (quiet || !console.terminal()) {
            return;
        }
        if (bar == null) {
            bar = newBar(epoch, words);
        }
        double seconds = Math.max(1e-9, (System.nanoTime() - epochStart) / 1e9);
        bar.stepTo(wordsDone);
        bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f, %,.0f words/s", loss, wordsDone / seconds));
    }

    private ProgressBar newBar(int epoch, long words) {
        return new ProgressBarBuilder()
                .setTaskName("epoch " + epoch)
                .setInitialMax(words)
                .setUnit(" words", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new BarLine(console.err()))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void epoch(EpochReport report) {
        close();
        if (report.best() || report.development().isEmpty()) {
            best = "epoch " + report.epoch() + " is kept" + development(report, ": dev ");
        }
        if (!quiet) {
            console.out().println(line(report));
            console.flush();
        }
        epochStart = System.nanoTime();
    }

    /** What was measured on the development data, if there are any, behind some text. */
    private String development(EpochReport report, String before) {
        String f1 = spans
                ? String.format(
                        Locale.ROOT, "F1 %.2f %%, ", 100 * report.metric().orElse(0))
                : "";
        return report.development().map(e -> before + f1 + Accuracy.text(e)).orElse("");
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

    /** Which epoch's model is kept, and how good it is. */
    public String best() {
        return best;
    }

    /** Takes the progress bar away. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
