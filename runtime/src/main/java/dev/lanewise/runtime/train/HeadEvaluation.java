package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.model.HeadType;
import dev.lanewise.runtime.model.Heads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Judges the heads of a tagger one by one. */
final class HeadEvaluation {

    private HeadEvaluation() {}

    /** The accuracy of the only head, or the mean of the accuracies of several ones. */
    static <T> DevMetric<T> accuracy(Heads<T> heads) {
        if (heads.size() == 1) {
            return DevMetric.accuracy();
        }
        List<DevMetric<T>> each = new ArrayList<>();
        heads.types().forEach(head -> each.add(DevMetric.ofHead(head.of(), head::tag, DevMetric.accuracy())));
        return DevMetric.mean(each);
    }

    /** The evaluation of each head under the component that it gives; none where tags are no records. */
    static <T> Map<String, Evaluation> of(
            Heads<T> heads, List<Example<T>> gold, List<List<T>> predicted, Predicate<String> known) {
        Map<String, Evaluation> evaluations = new LinkedHashMap<>();
        for (HeadType<T, ?> head : heads.types()) {
            if (!head.of().isEmpty()) {
                evaluations.put(head.of(), Evaluation.of(gold, predicted, head::tag, known));
            }
        }
        return Collections.unmodifiableMap(evaluations);
    }
}
