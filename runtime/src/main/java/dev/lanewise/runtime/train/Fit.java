package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerCore;
import dev.lanewise.runtime.model.TaggerType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One run of a trainer: epochs of batches of shards. */
final class Fit<T> {

    private final TaggerType<T, ?> type;
    private final TrainerSettings<T> settings;
    private final Engine<T> engine;
    private final List<Example<T>> examples;
    private final long words;
    private final @Nullable Averages averages;
    private final ParameterSet current;
    private final Network network;
    private final ParameterSet kept;
    private final BatchStep<T> batchStep;
    private final History history = new History();

    Fit(TaggerType<T, ?> type, TrainerSettings<T> settings, Engine<T> engine, List<Example<T>> examples) {
        this.type = type;
        this.settings = settings;
        this.engine = engine;
        this.examples = List.copyOf(examples);
        this.words = examples.stream().mapToLong(Example::length).sum();
        this.kept = emptyParameters();
        if (settings.average() > 0) {
            current = emptyParameters();
            network = type.network().apply(current);
            averages = new Averages(settings, engine, current);
        } else {
            current = engine.parameters();
            network = engine.network();
            averages = null;
        }
        this.batchStep = new BatchStep<>(settings, engine, this.examples, averages);
    }

    private ParameterSet emptyParameters() {
        return new ParameterSet(type.spec(), engine.parameters().sizes());
    }

    /** Trains; returns the weights of the best epoch, or without development data of the last one. */
    ParameterSet run() {
        int[] lengths = examples.stream().mapToInt(Example::length).toArray();
        BatchOrder order = new BatchOrder(lengths, settings.batchSize(), settings.shuffle(), settings.seed());
        try (ShardRunner runner = new ShardRunner(settings.threads())) {
            for (int epoch = 0; epoch < settings.epochs() && !patienceIsOver(); epoch++) {
                epoch(epoch, order.epoch(epoch), runner);
            }
        }
        return kept;
    }

    private boolean patienceIsOver() {
        return settings.patience() > 0 && history.sinceBest() >= settings.patience();
    }

    private void epoch(int epoch, List<int[]> batches, ShardRunner runner) {
        long start = System.nanoTime();
        double sum = 0;
        long done = 0;
        float rate = 0;
        for (int b = 0; b < batches.size(); b++) {
            rate = rate(new Moment(epoch, settings.epochs(), b, batches.size(), history.metrics()));
            double loss = batchStep.gradients(epoch, batches.get(b), runner);
            if (!Double.isFinite(loss)) {
                throw new TrainingException("the loss is " + loss + " in epoch " + (epoch + 1) + ", batch " + (b + 1)
                        + ": lower the learning rate, or set clip(5f)");
            }
            batchStep.step(rate);
            sum += loss * engine.words();
            done += engine.words();
            for (TrainingListener listener : settings.listeners()) {
                listener.batch(epoch + 1, done, words, sum / done);
            }
        }
        report(epoch, sum / words, (System.nanoTime() - start) / 1e9, rate);
    }

    private float rate(Moment moment) {
        return settings.optimizer().learningRate() * settings.schedule().factor(moment);
    }

    private void report(int epoch, double loss, double seconds, float rate) {
        if (averages != null) {
            averages.endEpoch();
        }
        List<Example<T>> gold = settings.development();
        Optional<Evaluation> evaluation = Optional.empty();
        OptionalDouble metric = OptionalDouble.empty();
        boolean best = false;
        if (!gold.isEmpty()) {
            List<List<T>> predicted = predict(gold);
            evaluation = Optional.of(
                    Evaluation.of(gold, predicted, type.spec().features().known(engine.vocabularies())));
            metric = OptionalDouble.of(settings.metric().value(gold, predicted));
            best = history.add(metric.getAsDouble());
        }
        if (best || gold.isEmpty()) {
            kept.copyFrom(current);
        }
        EpochReport report =
                new EpochReport(epoch + 1, settings.epochs(), loss, words, seconds, rate, evaluation, metric, best);
        settings.listeners().forEach(listener -> listener.epoch(report));
    }

    private List<List<T>> predict(List<Example<T>> data) {
        if (averages != null) {
            network.repack();
        }
        return new TaggerCore<>(type.spec(), engine.vocabularies(), engine.tags(), current, network)
                .tagAll(data.stream().map(Example::sequence).toList());
    }
}
