package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.print.Measurement;
import dev.lanewise.examples.tagging.print.Outcome;
import dev.lanewise.examples.tagging.print.TrainingProgress;
import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.runtime.data.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trainings that differ in their seeds alone, and the model that is best on the development data. */
final class SeedRuns {

    private final ModelNotes notes;
    private final Training training;
    private final List<Example<String>> test;
    private final TrainingProgress progress;
    private final List<Outcome> outcomes = new ArrayList<>();
    private @Nullable TaskModel best;
    private double bestMetric = Double.NEGATIVE_INFINITY;
    private long bestSeed;

    /**
     * Trainings yet to be run.
     *
     * @param training that of the first seed
     * @param test what each model is measured on at the end; empty for none
     * @param progress what the training tells
     */
    SeedRuns(ModelNotes notes, Training training, List<Example<String>> test, TrainingProgress progress) {
        this.notes = notes;
        this.training = training;
        this.test = test;
        this.progress = progress;
    }

    /** Trains with a number of seeds, each one more than the one before. */
    void run(int seeds) {
        progress.start(notes, training);
        for (int i = 0; i < seeds; i++) {
            Training next = training.withSeed(training.recipe().seed() + i);
            Outcome outcome = run(next);
            outcomes.add(outcome);
            if (seeds > 1) {
                progress.line("seed " + outcome.seed() + ": " + outcome.text());
            }
        }
    }

    private Outcome run(Training next) {
        long start = System.nanoTime();
        progress.next();
        TaskModel model = Failures.named(next, () -> {
            try (progress) {
                return TaskModel.train(notes, next);
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        long words = next.train().stream().mapToLong(Example::length).sum();
        Optional<Measurement> dev = measured(next.dev()).map(examples -> Measurement.of(model, examples));
        double metric = dev.map(Measurement::metric).orElse(0.0);
        if (metric > bestMetric) {
            best = model;
            bestMetric = metric;
            bestSeed = next.recipe().seed();
        }
        return new Outcome(
                next.recipe().seed(),
                progress.kept(),
                dev,
                measured(test).map(examples -> Measurement.timed(model, examples)),
                progress.wordsPerSecond().orElse(words / Math.max(seconds, 1e-9)));
    }

    private static Optional<List<Example<String>>> measured(List<Example<String>> examples) {
        return examples.isEmpty() ? Optional.empty() : Optional.of(examples);
    }

    /** The best model: by the development data, where there are any, otherwise the first. */
    TaskModel best() {
        return Optional.ofNullable(best).orElseThrow();
    }

    /** What came of each seed. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** What came of all of it, in one line. */
    String summary() {
        return outcomes.size() == 1
                ? outcomes.get(0).text()
                : Outcome.mean(outcomes) + "; seed " + bestSeed
                        + (training.dev().isEmpty() ? " is the first" : " is the best on dev");
    }
}
