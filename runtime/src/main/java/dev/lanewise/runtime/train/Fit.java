package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerCore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of a trainer: epochs of batches of shards. */
final class Fit<T, M> {

    private final Trainer<T, M> settings;
    private final Engine<T> engine;
    private final List<Example<T>> examples;
    private final long words;
    private final List<UnknownWords> filters = new ArrayList<>();
    private final ParameterSet best;
    private double bestAccuracy = Double.NEGATIVE_INFINITY;

    Fit(Trainer<T, M> settings, Engine<T> engine, List<Example<T>> examples) {
        this.settings = settings;
        this.engine = engine;
        this.examples = List.copyOf(examples);
        this.words = examples.stream().mapToLong(Example::length).sum();
        this.best = new ParameterSet(settings.type().spec(), engine.parameters().sizes());
    }

    M run() {
        int[] lengths = examples.stream().mapToInt(Example::length).toArray();
        BatchOrder order = new BatchOrder(lengths, settings.batchSize(), settings.shuffle(), settings.seed());
        try (ShardRunner runner = new ShardRunner(settings.threads())) {
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                long start = System.nanoTime();
                double loss = epoch(epoch, order.epoch(epoch), runner);
                double seconds = (System.nanoTime() - start) / 1e9;
                report(epoch, loss, seconds);
            }
        }
        ParameterSet kept = settings.development().isEmpty() ? engine.parameters() : best;
        return settings.type().of(engine.vocabularies(), engine.tags(), kept);
    }

    private double epoch(int epoch, List<int[]> batches, ShardRunner runner) {
        float rate = settings.optimizer().learningRate() * settings.schedule().factor(epoch, settings.epochs());
        double sum = 0;
        long done = 0;
        for (int b = 0; b < batches.size(); b++) {
            double loss = step(epoch, batches.get(b), rate, runner);
            if (!Double.isFinite(loss)) {
                throw new TrainingException("the loss is " + loss + " in epoch " + (epoch + 1) + ", batch " + (b + 1)
                        + ": lower the learning rate, or set clip(5f)");
            }
            sum += loss * engine.words();
            done += engine.words();
            for (TrainingListener listener : settings.listeners()) {
                listener.batch(epoch + 1, done, words, sum / done);
            }
        }
        return sum / words;
    }

    private double step(int epoch, int[] sentences, float rate, ShardRunner runner) {
        List<Sequence> sequences = new ArrayList<>(sentences.length);
        List<List<T>> gold = new ArrayList<>(sentences.length);
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
        if (settings.clip() > 0) {
            engine.gradients().clip(settings.clip());
        }
        engine.step(rate);
        return engine.meanLoss();
    }

    private UnknownWords filter(int shard) {
        while (filters.size() <= shard) {
            filters.add(new UnknownWords(
                    features(),
                    engine.vocabularies(),
                    settings.unknownAlpha(),
                    settings.wordDropout(),
                    settings.seed()));
        }
        UnknownWords filter = filters.get(shard);
        engine.shard(shard).batch().filter(settings.unknownAlpha() + settings.wordDropout() > 0 ? filter : null);
        return filter;
    }

    private void report(int epoch, double loss, double seconds) {
        Optional<Evaluation> evaluation = evaluate();
        boolean isBest = evaluation.isPresent() && evaluation.get().accuracy() > bestAccuracy;
        if (isBest) {
            bestAccuracy = evaluation.get().accuracy();
            best.copyFrom(engine.parameters());
        }
        EpochReport report = new EpochReport(epoch + 1, settings.epochs(), loss, words, seconds, evaluation, isBest);
        settings.listeners().forEach(listener -> listener.epoch(report));
    }

    private Optional<Evaluation> evaluate() {
        List<Example<T>> development = settings.development();
        if (development.isEmpty()) {
            return Optional.empty();
        }
        TaggerCore<T> core = new TaggerCore<>(
                settings.type().spec(), engine.vocabularies(), engine.tags(), engine.parameters(), engine.network());
        List<List<T>> predicted =
                core.tagAll(development.stream().map(Example::sequence).toList());
        return Optional.of(Evaluation.of(development, predicted, features().known(engine.vocabularies())));
    }

    private FeatureSpec features() {
        return settings.type().spec().features();
    }
}
