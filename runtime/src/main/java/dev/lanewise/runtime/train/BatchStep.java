package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes one batch after the other through the model: forward, backward, step. */
final class BatchStep<T> {

    private static final String REMEDY = ". Lower the learning rate, or set clip(5f) if there is none";

    private final TrainerSettings<T> settings;
    private final Engine<T> engine;
    private final List<Example<T>> examples;
    private final @Nullable Averages averages;
    private final List<UnknownWords> filters = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<List<T>> gold = new ArrayList<>();

    BatchStep(TrainerSettings<T> settings, Engine<T> engine, List<Example<T>> examples, @Nullable Averages averages) {
        this.settings = settings;
        this.engine = engine;
        this.examples = examples;
        this.averages = averages;
    }

    /** Sums the losses and gradients of a batch; returns the mean loss a word. */
    double gradients(int epoch, int[] sentences, ShardRunner runner) {
        sequences.clear();
        gold.clear();
        for (int sentence : sentences) {
            sequences.add(examples.get(sentence).sequence());
            gold.add(examples.get(sentence).tags());
        }
        engine.gradients().clear();
        engine.load(sequences, sentences);
        engine.gold(gold);
        float scale = 1f / engine.words();
        for (int i = 0; i < engine.active(); i++) {
            filter(i).next(epoch, engine.shard(i).sentences());
            engine.shard(i).startDropout(settings.seed(), epoch);
            engine.gradientsOf(i);
        }
        runner.run(engine.active(), i -> {
            Shard<T> shard = engine.shard(i);
            shard.forward();
            shard.loss(scale, settings.labelSmoothing());
            shard.backward(engine.gradientsOf(i));
        });
        engine.reduce();
        return engine.meanLoss();
    }

    /**
     * Finds out why a loss is no number: takes the sentences of the batch through the model one by one.
     *
     * @param loss the loss
     * @param where the epoch and the batch
     */
    TrainingException accident(double loss, String where, int epoch, int[] sentences, ShardRunner runner) {
        Optional<String> layer = Accident.inWeights(engine.parameters());
        String place = where;
        for (int sentence : sentences) {
            if (!Double.isFinite(gradients(epoch, new int[] {sentence}, runner))) {
                place = where + ", sentence " + sentence + " (counted from 0)";
                layer = layer.or(() -> Accident.inActivations(
                        engine.shard(0), engine.features().vectors(), engine.parameters()));
                break;
            }
        }
        return new TrainingException("the loss is " + loss + " in " + place
                + layer.map(text -> ": " + text).orElse("") + REMEDY);
    }

    /** Says that the weights are no numbers any more after a step, if they are not. */
    void checkWeights(String where) {
        Accident.inWeights(engine.parameters()).ifPresent(layer -> {
            throw new TrainingException(layer + " after " + where + REMEDY);
        });
    }

    /**
     * Moves the weights along the gradients.
     *
     * @param where the epoch and the batch
     */
    void step(float rate, Supplier<String> where) {
        if (settings.clip() > 0 && !Double.isFinite(engine.gradients().clip(settings.clip()))) {
            String layer = Accident.inGradients(engine.gradients()).orElse("the gradients are too large");
            throw new TrainingException(layer + " in " + where.get() + REMEDY);
        }
        if (averages != null) {
            averages.beforeStep();
        }
        engine.step(rate);
        if (averages != null) {
            averages.afterStep();
        }
    }

    private UnknownWords filter(int shard) {
        while (filters.size() <= shard) {
            filters.add(new UnknownWords(
                    engine.features(),
                    engine.vocabularies(),
                    settings.unknownAlpha(),
                    settings.wordDropout(),
                    settings.seed()));
        }
        UnknownWords filter = filters.get(shard);
        engine.shard(shard).batch().filter(settings.unknownAlpha() + settings.wordDropout() > 0 ? filter : null);
        return filter;
    }
}
