package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import java.util.List;
import java.util.stream.Collectors;

/** The mean of several metrics. A class and no lambda, since a tagger with several heads begins with one. */
record MeanMetric<T>(List<DevMetric<T>> metrics) implements DevMetric<T> {

    MeanMetric {
        metrics = List.copyOf(metrics);
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("the mean of no metrics: give at least one");
        }
    }

    @Override
    public String name() {
        return metrics.stream().map(DevMetric::name).collect(Collectors.joining(", ", "mean of ", ""));
    }

    @Override
    public double value(List<Example<T>> gold, List<List<T>> predicted) {
        double sum = 0;
        for (DevMetric<T> metric : metrics) {
            sum += metric.value(gold, predicted);
        }
        return sum / metrics.size();
    }
}
