package dev.lanewise.examples.tagging;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.file.AtomicFile;
import dev.lanewise.runtime.train.TrainingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
final class TrainCommand implements Callable<Integer> {

    /** What can be learned. */
    enum Task {
        /** Parts of speech. */
        POS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "What to learn: ${COMPLETION-CANDIDATES}. Default: pos.")
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
    private final TrainingOptions options = new TrainingOptions();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean embedded = train.isEmpty();
        PosTraining training = options.change(embedded ? PosTraining.forSmallTreebank() : PosTraining.forCorpus());
        checkArguments(embedded);
        List<Example<String>> examples = embedded ? Treebank.TRAIN.read(corpus) : readAll();
        List<Example<String>> development = development(embedded);
        TrainingProgress progress = new TrainingProgress(console, quiet);
        progress.start(task, examples, development, training);
        PosTaggerModel trained = fit(training, examples, development, progress);
        if (model != null) {
            Path file = model;
            UserError.named("--model", () -> {
                trained.save(file);
                return file;
            });
        }
        console.out().println(summary(embedded, trained, progress));
        return 0;
    }

    private static PosTaggerModel fit(
            PosTraining training,
            List<Example<String>> examples,
            List<Example<String>> development,
            TrainingProgress progress) {
        try (progress) {
            return training.fit(examples, development, progress);
        } catch (TrainingException e) {
            throw new UserError("--lr " + training.learningRate(), String.valueOf(e.getMessage()));
        }
    }

    /** All that can be found wrong before an hour of training rather than after it. */
    private void checkArguments(boolean embedded) {
        if (embedded && dev != null) {
            throw new UserError("--dev", "goes with --train; without it the embedded treebank's own part is used");
        }
        if (embedded && corpus.format() != CorpusOptions.Format.CONLLU) {
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

    private List<Example<String>> readAll() {
        List<Example<String>> examples = new ArrayList<>();
        train.forEach(file -> examples.addAll(corpus.read("--train", file)));
        return examples;
    }

    private List<Example<String>> development(boolean embedded) {
        if (embedded) {
            return Treebank.DEV.read(corpus);
        }
        return dev == null ? List.of() : corpus.read("--dev", dev);
    }

    private String summary(boolean embedded, PosTaggerModel trained, TrainingProgress progress) {
        String saved = model == null ? "not saved (no --model)" : "saved to " + model;
        String measured = embedded
                ? "test "
                        + Accuracy.text(Measurement.of(trained, Treebank.TEST.read(corpus))
                                .evaluation())
                : progress.best();
        return measured + "; " + saved;
    }
}
