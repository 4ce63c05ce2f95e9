package dev.lanewise.examples.benchmarks.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All workloads by name. */
public final class Workloads {

    private static final Map<String, Function<String, Workload>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("w1.train", Toy::training);
        ALL.put("w1.tag", Toy::tagging);
        for (int batch : new int[] {1, 32}) {
            ALL.put("w2.tag.b" + batch, name -> TextModel.words().tagging(name, batch));
            ALL.put("w2.train.b" + batch, name -> TextModel.words().training(name, batch));
        }
        for (int batch : new int[] {1, 32}) {
            ALL.put("w3.tag.b" + batch, name -> TextModel.characters().tagging(name, batch));
            ALL.put("w3.train.b" + batch, name -> TextModel.characters().training(name, batch));
        }
        for (int batch : new int[] {1, 32}) {
            ALL.put("w4.forward.b" + batch, name -> Wide.forward(name, batch));
            ALL.put("w4.train.b" + batch, name -> Wide.training(name, batch));
        }
    }

    private Workloads() {}

    /**
     * The names that begin with a prefix, in order.
     *
     * @param prefix for example {@code w2} or {@code w2.tag}; empty for all
     */
    public static List<String> names(String prefix) {
        return ALL.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /**
     * Prepares a workload: models are made and data drawn.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Workload prepare(String name) {
        Function<String, Workload> factory = ALL.get(name);
        if (factory == null) {
            throw new IllegalArgumentException(
                    "no workload " + name + "; there are " + String.join(", ", ALL.keySet()));
        }
        return factory.apply(name);
    }
}
