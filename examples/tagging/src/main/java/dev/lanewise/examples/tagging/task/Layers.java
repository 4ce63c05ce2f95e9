package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.NBestTagger;
import dev.lanewise.runtime.model.ModelInfo;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An interface with layers: the methods of its generated class.
 *
 * @param <M> the generated class
 * @param reading what tags words with a model, {@link #words} or {@link Joined}
 */
record Layers<M>(
        Supplier<Trainer<String, M>> trainer,
        Function<Path, M> load,
        BiFunction<M, Integer, M> withThreads,
        Function<M, ModelInfo> info,
        BiConsumer<M, Path> save,
        Reading<M> reading)
        implements Declaration {

    /** Makes a tagger of words of a model. */
    interface Reading<M> {

        /**
         * The tagger.
         *
         * @param pos what finds parts of speech, for a model that reads them
         */
        NBestTagger of(M model, @Nullable PartsOfSpeech pos);
    }

    /** The reading of a model whose methods take words. */
    static <M extends NBestTagger> NBestTagger words(M model, @Nullable PartsOfSpeech pos) {
        return model;
    }

    @Override
    public TaskModel train(ModelNotes notes, Training training) {
        return model(notes, training.set(trainer.get()).fit(training.train()), training.pos());
    }

    @Override
    public TaskModel load(ModelNotes notes, Path file, @Nullable PartsOfSpeech pos) {
        return model(notes, load.apply(file), pos);
    }

    private TaskModel model(ModelNotes notes, M model, @Nullable PartsOfSpeech pos) {
        M shared = withThreads.apply(model, Runtime.getRuntime().availableProcessors());
        return new TaskModel(
                notes, reading.of(shared, pos), () -> info.apply(shared), file -> save.accept(shared, file));
    }
}
