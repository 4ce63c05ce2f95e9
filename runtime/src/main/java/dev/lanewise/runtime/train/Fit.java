package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerCore;
import dev.lanewise.runtime.model.TaggerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One run of a trainer: epochs of batches of shards. */
final class Fit<T> {

    private final TaggerType<T, ?> type;
    private final TrainerSettings<T> settings;
    private final Engine<T> engine;
    private final List<Example<T>> examples;
    private final int[] lengths;
    private final long words;
    private final @Nullable Averages averages;
    private final ParameterSet current;
    private final Network network;
    private final ParameterSet kept;
    private final TrainingState state;
    private final Progress progress;
    private final History history;

    Fit(TaggerType<T, ?> type, TrainerSettings<T> settings, Engine<T> engine, List<Example<T>> examples) {
        this.type = type;
        this.settings = settings;
        this.engine = engine;
        this.examples = List.copyOf(examples);
        this.lengths = new int[examples.size()];
        long sum = 0;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = examples.get(i).length();
            sum += lengths[i];
        }
        this.words = sum;
        this.kept = engine.parameters().another();
        if (settings.average() > 0) {
            current = engine.parameters().another();
            network = type.maker().network(current);
            averages = new Averages(settings, engine, current);
            engine.descent().average(averages);
        } else {
            current = engine.parameters();
            network = engine.network();
            averages = null;
        }
        this.state = new TrainingState(engine, settings.epochs(), averages, kept);
        this.progress = state.progress;
        this.history = state.history;
    }

    /** Trains; returns the weights of the best epoch, or without development data of the last one. */
    ParameterSet run() {
        try {
            train();
            return kept;
        } catch (TrainingException e) {
            int best = settings.development().isEmpty() ? progress.epoch : history.best() + 1;
            throw progress.epoch == 0 ? e : e.withBest(type.of(engine.vocabularies(), engine.heads(), kept), best);
        }
    }

    private void train() {
        BatchOrder order = new BatchOrder(lengths, settings.batchSize(), settings.shuffle(), settings.seed());
        try (Team team = new Team(settings.threads());
                CheckpointFolder checkpoints = openCheckpoints()) {
            if (checkpoints != null && checkpoints.resume(state)) {
                engine.network().repack();
                for (TrainingListener listener : settings.listeners()) {
                    listener.resumed(progress.epoch + 1, progress.batch);
                }
            }
            BatchStep<T> batchStep = new BatchStep<>(settings, engine, examples, team);
            while (!isOver()) {
                epoch(order.epoch(progress.epoch), batchStep, checkpoints);
                batchStep.checkWeights(progress);
                endEpoch();
                if (checkpoints != null && (isOver() || every().afterEpoch(progress.epoch, progress.steps))) {
                    checkpoints.write(state);
                }
            }
        }
    }

    private @Nullable CheckpointFolder openCheckpoints() {
        if (settings.checkpoints() == null) {
            return null;
        }
        Map<String, String> described = new LinkedHashMap<>();
        described.put("declaration", type.spec().declaration());
        described.putAll(settings.described(engine.heads()));
        described.put("training data", Fingerprint.of(examples, engine.heads()));
        described.put("first weights and vectors", Fingerprint.of(engine.parameters()));
        return new CheckpointFolder(settings.checkpoints().directory(), described);
    }

    private Every every() {
        return Objects.requireNonNull(settings.checkpoints()).every();
    }

    private boolean isOver() {
        boolean patienceIsOver = settings.patience() > 0 && history.sinceBest() >= settings.patience();
        return patienceIsOver || progress.epoch == settings.epochs();
    }

    private void epoch(List<int[]> batches, BatchStep<T> batchStep, @Nullable CheckpointFolder checkpoints) {
        double before = progress.seconds;
        long start = System.nanoTime();
        while (progress.batch < batches.size()) {
            batch(batches, batchStep);
            progress.seconds = before + (System.nanoTime() - start) / 1e9;
            for (TrainingListener listener : settings.listeners()) {
                listener.batch(progress.epoch + 1, progress.words, words, progress.loss / progress.words);
            }
            boolean last = progress.batch == batches.size();
            if (checkpoints != null && !last && every().afterBatch(progress.steps)) {
                checkpoints.write(state);
            }
        }
    }

    private void batch(List<int[]> batches, BatchStep<T> batchStep) {
        if (Thread.currentThread().isInterrupted()) {
            throw new TrainingException("the training was interrupted before " + progress.place());
        }
        int epoch = progress.epoch;
        int batch = progress.batch;
        Moment moment = new Moment(epoch, settings.epochs(), batch, batches.size(), history.metrics());
        double loss = batchStep.gradients(epoch, batches.get(batch));
        if (!Double.isFinite(loss)) {
            throw batchStep.accident(loss, progress.place(), epoch, batches.get(batch));
        }
        progress.rate =
                settings.optimizer().learningRate() * settings.schedule().factor(moment);
        batchStep.step(progress.rate, progress);
        progress.loss += loss * engine.words();
        for (int head = 0; head < progress.headLosses.length; head++) {
            progress.headLosses[head] += engine.meanLoss(head) * engine.words();
        }
        progress.words += engine.words();
        progress.batch++;
        progress.steps++;
    }

    private void endEpoch() {
        if (averages != null) {
            averages.endEpoch();
        }
        EpochReport report = report();
        if (report.best() || settings.development().isEmpty()) {
            kept.copyFrom(current);
        }
        for (TrainingListener listener : settings.listeners()) {
            listener.epoch(report);
        }
        progress.startEpoch(progress.epoch + 1);
    }

    /** Evaluates the epoch, and enters it into the history. */
    private EpochReport report() {
        List<Example<T>> gold = settings.development();
        double[] losses = progress.headLosses(words);
        Map<String, HeadReport> ofHeads = settings.headMetrics().reports(losses);
        Optional<Evaluation> evaluation = Optional.empty();
        OptionalDouble metric = OptionalDouble.empty();
        boolean best = false;
        if (!gold.isEmpty()) {
            List<List<T>> predicted = predict(gold);
            Predicate<String> known = type.spec().features().known(engine.vocabularies());
            evaluation = Optional.of(Evaluation.of(gold, predicted, known));
            ofHeads = settings.headMetrics().reports(losses, gold, predicted, known);
            metric = OptionalDouble.of(settings.metric().value(gold, predicted));
            best = history.add(metric.getAsDouble());
        }
        return new EpochReport(
                progress.epoch + 1,
                settings.epochs(),
                progress.loss / words,
                words,
                progress.seconds,
                progress.rate,
                evaluation,
                metric,
                best,
                ofHeads);
    }

    private List<List<T>> predict(List<Example<T>> data) {
        if (averages != null) {
            network.repack();
        }
        TaggerCore<T> core = new TaggerCore<>(type.spec(), engine.vocabularies(), engine.heads(), current, network);
        List<Sequence> sequences = data.stream().map(Example::sequence).toList();
        try {
            return core.withThreads(settings.threads()).tagAll(sequences);
        } catch (CancellationException e) {
            throw new TrainingException("the training was interrupted in the evaluation of " + progress.epochName());
        }
    }
}
