package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.NBestTagger;
import dev.lanewise.runtime.model.ModelInfo;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An interface with layers: the methods of its generated class.
 *
 * @param <M> the generated class
 */
record Layers<M extends NBestTagger>(
        Supplier<Trainer<String, M>> trainer,
        Function<Path, M> load,
        BiFunction<M, Integer, M> withThreads,
        Function<M, ModelInfo> info,
        BiConsumer<M, Path> save)
        implements Declaration {

    @Override
    public TaskModel train(ModelNotes notes, Training training) {
        return model(notes, training.set(trainer.get()).fit(training.train()));
    }

    @Override
    public TaskModel load(ModelNotes notes, Path file) {
        return model(notes, load.apply(file));
    }

    private TaskModel model(ModelNotes notes, M model) {
        M shared = withThreads.apply(model, Runtime.getRuntime().availableProcessors());
        return new TaskModel(notes, shared, () -> info.apply(shared), file -> save.accept(shared, file));
    }
}
