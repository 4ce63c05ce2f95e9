package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.runtime.data.ConlluColumn;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether one model is better than another, as text. */
public final class Comparisons {

    /** What the bootstrap's draws depend on. */
    private static final long SEED = 1;

    private Comparisons() {}

    /**
     * Compares two models of one kind of task: by the F1 of spans, or by accuracy; where one has several heads, each of them that
     * both have.
     *
     * @param examples the right tags, as the first model's task has them
     * @return under the name of each head; under the empty name where both have one
     * @throws IllegalArgumentException if one has spans and the other has not, or they have no head in common
     */
    public static Map<String, Comparison> of(TaskModel first, TaskModel second, List<Example<String>> examples) {
        Task task = first.notes().task();
        Task other = second.notes().task();
        List<List<String>> sentences = examples.stream().map(Example::words).toList();
        if (task.heads().isEmpty() && other.heads().isEmpty()) {
            if (task.spans() != other.spans()) {
                throw incomparable(task, other);
            }
            List<List<String>> one = first.tagAll(sentences);
            List<List<String>> two = second.tagAll(sentences);
            return Map.of(
                    "",
                    task.spans()
                            ? Comparison.ofSpans(examples, one, two, SEED)
                            : Comparison.ofTags(examples, one, two, SEED));
        }
        Map<String, Comparison> heads = ofHeads(first, second, examples, sentences);
        if (heads.isEmpty()) {
            throw incomparable(task, other);
        }
        return heads;
    }

    private static Map<String, Comparison> ofHeads(
            TaskModel first, TaskModel second, List<Example<String>> examples, List<List<String>> sentences) {
        Task task = first.notes().task();
        Map<String, Comparison> heads = new LinkedHashMap<>();
        for (int i = 0; i < task.columns().size(); i++) {
            int head = i;
            ConlluColumn column = task.columns().get(head);
            int ofSecond = second.notes().task().columns().indexOf(column);
            if (ofSecond >= 0) {
                List<Example<String>> gold = examples.stream()
                        .map(example -> example.<String>map(tag -> task.part(tag, head)))
                        .toList();
                heads.put(
                        column.name().toLowerCase(Locale.ROOT),
                        Comparison.ofTags(
                                gold, parts(first, sentences, head), parts(second, sentences, ofSecond), SEED));
            }
        }
        return heads;
    }

    private static IllegalArgumentException incomparable(Task first, Task second) {
        return new IllegalArgumentException("a model of the task " + second + " cannot be compared with one of " + first
                + "; give two of one task");
    }

    /** What one head says. */
    private static List<List<String>> parts(TaskModel model, List<List<String>> sentences, int head) {
        Task task = model.notes().task();
        return model.tagAll(sentences).stream()
                .map(tags -> tags.stream().map(tag -> task.part(tag, head)).toList())
                .toList();
    }

    /** For people. */
    public static String report(Map<String, Comparison> comparisons) {
        return comparisons.entrySet().stream()
                .map(each -> (each.getKey().isEmpty() ? "" : each.getKey() + "\n")
                        + each.getValue().report())
                .collect(Collectors.joining("\n"));
    }

    /** Fields of a JSON object, without braces; of several heads an object each. */
    public static String json(Map<String, Comparison> comparisons) {
        return comparisons.entrySet().stream()
                .map(each -> each.getKey().isEmpty()
                        ? json(each.getValue())
                        : "\"" + each.getKey() + "\":{" + json(each.getValue()) + "}")
                .collect(Collectors.joining(","));
    }

    private static String json(Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "\"measure\":\"%s\",\"first\":%.6f,\"second\":%.6f,\"low\":%.6f,\"high\":%.6f,\"p\":%.6g",
                comparison.measure(),
                comparison.first(),
                comparison.second(),
                comparison.interval().low(),
                comparison.interval().high(),
                comparison.test().p());
    }
}
