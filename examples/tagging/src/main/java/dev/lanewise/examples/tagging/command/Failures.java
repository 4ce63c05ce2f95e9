package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.train.TrainingException;
import java.util.function.Supplier;

/** What can go wrong in a training, as an error of the user's. */
final class Failures {

    private Failures() {}

    /** Trains, and names the learning rate where weights stop being numbers. */
    static <R> R named(Training training, Supplier<R> work) {
        try {
            return work.get();
        } catch (TrainingException e) {
            UserError error = new UserError("--lr " + training.recipe().learningRate(), String.valueOf(e.getMessage()));
            error.initCause(e);
            throw error;
        }
    }
}
