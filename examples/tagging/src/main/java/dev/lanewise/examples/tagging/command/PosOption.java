package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.PartsOfSpeech;
import dev.lanewise.examples.tagging.terminal.UserError;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The model that finds parts of speech for another one to read. */
final class PosOption {

    private static final String POS = "--pos";

    @Option(
            names = POS,
            paramLabel = "MODEL",
            description =
                    "A model of parts of speech, of the task xpos or pos, whose tags entities and chunks are found by"
                            + " besides the words; a model that was trained with one tags with the same one.")
    private @Nullable Path file;

    private @Nullable PartsOfSpeech read;

    boolean given() {
        return file != null;
    }

    /** What finds parts of speech, if that is wanted; read once. */
    @Nullable
    PartsOfSpeech read() {
        Path given = file;
        if (read == null && given != null) {
            read = UserError.named(POS, () -> PartsOfSpeech.read(given));
        }
        return read;
    }

    /** Refuses what a model needs and has not, has and needs not, or was not trained with. */
    void check(Path model, ModelNotes notes) {
        if (!notes.network().readsPos()) {
            return;
        }
        PartsOfSpeech pos = read();
        if (pos == null) {
            throw new UserError(
                    POS,
                    "missing; " + model + " reads parts of speech; give the model of them that it was trained with");
        }
        if (!notes.pos().orElse(pos.mark()).equals(pos.mark())) {
            throw new UserError(
                    POS,
                    pos.name() + " (SHA-256 " + pos.mark() + "...) is not what " + model + " was trained with; give the"
                            + " file whose SHA-256 begins with "
                            + notes.pos().orElseThrow());
        }
    }

    /** Refuses what no model reads. */
    void checkNeeded(List<ModelNotes> models) {
        if (given() && models.stream().noneMatch(each -> each.network().readsPos())) {
            throw new UserError(POS, "goes with a model that was trained with --pos; this one reads words alone");
        }
    }
}
