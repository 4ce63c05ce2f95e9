package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** The model that a command tags with, and what finds the parts of speech that it may read. */
final class TaggerOptions {

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final PosOption pos = new PosOption();

    Path file() {
        return model.file();
    }

    /** The model, of a command that has one. */
    TaskModel load() {
        return load("", null).first();
    }

    /** The model and another one to compare it with, if there is a file of one, which an argument names. */
    Loaded load(String argument, @Nullable Path against) {
        ModelNotes notes = notes(ModelOption.MODEL, file());
        if (against == null) {
            pos.checkNeeded(List.of(notes));
            return new Loaded(load(ModelOption.MODEL, file(), notes), Optional.empty());
        }
        ModelNotes other = notes(argument, against);
        pos.checkNeeded(List.of(notes, other));
        return new Loaded(load(ModelOption.MODEL, file(), notes), Optional.of(load(argument, against, other)));
    }

    private static ModelNotes notes(String argument, Path file) {
        return UserError.named(argument, () -> ModelNotes.read(file));
    }

    private TaskModel load(String argument, Path file, ModelNotes notes) {
        pos.check(file, notes);
        return UserError.named(
                argument, () -> TaskModel.load(file, notes.network().readsPos() ? pos.read() : null));
    }

    /** The model, and the other one where there is one. */
    record Loaded(TaskModel first, Optional<TaskModel> second) {}
}
