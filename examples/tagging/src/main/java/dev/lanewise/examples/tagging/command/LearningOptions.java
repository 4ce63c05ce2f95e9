package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Recipe;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.runtime.data.Vectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Which network learns, what it begins with, and how it is trained. */
final class LearningOptions {

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    @Mixin
    private final VectorOptions vectors = new VectorOptions();

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    ModelNotes notes(Task task) {
        return new ModelNotes(task, network.choose(task, vectors.given()));
    }

    @Nullable
    Vectors vectors() {
        return vectors.read();
    }

    Recipe change(Recipe defaults, Task task) {
        return training.change(defaults, task);
    }
}
