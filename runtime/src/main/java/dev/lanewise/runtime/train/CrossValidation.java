package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.random.Shuffle;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a cross-validation: each fold was tagged by a model that was trained on the others.
 *
 * @param <T> the type of a tag
 * @param evaluations the evaluation of each fold; immutable
 * @param metrics the trainer's {@link DevMetric} of each fold; immutable
 * @param predicted the predicted tags of all sentences in the order of the data; immutable
 */
public record CrossValidation<T>(List<Evaluation> evaluations, List<Double> metrics, List<List<T>> predicted) {

    /** Keeps the order of the folds apart from those of epochs, which count from 0. */
    private static final long FOLDS = -1;

    /** Copies the lists. */
    public CrossValidation {
        evaluations = List.copyOf(evaluations);
        metrics = List.copyOf(metrics);
        predicted = List.copyOf(predicted);
    }

    /** The mean of the metric over the folds. */
    public double mean() {
        return metrics.stream().mapToDouble(metric -> metric).sum() / metrics.size();
    }

    /** The standard deviation of the metric over the folds, with k - 1 in the denominator. */
    public double deviation() {
        double mean = mean();
        double squares = metrics.stream()
                .mapToDouble(metric -> (metric - mean) * (metric - mean))
                .sum();
        return Math.sqrt(squares / (metrics.size() - 1));
    }

    /**
     * One division of data into those to train on and those to test on.
     *
     * @param <T> the type of a tag
     * @param train the sentences of the other folds, in the order of the data; immutable
     * @param test the sentences of this fold, in the order of the data; immutable
     * @param indices the places of {@code test} in the data; immutable
     */
    public record Fold<T>(List<Example<T>> train, List<Example<T>> test, List<Integer> indices) {

        /** Copies the lists. */
        public Fold {
            train = List.copyOf(train);
            test = List.copyOf(test);
            indices = List.copyOf(indices);
        }
    }

    /**
     * Divides data into folds whose sizes differ by one at most. Which sentence falls into which depends on their number and
     * the seed alone.
     *
     * @param folds how many, from 2 to the number of sentences
     * @throws IllegalArgumentException if there are not so many sentences, or less than two folds
     */
    public static <T> List<Fold<T>> folds(List<Example<T>> examples, int folds, long seed) {
        if (folds < 2 || folds > examples.size()) {
            throw new IllegalArgumentException("folds is " + folds + ", but needs to be from 2 to " + examples.size()
                    + ", the number of sentences");
        }
        int[] place = Shuffle.permutation(examples.size(), seed, FOLDS);
        List<Fold<T>> result = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<Example<T>> train = new ArrayList<>();
            List<Example<T>> test = new ArrayList<>();
            List<Integer> indices = new ArrayList<>();
            for (int i = 0; i < place.length; i++) {
                if (place[i] % folds == fold) {
                    test.add(examples.get(i));
                    indices.add(i);
                } else {
                    train.add(examples.get(i));
                }
            }
            result.add(new Fold<>(train, test, indices));
        }
        return result;
    }
}
