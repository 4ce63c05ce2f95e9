package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.ParameterSet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that changes while a training goes on: what has to be stored so that it can go on elsewhere as if nothing had happened.
 * Random choices need no state, since they depend on counters; schedules and early stopping follow from the history.
 */
final class TrainingState {

    final Progress progress;
    final History history = new History();

    private final Engine<?> engine;
    private final int epochs;
    private final @Nullable Averages averages;
    private final ParameterSet kept;

    /**
     * The state of a training.
     *
     * @param epochs how many there will be
     * @param averages the averaged weights, if they are averaged
     * @param kept the weights of the best epoch so far; of no meaning in the first epoch
     */
    TrainingState(Engine<?> engine, int epochs, @Nullable Averages averages, ParameterSet kept) {
        this.engine = engine;
        this.epochs = epochs;
        this.averages = averages;
        this.kept = kept;
        this.progress = new Progress(engine.heads().size());
    }

    /** Copies everything to or from a snapshot. */
    void copy(Snapshot snapshot) {
        progress.epoch = (int) snapshot.number("epoch", progress.epoch, epochs);
        progress.batch = (int) snapshot.number("batch", progress.batch, Integer.MAX_VALUE);
        progress.steps = snapshot.number("steps", progress.steps, Long.MAX_VALUE);
        progress.loss = snapshot.number("loss", progress.loss);
        if (progress.headLosses.length > 0) {
            copyHeadLosses(snapshot);
        }
        progress.words = snapshot.number("words", progress.words, Long.MAX_VALUE);
        progress.seconds = snapshot.number("seconds", progress.seconds);
        progress.rate = (float) snapshot.number("rate", (double) progress.rate);
        history.replace(snapshot.numbers("metrics", history.metrics(), progress.epoch));
        snapshot.weights("weights/", engine.parameters());
        engine.descent().optimizer().copy(snapshot, engine.parameters());
        if (averages != null) {
            averages.copy(snapshot);
        }
        if (progress.epoch > 0) {
            snapshot.weights("best/", kept);
        }
    }

    private void copyHeadLosses(Snapshot snapshot) {
        double[] losses = progress.headLosses;
        List<Double> copied =
                snapshot.numbers("head losses", Arrays.stream(losses).boxed().toList(), losses.length);
        if (copied.size() != losses.length) {
            throw new IllegalArgumentException(
                    "it has the losses of " + copied.size() + " heads, but there are " + losses.length);
        }
        Arrays.setAll(losses, copied::get);
    }
}
