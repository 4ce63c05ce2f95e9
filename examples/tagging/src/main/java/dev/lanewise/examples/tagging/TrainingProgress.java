package dev.lanewise.examples.tagging;

import dev.lanewise.runtime.data.Example;
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
final class TrainingProgress implements TrainingListener, AutoCloseable {

    private final Console console;
    private final boolean quiet;
    private @Nullable ProgressBar bar;
    private long epochStart;
    private String best = "";

    TrainingProgress(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    /** Says what is about to be done. */
    void start(TrainCommand.Task task, List<Example<String>> train, List<Example<String>> dev, PosTraining training) {
        epochStart = System.nanoTime();
        if (quiet) {
            return;
        }
        Set<String> tags = new HashSet<>();
        train.forEach(example -> tags.addAll(example.tags()));
        console.out()
                .printf(
                        Locale.ROOT,
                        "task %s: train %s, dev %s, %d tags, %d epochs%n",
                        task,
                        size(train),
                        size(dev),
                        tags.size(),
                        training.epochs());
        console.flush();
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
            best = "epoch " + report.epoch() + " is kept"
                    + report.development().map(e -> ": dev " + Accuracy.text(e)).orElse("");
        }
        if (!quiet) {
            console.out().println(line(report));
            console.flush();
        }
        epochStart = System.nanoTime();
    }

    private static String line(EpochReport report) {
        String head = String.format(
                Locale.ROOT,
                "epoch %2d/%d: loss %.4f, %,.0f words/s",
                report.epoch(),
                report.epochs(),
                report.loss(),
                report.wordsPerSecond());
        return head
                + report.development().map(e -> ", dev " + Accuracy.text(e)).orElse("")
                + (report.best() ? " *" : "");
    }

    /** Which epoch's model is kept, and how good it is. */
    String best() {
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
