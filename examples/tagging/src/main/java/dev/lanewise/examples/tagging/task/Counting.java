package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.HmmTaggerModel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The hidden Markov model, which is trained by counting: nothing of a recipe means anything to it. */
final class Counting implements Declaration {

    @Override
    public TaskModel train(ModelNotes notes, Training training) {
        return model(notes, HmmTaggerModel.trainer().fit(training.train()));
    }

    @Override
    public TaskModel load(ModelNotes notes, Path file, @Nullable PartsOfSpeech pos) {
        return model(notes, HmmTaggerModel.load(file));
    }

    private static TaskModel model(ModelNotes notes, HmmTaggerModel model) {
        HmmTaggerModel shared = model.withThreads(Runtime.getRuntime().availableProcessors());
        return new TaskModel(notes, shared, shared::info, shared::save);
    }
}
