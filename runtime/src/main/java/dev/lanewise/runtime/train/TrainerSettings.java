package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.model.HeadType;
import dev.lanewise.runtime.model.Heads;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is set on a trainer, at the moment that it begins to train.
 *
 * @param clip the largest norm of a step's gradients; 0 for none
 * @param average the decay of the moving average of the weights; 0 for none
 * @param development the data to evaluate; empty for none
 * @param checkpoints null for none
 * @param metric what chooses the best epoch
 * @param headMetrics what each of several heads is judged by in reports
 * @param patience after how many epochs without a better one to stop; 0 for never
 */
record TrainerSettings<T>(
        Optimizer optimizer,
        Schedule schedule,
        int epochs,
        BatchSize batchSize,
        boolean shuffle,
        long seed,
        int threads,
        float clip,
        float unknownAlpha,
        float wordDropout,
        LabelSmoothing labelSmoothing,
        MissCost missCost,
        float average,
        List<Example<T>> development,
        DevMetric<T> metric,
        HeadMetrics<T> headMetrics,
        int patience,
        @Nullable Checkpoints checkpoints,
        List<TrainingListener> listeners) {

    /**
     * Where and how often the state of the training is stored.
     *
     * @param directory that of this training alone
     */
    record Checkpoints(Path directory, Every every) {}

    TrainerSettings {
        development = List.copyOf(development);
        listeners = List.copyOf(listeners);
        if (development.isEmpty() && patience > 0) {
            throw noDevelopment("patience(" + patience + ")");
        }
        if (development.isEmpty() && schedule.usesMetric()) {
            throw noDevelopment(schedule.toString());
        }
    }

    private static IllegalArgumentException noDevelopment(String setting) {
        return new IllegalArgumentException(
                setting + " goes by the development metric, but there are no development data: call"
                        + " development(examples), or leave it away");
    }

    /**
     * What the result depends on, by the names of the trainer's methods: not on threads, listeners and checkpoints.
     */
    Map<String, String> described(Heads<T> heads) {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("optimizer", optimizer.toString());
        // A lambda has no name that outlives the JVM.
        described.put("schedule", schedule instanceof Record ? schedule.toString() : "the caller's own");
        described.put("epochs", "" + epochs);
        described.put("batchSize", batchSize.toString());
        described.put("shuffle", "" + shuffle);
        described.put("seed", "" + seed);
        described.put("clip", "" + clip);
        described.put("unknownAlpha", "" + unknownAlpha);
        described.put("wordDropout", "" + wordDropout);
        described.put("labelSmoothing", "" + labelSmoothing.share());
        described.put("missCost", "" + missCost.nats());
        described.put("average", "" + average);
        described.put("development", Fingerprint.of(development, heads));
        described.put("metric", metric.name());
        described.put("patience", "" + patience);
        if (heads.size() > 1) {
            described.put(
                    "weights of the heads",
                    "" + heads.types().stream().map(HeadType::weight).toList());
        }
        return described;
    }
}
