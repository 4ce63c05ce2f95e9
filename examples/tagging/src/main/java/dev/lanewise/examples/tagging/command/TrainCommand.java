package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.corpus.Corpus;
import dev.lanewise.examples.tagging.corpus.Format;
import dev.lanewise.examples.tagging.corpus.Treebank;
import dev.lanewise.examples.tagging.print.Measurement;
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
import dev.lanewise.runtime.train.TrainingException;
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

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description =
                    "What to learn: pos and xpos, parts of speech; tags, any other tags of words; ner, entities, and chunk, in"
                            + " any of IO, IOB1, BIO and BIOES, learned as BIO. Default: pos.")
    private Task task = Task.POS;

    @Option(names = "--train", arity = "1..*", paramLabel = "FILE", description = "Files to train on.")
    private List<Path> train = List.of();

    @Option(names = "--dev", paramLabel = "FILE", description = "A file to choose the best epoch by.")
    private @Nullable Path dev;

    @Option(names = "--model", paramLabel = "OUT", description = "Where to write the model (.safetensors).")
    private @Nullable Path model;

    @Option(names = "--quiet", description = "Print the last line only.")
    private boolean quiet;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

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
        Recipe recipe = options.change(embedded ? Recipe.forSmallTreebank() : task.recipe());
        checkArguments(embedded);
        Corpus reader = corpus.corpus(task);
        TrainingProgress progress = new TrainingProgress(console, quiet);
        Training training = new Training(
                recipe,
                embedded ? Treebank.TRAIN.read(reader) : reader.readAll("--train", train),
                development(embedded, reader),
                task.metric(),
                vectors.read(),
                progress);
        ModelNotes notes = new ModelNotes(task, task.network(vectors.given()));
        progress.start(notes, training);
        TaskModel trained = fit(notes, training, progress);
        if (model != null) {
            Path file = model;
            UserError.named("--model", () -> {
                trained.save(file);
                return file;
            });
        }
        console.out().println(summary(embedded, reader, trained, progress));
        return 0;
    }

    private static TaskModel fit(ModelNotes notes, Training training, TrainingProgress progress) {
        try (progress) {
            return TaskModel.train(notes, training);
        } catch (TrainingException e) {
            throw new UserError("--lr " + training.recipe().learningRate(), String.valueOf(e.getMessage()));
        }
    }

    /** All that can be found wrong before an hour of training rather than after it. */
    private void checkArguments(boolean embedded) {
        if (embedded && dev != null) {
            throw new UserError("--dev", "goes with --train; without it the embedded treebank's own part is used");
        }
        if (embedded && task.conlluColumn() == null) {
            throw new UserError("--task " + task, "goes with --train; the embedded treebank has parts of speech");
        }
        if (embedded && corpus.format() != null && corpus.format() != Format.CONLLU) {
            throw new UserError("--format", "goes with --train; the embedded treebank is conllu");
        }
        if (!embedded && model == null) {
            throw new UserError("--model", "missing; say where to write the model");
        }
        if (model != null) {
            Path file = model;
            UserError.named("--model", () -> {
                AtomicFile.check(file);
                return file;
            });
        }
    }

    private List<Example<String>> development(boolean embedded, Corpus reader) {
        if (embedded) {
            return Treebank.DEV.read(reader);
        }
        return dev == null ? List.of() : reader.read("--dev", dev);
    }

    private String summary(boolean embedded, Corpus reader, TaskModel trained, TrainingProgress progress) {
        String saved = model == null ? "not saved (no --model)" : "saved to " + model;
        String measured = embedded
                ? "test " + Measurement.of(trained, Treebank.TEST.read(reader)).text()
                : progress.best();
        return measured + "; " + saved;
    }
}
