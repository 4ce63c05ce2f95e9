package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.terminal.BarLine;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.runtime.train.EpochReport;
import dev.lanewise.runtime.train.TrainingListener;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar for each epoch, where somebody looks at the terminal. */
public final class EpochBar implements TrainingListener, AutoCloseable {

    private final Console console;
    private final boolean shown;
    private @Nullable ProgressBar bar;
    private long start = System.nanoTime();

    /**
     * A bar.
     *
     * @param quiet whether it is never shown
     */
    public EpochBar(Console console, boolean quiet) {
        this.console = console;
        this.shown = !quiet && console.terminal();
    }

    @Override
    public void batch(int epoch, long wordsDone, long words, double loss) {
        if (!shown) {
            return;
        }
        if (bar == null) {
            bar = newBar(epoch, words);
        }
        double seconds = Math.max(1e-9, (System.nanoTime() - start) / 1e9);
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
        start = System.nanoTime();
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
