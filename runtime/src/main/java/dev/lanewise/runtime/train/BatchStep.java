package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Takes one batch after the other through the model: forward, backward, step. */
final class BatchStep<T> implements IntConsumer {

    private static final String REMEDY = ". Lower the learning rate, or set clip(5f) if there is none";

    private final TrainerSettings<T> settings;
    private final Engine<T> engine;
    private final List<Example<T>> examples;
    private final Team team;
    private final List<UnknownWords> filters = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<List<T>> gold = new ArrayList<>();

    BatchStep(TrainerSettings<T> settings, Engine<T> engine, List<Example<T>> examples, Team team) {
        this.settings = settings;
        this.engine = engine;
        this.examples = examples;
        this.team = team;
    }

    /** Sums the losses and gradients of a batch; returns the mean loss a word. */
    double gradients(int epoch, int[] sentences) {
        sequences.clear();
        gold.clear();
        for (int sentence : sentences) {
            sequences.add(examples.get(sentence).sequence());
            gold.add(examples.get(sentence).tags());
        }
        engine.load(sequences, sentences);
        engine.gold(gold);
        for (int i = 0; i < engine.active(); i++) {
            filter(i).next(epoch, engine.shard(i).sentences());
            engine.shard(i).startDropout(settings.seed(), epoch);
            engine.gradientsOf(i);
        }
        team.run(engine.active(), this);
        engine.reduce(team);
        return engine.meanLoss();
    }

    /** Takes a shard of the batch forward and backward. */
    @Override
    public void accept(int i) {
        Shard<T> shard = engine.shard(i);
        shard.forward();
        shard.loss(1f / engine.words(), settings.labelSmoothing(), settings.missCost());
        shard.backward(engine.gradientsOf(i));
    }

    /**
     * Finds out why a loss is no number: takes the sentences of the batch through the model one by one.
     *
     * @param loss the loss
     * @param where the epoch and the batch
     */
    TrainingException accident(double loss, String where, int epoch, int[] sentences) {
        String layer = Accident.inWeights(engine.parameters()).orElse("");
        String place = where;
        for (int sentence : sentences) {
            engine.gradients().clear();
            if (!Double.isFinite(gradients(epoch, new int[] {sentence}))) {
                place = where + ", sentence " + sentence + " (counted from 0)";
                if (layer.isEmpty()) {
                    layer = Accident.inActivations(
                                    engine.shard(0),
                                    engine.heads(),
                                    engine.features().vectors(),
                                    engine.parameters())
                            .orElse("");
                }
                break;
            }
        }
        return new TrainingException(
                "the loss is " + loss + " in " + place + (layer.isEmpty() ? "" : ": " + layer) + REMEDY);
    }

    /** Says that the weights are no numbers any more after an epoch, if they are not. */
    void checkWeights(Progress progress) {
        Optional<String> layer = Accident.inWeights(engine.parameters());
        if (layer.isPresent()) {
            throw new TrainingException(layer.get() + " after " + progress.epochName() + REMEDY);
        }
    }

    /**
     * Moves the weights along the gradients.
     *
     * @param progress tells the epoch and the batch
     */
    void step(float rate, Progress progress) {
        float scale = 1f;
        if (settings.clip() > 0) {
            double norm = engine.descent().norm(team);
            if (!Double.isFinite(norm)) {
                String layer = Accident.inGradients(engine.gradients()).orElse("the gradients are too large");
                throw new TrainingException(layer + " in " + progress.place() + REMEDY);
            }
            scale = Descent.clipFactor(norm, settings.clip());
        }
        engine.descent().step(rate, scale, true, team);
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
