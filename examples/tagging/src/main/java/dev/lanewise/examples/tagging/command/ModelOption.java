package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.UserError;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file of the model that a command uses. */
final class ModelOption {

    static final String MODEL = "--model";

    @Option(
            names = MODEL,
            required = true,
            paramLabel = "MODEL",
            description = "A model that the command train has written.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    Path file() {
        return file;
    }

    /** The model, to be looked at. */
    TaskModel load() {
        return UserError.named(MODEL, () -> TaskModel.load(file));
    }
}
