package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.corpus.Corpus;
import dev.lanewise.examples.tagging.print.FoldProgress;
import dev.lanewise.examples.tagging.task.Folds;
import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vectors;
import dev.lanewise.runtime.train.CrossValidation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crossval}: how well a task is learned from data without a split of their own. */
@Command(
        name = "crossval",
        description = {
            "Measures how well a task is learned, by cross-validation.",
            "Trains as many models as there are folds, each on all folds but one, and measures it on that one. Every model"
                    + " is that of its last epoch."
        },
        mixinStandardHelpOptions = true)
public final class CrossValidateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final TaskOption task = new TaskOption();

    @Option(
            names = "--data",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description = "The tagged sentences.")
    private List<Path> data = List.of();

    @Option(names = "--folds", paramLabel = "N", description = "How many folds. Default: 10.")
    private int folds = 10;

    @Option(names = "--quiet", description = "Print the last lines only.")
    private boolean quiet;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Mixin
    private final LearningOptions learning = new LearningOptions();

    /** The command on these streams. */
    public CrossValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Task what = task.task();
        ModelNotes notes = learning.notes(what);
        Corpus reader = corpus.corpus(what);
        List<Example<String>> examples = reader.readAll("--data", data);
        if (folds < 2 || folds > examples.size()) {
            throw new UserError(
                    "--folds", folds + " is out of range; give 2 to " + examples.size() + ", the number of sentences");
        }
        Vectors read = learning.vectors();
        FoldProgress progress = new FoldProgress(console, quiet, folds, what);
        Training training = learning.complete(new Training(
                learning.change(what.recipe(), what), examples, List.of(), what.metric(), null, read, progress.bar()));
        progress.start(notes, training);
        CrossValidation<String> result =
                Failures.named(training, () -> Folds.run(notes, training, folds, progress::fold));
        console.out().print(progress.summary(examples, result));
        return 0;
    }
}
