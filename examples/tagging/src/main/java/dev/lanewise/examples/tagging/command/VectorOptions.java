package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.model.Pretrained;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.data.Vectors;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The word vectors that a training begins with. */
final class VectorOptions {

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            description = "Word vectors to begin with, GloVe, word2vec or fastText, plain or gzip; of " + Pretrained.DIM
                    + " numbers each.")
    private @Nullable Path file;

    @Option(names = "--frozen", description = "Keep the vectors as they are.")
    private boolean frozen;

    boolean given() {
        return file != null;
    }

    /** The vectors, if any are wanted. */
    @Nullable
    Vectors read() {
        Path given = file;
        if (given == null && frozen) {
            throw new UserError("--frozen", "goes with --vectors");
        }
        if (given == null) {
            return null;
        }
        Vectors vectors = UserError.named("--vectors", () -> Vectors.read(given));
        if (vectors.dim() != Pretrained.DIM) {
            throw new UserError(
                    "--vectors",
                    given + " has vectors of " + vectors.dim() + " numbers, but this program reads " + Pretrained.DIM
                            + "; give others, or set Pretrained.DIM to " + vectors.dim() + " and build it again");
        }
        return frozen ? vectors.frozen() : vectors;
    }
}
