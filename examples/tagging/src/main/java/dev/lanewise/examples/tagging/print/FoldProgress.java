package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.eval.SpanEvaluation;
import dev.lanewise.runtime.train.CrossValidation;
import java.util.List;
import java.util.Locale;

/** Shows how a cross-validation goes on: a line for each fold. */
public final class FoldProgress {

    private final Console console;
    private final boolean quiet;
    private final int folds;
    private final Task task;
    private final EpochBar bar;

    /**
     * A progress.
     *
     * @param quiet whether nothing is shown
     */
    public FoldProgress(Console console, boolean quiet, int folds, Task task) {
        this.console = console;
        this.quiet = quiet;
        this.folds = folds;
        this.task = task;
        this.bar = new EpochBar(console, quiet);
    }

    /** Shows each epoch. */
    public EpochBar bar() {
        return bar;
    }

    /** Says what is about to be done. */
    public void start(ModelNotes notes, Training training) {
        if (!quiet) {
            console.out().println(Beginning.text(notes, training) + ", " + folds + " folds");
            console.flush();
        }
    }

    /** Tells of a fold that is done. */
    public void fold(int number, double value) {
        if (!quiet) {
            console.out().printf(Locale.ROOT, "fold %2d/%d: %s %.2f %%%n", number, folds, task.measure(), 100 * value);
            console.flush();
        }
    }

    /** What came of it: the mean over the folds, then all sentences together. */
    public String summary(List<Example<String>> examples, CrossValidation<String> result) {
        String mean = task.measure() + " " + new Spread(result.mean(), result.deviation()).percent()
                + ", mean and deviation of " + folds + " folds\n";
        long unknown = result.evaluations().stream()
                .mapToLong(Evaluation::unknownTokens)
                .sum();
        long correct = result.evaluations().stream()
                .mapToLong(Evaluation::unknownCorrect)
                .sum();
        String words = Accuracy.text(
                        Evaluation.of(examples, result.predicted(), word -> true),
                        Measurement.heads(task, examples, result.predicted(), word -> true))
                + String.format(Locale.ROOT, " (unknown words %.2f %%)", unknown == 0 ? 0 : 100.0 * correct / unknown);
        String spans =
                task.spans() ? SpanEvaluation.of(examples, result.predicted()).report() : "";
        return mean + "all folds together: " + words + "\n" + spans;
    }
}
