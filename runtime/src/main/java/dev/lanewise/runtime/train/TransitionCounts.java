package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TagSet;
import java.util.ArrayList;
import java.util.List;

/** Counts which tags begin and end the sentences of the training data and which follow each other; see {@code CountedChain}. */
final class TransitionCounts {

    private final long[] starts;
    private final long[] ends;
    private final long[] pairs;

    private TransitionCounts(int tags) {
        starts = new long[tags];
        ends = new long[tags];
        pairs = new long[Math.multiplyExact(tags, tags)];
    }

    /** Fills those parameters that are counted; there may be none. */
    static <T> void fill(ParameterSet parameters, TagSet<T> tags, List<Example<T>> examples) {
        List<Parameter> counted = new ArrayList<>();
        for (Parameter parameter : parameters.all()) {
            if (!parameter.spec().trained()) {
                counted.add(parameter);
            }
        }
        if (counted.isEmpty()) {
            return;
        }
        TransitionCounts counts = new TransitionCounts(tags.size());
        for (Example<T> example : examples) {
            counts.add(example.tags(), tags);
        }
        set(counted.get(0), counts.starts);
        set(counted.get(1), counts.ends);
        set(counted.get(2), counts.pairs);
    }

    private <T> void add(List<T> sentence, TagSet<T> tags) {
        int before = -1;
        for (T tag : sentence) {
            int id = tags.find(tag);
            if (before < 0) {
                starts[id]++;
            } else {
                pairs[before * starts.length + id]++;
            }
            before = id;
        }
        ends[before]++;
    }

    private static void set(Parameter parameter, long[] counts) {
        float[] values = new float[counts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts[i];
        }
        parameter.set(values);
    }
}
