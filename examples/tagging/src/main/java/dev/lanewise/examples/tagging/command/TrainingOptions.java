package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.Recipe;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.terminal.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a user may change about a training. */
final class TrainingOptions {

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How often the data are gone through. Default: 15; 20 for ner, 25 for chunk.")
    private @Nullable Integer epochs;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Sentences a step. Default: 32; 16 for ner and chunk; 8 on the embedded treebank.")
    private @Nullable Integer batch;

    @Option(
            names = "--lr",
            paramLabel = "X",
            description = "Learning rate of the first epoch; falls to 0 in a straight line. Default: 0.004;"
                    + " 0.002 for ner, chunk and on the embedded treebank.")
    private @Nullable Float learningRate;

    @Option(
            names = "--miss-cost",
            paramLabel = "X",
            description =
                    "What a missed entity or chunk costs more than a word that is wrongly found, from 0: the higher,"
                            + " the more are found. Default: 1 for ner, 0 for chunk.")
    private @Nullable Float missCost;

    @Option(names = "--seed", paramLabel = "N", description = "What all random choices depend on. Default: 1.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share the work; the model does not depend on it. Default: one a processor.")
    private @Nullable Integer threads;

    /** The defaults with the user's changes. */
    Recipe change(Recipe defaults, Task task) {
        if (missCost != null && !task.spans()) {
            throw new UserError("--miss-cost", "goes with --task ner and --task chunk");
        }
        return new Recipe(
                atLeastOne("--epochs", epochs, defaults.epochs()),
                atLeastOne("--batch", batch, defaults.batch()),
                positive("--lr", learningRate, defaults.learningRate()),
                notNegative("--miss-cost", missCost, defaults.missCost()),
                seed == null ? defaults.seed() : seed,
                atLeastOne("--threads", threads, defaults.threads()));
    }

    private static int atLeastOne(String argument, @Nullable Integer given, int otherwise) {
        if (given != null && given < 1) {
            throw new UserError(argument, given + " is too small; give 1 or more");
        }
        return given == null ? otherwise : given;
    }

    private static float notNegative(String argument, @Nullable Float given, float otherwise) {
        if (given != null && !(given >= 0 && given < Float.POSITIVE_INFINITY)) {
            throw new UserError(argument, given + " is no cost; give 0 or more, such as 1");
        }
        return given == null ? otherwise : given;
    }

    private static float positive(String argument, @Nullable Float given, float otherwise) {
        if (given != null && !(given > 0 && given < Float.POSITIVE_INFINITY)) {
            throw new UserError(argument, given + " is no learning rate; give a number above 0, such as 0.002");
        }
        return given == null ? otherwise : given;
    }
}
