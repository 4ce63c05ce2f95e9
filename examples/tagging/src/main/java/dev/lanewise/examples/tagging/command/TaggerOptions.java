package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.UserError;
import java.nio.file.Path;
import java.util.List;
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

    /** The model. */
    TaskModel load() {
        ModelNotes notes = notes(ModelOption.MODEL, file());
        pos.checkNeeded(List.of(notes));
        return load(ModelOption.MODEL, file(), notes);
    }

    /** The model and another one to compare it with, whose file an argument names. */
    List<TaskModel> load(String argument, Path against) {
        ModelNotes notes = notes(ModelOption.MODEL, file());
        ModelNotes other = notes(argument, against);
        pos.checkNeeded(List.of(notes, other));
        return List.of(load(ModelOption.MODEL, file(), notes), load(argument, against, other));
    }

    private static ModelNotes notes(String argument, Path file) {
        return UserError.named(argument, () -> ModelNotes.read(file));
    }

    private TaskModel load(String argument, Path file, ModelNotes notes) {
        pos.check(file, notes);
        return UserError.named(
                argument, () -> TaskModel.load(file, notes.network().readsPos() ? pos.read() : null));
    }
}
