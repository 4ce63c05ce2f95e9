package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.print.OutcomeTable;
import dev.lanewise.examples.tagging.print.TrainingProgress;
import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Network;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vectors;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: several networks on the same data, in one table. */
@Command(
        name = "compare",
        description = {
            "Compares networks on the same data, in one table.",
            "Trains each of them, with --seeds several times, and prints means and deviations in Markdown."
        },
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

    /** Which networks. */
    enum Networks {
        /** One for each way of choosing tags. */
        DECODERS,
        /** A plain one that is built up step by step. */
        ABLATION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;

    @Parameters(
            paramLabel = "NETWORKS",
            description = "decoders: all that --decoder of the command train knows for the task; ablation: all steps of"
                    + " --ablation, the one with vectors where --vectors are given.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Networks networks;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Models of each network, of this seed and those that follow. Default: 1.")
    private int seeds = 1;

    @Option(names = "--quiet", description = "Print the table only.")
    private boolean quiet;

    @Mixin
    private final VectorOptions vectors = new VectorOptions();

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /** The command on these streams. */
    public CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkArguments();
        Task task = data.task().task();
        Vectors read = vectors.read();
        List<Example<String>> train = data.train();
        List<Example<String>> dev = data.dev();
        List<Example<String>> test = data.test();
        OutcomeTable table = new OutcomeTable(task);
        for (Network network : NetworkOptions.all(networks == Networks.ABLATION, task, read != null)) {
            TrainingProgress progress = new TrainingProgress(console, quiet);
            Training training = new Training(
                    options.change(task.recipe(), task),
                    train,
                    dev,
                    task.metric(),
                    null,
                    network.readsVectors() ? read : null,
                    progress);
            SeedRuns runs = new SeedRuns(new ModelNotes(task, network), training, test, progress);
            runs.run(seeds);
            progress.line(runs.summary());
            progress.line("");
            table.add(network, runs.outcomes());
        }
        console.out().print(table);
        return 0;
    }

    private void checkArguments() {
        Task task = data.task().task();
        if (!task.heads().isEmpty()) {
            throw new UserError("--task " + task, "has one network, so there is nothing to compare; give another task");
        }
        if (!data.hasTrain()) {
            throw new UserError("--train", "missing; say what to train on");
        }
        if (!data.hasTest()) {
            throw new UserError("--test", "missing; say what to measure the networks on");
        }
        if (seeds < 1) {
            throw new UserError("--seeds", seeds + " is too small; give 1 or more");
        }
        if (networks == Networks.DECODERS && vectors.given()) {
            throw new UserError("--vectors", "goes with compare ablation; the decoders are compared without");
        }
    }
}
