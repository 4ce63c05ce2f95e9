package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Network;
import dev.lanewise.examples.tagging.task.PartsOfSpeech;
import dev.lanewise.examples.tagging.task.Recipe;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.runtime.data.Vectors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Which network learns, what it begins with, and how it is trained. */
final class LearningOptions {

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    @Mixin
    private final VectorOptions vectors = new VectorOptions();

    @Mixin
    private final PosOption pos = new PosOption();

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    ModelNotes notes(Task task) {
        Network chosen = network.choose(task, vectors.given(), pos.given());
        return new ModelNotes(task, chosen, Optional.ofNullable(pos.read()).map(PartsOfSpeech::mark));
    }

    @Nullable
    Vectors vectors() {
        return vectors.read();
    }

    /** A training with the parts of speech of its words, if they are wanted. */
    Training complete(Training training) {
        PartsOfSpeech read = pos.read();
        return read == null ? training : training.with(read);
    }

    Recipe change(Recipe defaults, Task task) {
        return training.change(defaults, task);
    }
}
