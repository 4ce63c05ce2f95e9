package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.Pretrained;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vectors;
import dev.lanewise.runtime.train.DevMetric;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a training needs to know.
 *
 * @param recipe how
 * @param train what to learn from
 * @param dev what the best epoch is chosen by; empty for none
 * @param metric the measure it is chosen by
 * @param pos what has found the parts of speech of all words, for a network that reads them
 * @param vectors what the table of pretrained vectors begins with, for a network that has one
 * @param listener is told of each epoch
 */
public record Training(
        Recipe recipe,
        List<Example<String>> train,
        List<Example<String>> dev,
        DevMetric<String> metric,
        @Nullable PartsOfSpeech pos,
        @Nullable Vectors vectors,
        TrainingListener listener) {

    /** The same on other data. */
    Training on(List<Example<String>> other) {
        return new Training(recipe, other, dev, metric, pos, vectors, listener);
    }

    /** The same with another seed. */
    public Training withSeed(long seed) {
        return new Training(recipe.withSeed(seed), train, dev, metric, pos, vectors, listener);
    }

    /** The same of words with their parts of speech, which are found here once for all trainings. */
    public Training with(PartsOfSpeech other) {
        return new Training(recipe, other.join(train), other.join(dev), metric, other, vectors, listener);
    }

    <M> Trainer<String, M> set(Trainer<String, M> trainer) {
        recipe.set(trainer, train.size()).development(dev).metric(metric).listener(listener);
        return vectors == null ? trainer : trainer.vectors(Pretrained.NAME, vectors);
    }
}
