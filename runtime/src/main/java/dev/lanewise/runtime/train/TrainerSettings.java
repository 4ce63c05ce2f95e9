package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import java.util.List;

/**
 * All that is set on a trainer, at the moment that it begins to train.
 *
 * @param clip the largest norm of a step's gradients; 0 for none
 * @param average the decay of the moving average of the weights; 0 for none
 * @param development the data to evaluate; empty for none
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
        float average,
        List<Example<T>> development,
        DevMetric<T> metric,
        int patience,
        List<TrainingListener> listeners) {

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
}
