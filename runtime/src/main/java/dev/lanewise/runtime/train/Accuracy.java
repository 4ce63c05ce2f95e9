package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import java.util.List;

/** The part of the words that were given the right tag. */
record Accuracy<T>() implements DevMetric<T> {

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public double value(List<Example<T>> gold, List<List<T>> predicted) {
        long correct = 0;
        long words = 0;
        for (int s = 0; s < gold.size(); s++) {
            List<T> tags = gold.get(s).tags();
            for (int t = 0; t < tags.size(); t++) {
                correct += tags.get(t).equals(predicted.get(s).get(t)) ? 1 : 0;
            }
            words += tags.size();
        }
        return words == 0 ? 0 : (double) correct / words;
    }
}
