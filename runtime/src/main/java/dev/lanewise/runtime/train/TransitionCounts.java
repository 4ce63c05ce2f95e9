package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.model.HeadType;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
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
    static <T> void fill(ParameterSet parameters, Heads<T> heads, List<Example<T>> examples) {
        for (int number = 0; number < heads.size(); number++) {
            List<Parameter> counted = new ArrayList<>();
            for (Parameter parameter : parameters.all()) {
                if (!parameter.spec().trained() && parameter.spec().rows() == number) {
                    counted.add(parameter);
                }
            }
            if (!counted.isEmpty()) {
                TransitionCounts counts = of(heads.types().get(number), examples);
                set(counted.get(0), counts.starts);
                set(counted.get(1), counts.ends);
                set(counted.get(2), counts.pairs);
            }
        }
    }

    private static <T> TransitionCounts of(HeadType<T, ?> head, List<Example<T>> examples) {
        TransitionCounts counts = new TransitionCounts(head.tags().size());
        for (Example<T> example : examples) {
            counts.add(example.tags(), head);
        }
        return counts;
    }

    private <T> void add(List<T> sentence, HeadType<T, ?> head) {
        int before = -1;
        for (T tag : sentence) {
            int id = head.find(tag);
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
