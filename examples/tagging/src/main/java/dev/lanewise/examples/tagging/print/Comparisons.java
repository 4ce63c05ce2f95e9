package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Comparison;
import java.util.List;
import java.util.Locale;

/** Whether one model is better than another, as text. */
public final class Comparisons {

    /** What the bootstrap's draws depend on. */
    private static final long SEED = 1;

    private Comparisons() {}

    /**
     * Compares two models of one kind of task: by the F1 of spans, or by accuracy.
     *
     * @throws IllegalArgumentException if one has spans or several heads and the other has not
     */
    public static Comparison of(TaskModel first, TaskModel second, List<Example<String>> examples) {
        boolean spans = first.notes().task().spans();
        if (spans != second.notes().task().spans()
                || !first.notes().task().heads().equals(second.notes().task().heads())) {
            throw new IllegalArgumentException(
                    "a model of the task " + second.notes().task() + " cannot be compared with one of "
                            + first.notes().task() + "; give two of one task");
        }
        List<List<String>> sentences = examples.stream().map(Example::words).toList();
        List<List<String>> one = first.tagAll(sentences);
        List<List<String>> other = second.tagAll(sentences);
        return spans ? Comparison.ofSpans(examples, one, other, SEED) : Comparison.ofTags(examples, one, other, SEED);
    }

    /** Fields of a JSON object, without braces. */
    public static String json(Comparison comparison) {
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
