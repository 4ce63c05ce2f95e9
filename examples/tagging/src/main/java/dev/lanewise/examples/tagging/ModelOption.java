package dev.lanewise.examples.tagging;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The model that a command uses. */
final class ModelOption {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "A model that the command train has written.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    Path file() {
        return file;
    }

    /** The model, for all processors. */
    PosTaggerModel load() {
        PosTaggerModel model = UserError.named("--model", () -> PosTaggerModel.load(file));
        return model.withThreads(Runtime.getRuntime().availableProcessors());
    }
}
