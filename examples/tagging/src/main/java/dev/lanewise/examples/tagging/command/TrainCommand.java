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
    private final TaskOption task = new TaskOption();

    @Option(names = "--train", arity = "1..*", paramLabel = "FILE", description = "Files to train on.")
    private List<Path> train = List.of();

    @Option(names = "--dev", paramLabel = "FILE", description = "A file to choose the best epoch by.")
    private @Nullable Path dev;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "A file to measure each model on when it is done, accuracy and speed.")
    private @Nullable Path test;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "Train N models, of this seed and those that follow, and print mean and deviation; the one that"
                            + " is best on --dev is written. Default: 1.")
    private int seeds = 1;

    @Option(
            names = "--model",
            paramLabel = "OUT",
            description = "Where to write the model (.safetensors). May be missing where --test tells what is wanted.")
    private @Nullable Path model;

    @Option(names = "--quiet", description = "Print the last line only.")
    private boolean quiet;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    @Mixin
    private final VectorOptions vectors = new VectorOptions();

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /** The command on these streams. */
    public TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean embedded = train.isEmpty();
        Task what = task.task();
        Recipe recipe = options.change(embedded ? Recipe.forSmallTreebank() : what.recipe());
        checkArguments(embedded, what);
        ModelNotes notes = new ModelNotes(what, network.choose(what, vectors.given()));
        Corpus reader = corpus.corpus(what);
        TrainingProgress progress = new TrainingProgress(console, quiet);
        Training training = new Training(
                recipe,
                embedded ? Treebank.TRAIN.read(reader) : reader.readAll("--train", train),
                embedded ? Treebank.DEV.read(reader) : optional(reader, "--dev", dev),
                what.metric(),
                vectors.read(),
                progress);
        List<Example<String>> measured = embedded ? Treebank.TEST.read(reader) : optional(reader, "--test", test);
        SeedRuns runs = new SeedRuns(notes, training, measured, progress);
        runs.run(seeds);
        save(runs.best());
        console.out().println(runs.summary() + "; " + (model == null ? "not saved (no --model)" : "saved to " + model));
        return 0;
    }

    private static List<Example<String>> optional(Corpus reader, String argument, @Nullable Path file) {
        return file == null ? List.of() : reader.read(argument, file);
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
    private void checkArguments(boolean embedded, Task what) {
        if (embedded && dev != null) {
            throw new UserError("--dev", "goes with --train; without it the embedded treebank's own part is used");
        }
        if (embedded && test != null) {
            throw new UserError("--test", "goes with --train; without it the embedded treebank's own part is used");
        }
        if (embedded && what.conlluColumn() == null) {
            throw new UserError("--task " + what, "goes with --train; the embedded treebank has parts of speech");
        }
        if (embedded && corpus.format() != null && corpus.format() != Format.CONLLU) {
            throw new UserError("--format", "goes with --train; the embedded treebank is conllu");
        }
        if (!embedded && model == null && test == null) {
            throw new UserError("--model", "missing; say where to write the model");
        }
        if (seeds < 1) {
            throw new UserError("--seeds", seeds + " is too small; give 1 or more");
        }
        if (seeds > 1 && !embedded && model != null && dev == null) {
            throw new UserError("--seeds", "goes with --dev, which says which of the models is written to --model");
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
