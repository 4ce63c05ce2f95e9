package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.corpus.Corpus;
import dev.lanewise.examples.tagging.corpus.Format;
import dev.lanewise.examples.tagging.corpus.Treebank;
import dev.lanewise.examples.tagging.print.TrainingProgress;
import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Recipe;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.file.AtomicFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: from tagged sentences to a model file. */
@Command(
        name = "train",
        description = "Trains a tagger; without --train on the small English treebank inside this program.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "Train N models, of this seed and those that follow, and print mean and deviation; the one that"
                            + " is best on --dev is written, without --dev the first. Default: 1.")
    private int seeds = 1;

    @Option(
            names = "--model",
            paramLabel = "OUT",
            description = "Where to write the model (.safetensors). May be missing where --test tells what is wanted.")
    private @Nullable Path model;

    @Option(names = "--quiet", description = "Print the last line only.")
    private boolean quiet;

    @Mixin
    private final LearningOptions learning = new LearningOptions();

    /** The command on these streams. */
    public TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean embedded = !data.hasTrain();
        Task task = data.task().task();
        Recipe recipe = learning.change(embedded ? Recipe.forSmallTreebank() : task.recipe(), task);
        checkArguments(embedded, task);
        ModelNotes notes = learning.notes(task);
        Corpus treebank = data.corpus().corpus(task);
        TrainingProgress progress = new TrainingProgress(console, quiet);
        Training training = learning.complete(new Training(
                recipe,
                embedded ? Treebank.TRAIN.read(treebank) : data.train(),
                embedded ? Treebank.DEV.read(treebank) : data.dev(),
                task.metric(),
                null,
                learning.vectors(),
                progress));
        List<Example<String>> test = embedded ? Treebank.TEST.read(treebank) : data.test();
        SeedRuns runs = new SeedRuns(notes, training, test, progress);
        runs.run(seeds);
        save(runs.best());
        console.out().println(runs.summary() + "; " + (model == null ? "not saved (no --model)" : "saved to " + model));
        return 0;
    }

    private void save(TaskModel trained) {
        if (model != null) {
            Path file = model;
            UserError.named("--model", () -> {
                trained.save(file);
                return file;
            });
        }
    }

    /** All that can be found wrong before an hour of training rather than after it. */
    private void checkArguments(boolean embedded, Task task) {
        if (embedded && data.hasDev()) {
            throw new UserError("--dev", "goes with --train; without it the embedded treebank's own part is used");
        }
        if (embedded && data.hasTest()) {
            throw new UserError("--test", "goes with --train; without it the embedded treebank's own part is used");
        }
        if (embedded && task != Task.POS) {
            throw new UserError(
                    "--task " + task, "goes with --train; the embedded treebank has universal parts of speech");
        }
        Format format = data.corpus().format();
        if (embedded && format != null && format != Format.CONLLU) {
            throw new UserError("--format", "goes with --train; the embedded treebank is conllu");
        }
        if (!embedded && model == null && !data.hasTest()) {
            throw new UserError("--model", "missing; say where to write the model");
        }
        if (seeds < 1) {
            throw new UserError("--seeds", seeds + " is too small; give 1 or more");
        }
        if (model != null) {
            Path file = model;
            UserError.named("--model", () -> {
                AtomicFile.check(file);
                return file;
            });
        }
    }
}
