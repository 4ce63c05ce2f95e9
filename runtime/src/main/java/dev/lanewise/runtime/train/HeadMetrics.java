package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.model.HeadType;
import dev.lanewise.runtime.model.Heads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What the heads of a tagger are judged by on development data, and which of them choose the best epoch. Immutable.
 *
 * @param <T> the type of a tag, or the record of the tags of several heads
 */
final class HeadMetrics<T> {

    private final Heads<T> heads;
    private final Map<String, DevMetric<Object>> others;
    private final List<String> judges;

    /** Every head by its accuracy, the epoch by their mean. */
    HeadMetrics(Heads<T> heads) {
        this(heads, Map.of(), List.of());
    }

    private HeadMetrics(Heads<T> heads, Map<String, DevMetric<Object>> others, List<String> judges) {
        this.heads = heads;
        this.others = others;
        this.judges = judges;
    }

    /** The same, where one head is judged by another metric. */
    HeadMetrics<T> with(String of, DevMetric<Object> metric) {
        checkHead("headMetric", of);
        Map<String, DevMetric<Object>> more = new LinkedHashMap<>(others);
        more.put(of, metric);
        return new HeadMetrics<>(heads, more, judges);
    }

    /** The same, where some heads alone choose the best epoch. */
    HeadMetrics<T> judgedBy(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("judgedBy() names no head: give at least one");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("judgedBy names a head twice: " + names + "; give each once");
        }
        names.forEach(of -> checkHead("judgedBy", of));
        return new HeadMetrics<>(heads, others, List.copyOf(names));
    }

    private void checkHead(String method, String of) {
        if (heads.size() == 1) {
            throw new IllegalArgumentException(
                    method + "(\"" + of + "\") is for taggers with several heads, but this one has one: call metric");
        }
        heads.number(of);
    }

    /** What chooses the best epoch: the metric of the only head, or the mean of those that judge. */
    DevMetric<T> whole() {
        if (heads.size() == 1) {
            return DevMetric.accuracy();
        }
        List<DevMetric<T>> chosen = new ArrayList<>();
        for (HeadType<T, ?> head : heads.types()) {
            if (judges.isEmpty() || judges.contains(head.of())) {
                chosen.add(metric(head));
            }
        }
        return chosen.size() == 1 ? chosen.get(0) : DevMetric.mean(chosen);
    }

    /** The losses of several heads under the components that they give; nothing of a single head. */
    Map<String, HeadReport> reports(double[] losses) {
        Map<String, HeadReport> reports = new LinkedHashMap<>();
        for (int number = 0; number < losses.length; number++) {
            reports.put(
                    heads.types().get(number).of(),
                    new HeadReport(losses[number], Optional.empty(), OptionalDouble.empty()));
        }
        return Collections.unmodifiableMap(reports);
    }

    /**
     * The same with what development data say.
     *
     * @param losses the mean loss a word of each head
     * @param gold the development data
     * @param predicted the tags that were predicted for them
     * @param known whether a word occurred in training
     */
    Map<String, HeadReport> reports(
            double[] losses, List<Example<T>> gold, List<List<T>> predicted, Predicate<String> known) {
        Map<String, HeadReport> reports = new LinkedHashMap<>();
        for (int number = 0; number < losses.length; number++) {
            HeadType<T, ?> head = heads.types().get(number);
            reports.put(
                    head.of(),
                    new HeadReport(
                            losses[number],
                            Optional.of(Evaluation.of(gold, predicted, head, known)),
                            OptionalDouble.of(metric(head).value(gold, predicted))));
        }
        return Collections.unmodifiableMap(reports);
    }

    private DevMetric<T> metric(HeadType<T, ?> head) {
        DevMetric<Object> own = others.getOrDefault(head.of(), DevMetric.accuracy());
        return DevMetric.<T, Object>ofHead(head.of(), head, own);
    }
}
