package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one batch after the other through the model: forward, backward, step. */
final class BatchStep<T> {

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

    /** Moves the weights along the gradients. */
    void step(float rate) {
        if (settings.clip() > 0) {
            engine.gradients().clip(settings.clip());
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
