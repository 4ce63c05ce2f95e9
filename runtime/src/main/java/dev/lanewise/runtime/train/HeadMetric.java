package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import java.util.List;
import java.util.function.Function;

/** A metric of one component of records. A class and no lambda, since a tagger with several heads begins with some. */
record HeadMetric<T, P>(String of, Function<? super T, ? extends P> part, DevMetric<P> metric) implements DevMetric<T> {

    @Override
    public String name() {
        return metric.name() + " of " + of;
    }

    @Override
    public double value(List<Example<T>> gold, List<List<T>> predicted) {
        return metric.value(
                gold.stream().map(example -> example.<P>map(part)).toList(),
                predicted.stream()
                        .map(tags -> tags.stream().<P>map(part).toList())
                        .toList());
    }
}
