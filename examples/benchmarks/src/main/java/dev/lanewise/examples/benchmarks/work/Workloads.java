package dev.lanewise.examples.benchmarks.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All workloads by name. */
public final class Workloads {

    /** What the names of workloads of several threads hold. */
    public static final String THREADS = "threads";

    private static final Map<String, Function<String, Workload>> SYNTHETIC = new LinkedHashMap<>();
    private static final Map<String, Function<String, Workload>> OTHER = new LinkedHashMap<>();

    static {
        SYNTHETIC.put("w1.train", Toy::training);
        SYNTHETIC.put("w1.tag", Toy::tagging);
        for (int batch : new int[] {1, 32}) {
            SYNTHETIC.put("w2.tag.b" + batch, name -> TextModel.words().tagging(name, batch, false));
            SYNTHETIC.put("w2.cached.b" + batch, name -> TextModel.words().tagging(name, batch, true));
            SYNTHETIC.put("w2.train.b" + batch, name -> TextModel.words().training(name, batch, TextModel.VOCABULARY));
        }
        for (int batch : new int[] {1, 32}) {
            SYNTHETIC.put("w3.tag.b" + batch, name -> TextModel.characters().tagging(name, batch, false));
            SYNTHETIC.put(
                    "w3.train.b" + batch, name -> TextModel.characters().training(name, batch, TextModel.VOCABULARY));
        }
        for (int batch : new int[] {1, 32}) {
            SYNTHETIC.put("w4.forward.b" + batch, name -> Wide.forward(name, batch));
            SYNTHETIC.put("w4.train.b" + batch, name -> Wide.training(name, batch));
        }
        for (int size : Growth.HIDDEN) {
            OTHER.put("hidden.forward." + size, name -> Growth.hidden(size).forward(name));
            OTHER.put("hidden.train." + size, name -> Growth.hidden(size).training(name));
        }
        for (int length : Growth.LENGTHS) {
            OTHER.put("length." + length, name -> Growth.length(name, length));
        }
        for (int size : Growth.VOCABULARIES) {
            OTHER.put("vocabulary." + size, name -> Growth.vocabulary(name, size));
        }
        for (int sentences : Growth.CORPORA) {
            OTHER.put("corpus." + sentences, name -> Growth.corpus(name, sentences, 1));
        }
        for (int threads : new int[] {1, 2}) {
            OTHER.put(THREADS + "." + threads, name -> Growth.corpus(name, Growth.CORPORA[1], threads));
        }
        OTHER.put("ewt.tag", name -> Treebank.tagging(name, 1));
        for (int threads : new int[] {1, 2}) {
            OTHER.put("ewt." + THREADS + "." + threads, name -> Treebank.tagging(name, threads));
        }
        OTHER.put("ewt.train", Treebank::training);
    }

    private Workloads() {}

    /** The workloads W1 to W4, which need no data. */
    public static List<String> synthetic() {
        return List.copyOf(SYNTHETIC.keySet());
    }

    /**
     * The names that begin with one of the prefixes, in order.
     *
     * @param prefixes for example {@code w2} or {@code w2.tag}; none for {@link #synthetic()}
     * @throws IllegalArgumentException if a prefix fits no name
     */
    public static List<String> names(List<String> prefixes) {
        if (prefixes.isEmpty()) {
            return synthetic();
        }
        return prefixes.stream()
                .flatMap(prefix -> names(prefix).stream())
                .distinct()
                .toList();
    }

    private static List<String> names(String prefix) {
        List<String> names =
                all().keySet().stream().filter(name -> name.startsWith(prefix)).toList();
        if (names.isEmpty()) {
            throw unknown(prefix);
        }
        return names;
    }

    private static Map<String, Function<String, Workload>> all() {
        Map<String, Function<String, Workload>> all = new LinkedHashMap<>(SYNTHETIC);
        all.putAll(OTHER);
        return all;
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("no workload " + name + "; there are " + String.join(", ", all().keySet()));
    }

    /**
     * A workload; nothing is prepared yet.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Workload named(String name) {
        Function<String, Workload> factory = all().get(name);
        if (factory == null) {
            throw unknown(name);
        }
        return factory.apply(name);
    }
}
