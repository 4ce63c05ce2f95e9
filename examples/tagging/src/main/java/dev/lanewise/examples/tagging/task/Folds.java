package dev.lanewise.examples.tagging.task;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.train.CrossValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Cross-validation of any network, fold by fold. */
public final class Folds {

    private Folds() {}

    /**
     * Trains a model on all folds but one, for each of them, and measures it on that one.
     *
     * @param folds how many, from 2 to the number of sentences
     * @param done is told of each fold's number, from 1, and of its metric
     */
    public static CrossValidation<String> run(
            ModelNotes notes, Training training, int folds, BiConsumer<Integer, Double> done) {
        List<Evaluation> evaluations = new ArrayList<>();
        List<Double> metrics = new ArrayList<>();
        SortedMap<Integer, List<String>> predictedAt = new TreeMap<>();
        long seed = training.recipe().seed();
        for (CrossValidation.Fold<String> fold : CrossValidation.folds(training.train(), folds, seed)) {
            TaskModel model = TaskModel.train(notes, training.on(fold.train()));
            List<List<String>> predicted =
                    model.tagAll(fold.test().stream().map(Example::words).toList());
            evaluations.add(Evaluation.of(fold.test(), predicted, model.knownWords()));
            metrics.add(training.metric().value(fold.test(), predicted));
            for (int i = 0; i < predicted.size(); i++) {
                predictedAt.put(fold.indices().get(i), predicted.get(i));
            }
            done.accept(metrics.size(), metrics.get(metrics.size() - 1));
        }
        return new CrossValidation<>(evaluations, metrics, List.copyOf(predictedAt.values()));
    }
}
