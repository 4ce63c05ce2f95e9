package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** A metric of a name and a function. */
record NamedMetric<T>(String name, ToDoubleBiFunction<List<Example<T>>, List<List<T>>> judge) implements DevMetric<T> {

    @Override
    public double value(List<Example<T>> gold, List<List<T>> predicted) {
        return judge.applyAsDouble(gold, predicted);
    }
}
