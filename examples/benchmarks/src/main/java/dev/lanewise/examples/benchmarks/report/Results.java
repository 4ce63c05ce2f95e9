package dev.lanewise.examples.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, in rounds: seconds of a call by name. */
final class Results {

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    void add(String name, double value) {
        seconds.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return seconds.containsKey(name);
    }

    /** The median of the rounds; of an even number of them, the faster one of the two in the middle. */
    double median(String name) {
        List<Double> sorted = new ArrayList<>(seconds.getOrDefault(name, List.of()));
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured for " + name);
        }
        sorted.sort(null);
        return sorted.get((sorted.size() - 1) / 2);
    }

    /** The largest spread of the rounds of one name: the slowest over the fastest, less one. */
    double spread() {
        double largest = 0;
        for (List<Double> values : seconds.values()) {
            double fastest =
                    values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            double slowest =
                    values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            largest = Math.max(largest, slowest / fastest - 1);
        }
        return largest;
    }
}
