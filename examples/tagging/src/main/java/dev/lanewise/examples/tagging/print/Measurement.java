package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.eval.SpanEvaluation;
import dev.lanewise.runtime.eval.SpanScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well and how fast a model tags.
 *
 * @param task what
 * @param evaluation how well each word; of several heads, a word is right if all of its tags are
 * @param heads of a task with several heads how well each of them, under its name; otherwise empty
 * @param spans how well entities or other spans, where the task has them
 * @param wordsPerSecond how fast, with the model's threads, reading not counted; 0 if that was not measured
 */
public record Measurement(
        Task task,
        Evaluation evaluation,
        Map<String, Evaluation> heads,
        Optional<SpanEvaluation> spans,
        double wordsPerSecond) {

    private static final double WARM_UP_SECONDS = 3;
    /** Of a corpus so small that it would not take that long in any number of rounds. */
    private static final int MOST_ROUNDS = 100;

    private static final int ROUNDS = 5;

    /** The tags of the confusion matrix, so that a line fits a terminal. */
    private static final int CONFUSED = 8;

    /** Measures how well a model tags. */
    public static Measurement of(TaskModel model, List<Example<String>> examples) {
        return of(model, examples, model.tagAll(words(examples)), 0);
    }

    /** Measures how fast it is too: tags everything until the JVM is warm, then five times more, of which the median counts. */
    public static Measurement timed(TaskModel model, List<Example<String>> examples) {
        List<List<String>> sentences = words(examples);
        double spent = 0;
        for (int round = 0; round < MOST_ROUNDS && spent < WARM_UP_SECONDS; round++) {
            spent += seconds(model, sentences);
        }
        double[] rounds = IntStream.range(0, ROUNDS)
                .mapToDouble(i -> seconds(model, sentences))
                .sorted()
                .toArray();
        return of(model, examples, model.tagAll(sentences), rounds[ROUNDS / 2]);
    }

    /** The same of tags that a model has given already. */
    static Measurement of(
            TaskModel model, List<Example<String>> examples, List<List<String>> predicted, double seconds) {
        Task task = model.notes().task();
        Evaluation evaluation = Evaluation.of(examples, predicted, model.knownWords());
        return new Measurement(
                task,
                evaluation,
                heads(task, examples, predicted, model.knownWords()),
                task.spans() ? Optional.of(SpanEvaluation.of(examples, predicted)) : Optional.empty(),
                seconds > 0 ? evaluation.tokens() / seconds : 0);
    }

    /** The evaluation of each of several heads under its name; none of a task with one. */
    static Map<String, Evaluation> heads(
            Task task, List<Example<String>> examples, List<List<String>> predicted, Predicate<String> known) {
        Map<String, Evaluation> heads = new LinkedHashMap<>();
        for (String name : task.heads()) {
            int head = heads.size();
            heads.put(name, Evaluation.of(examples, predicted, tag -> task.part(tag, head), known));
        }
        return heads;
    }

    /** The evaluation of one of several heads. */
    Evaluation head(String name) {
        return Objects.requireNonNull(heads.get(name), name);
    }

    private static List<List<String>> words(List<Example<String>> examples) {
        return examples.stream().map(Example::words).toList();
    }

    private static double seconds(TaskModel model, List<List<String>> sentences) {
        long start = System.nanoTime();
        model.tagAll(sentences);
        return Math.max((System.nanoTime() - start) / 1e9, 1e-9);
    }

    /** What models of the task are compared by: the F1 of spans, or accuracy, of several heads the mean of theirs. */
    public double metric() {
        double single = spans.map(each -> each.overall().f1()).orElse(evaluation.accuracy());
        return heads.values().stream()
                .mapToDouble(Evaluation::accuracy)
                .average()
                .orElse(single);
    }

    /** In a few words, such as {@code F1 41.20 %, accuracy 93.60 % (unknown words 82.11 %)}. */
    public String text() {
        return spans.map(each -> String.format(
                                Locale.ROOT,
                                "F1 %.2f %%, ",
                                100 * each.overall().f1()))
                        .orElse("")
                + Accuracy.text(evaluation, heads);
    }

    /** A table for people; of several heads one for each of them. */
    public String table() {
        String speed = String.format(Locale.ROOT, "%n%,.0f words/s%n", wordsPerSecond);
        if (!heads.isEmpty()) {
            StringBuilder tables = new StringBuilder();
            heads.forEach((name, ofHead) -> tables.append(name)
                    .append("\n\n")
                    .append(ofHead.table())
                    .append(confusions(ofHead))
                    .append('\n'));
            return tables + "all right: " + Accuracy.text(evaluation) + "\n" + speed;
        }
        return spans.map(each -> each.report() + "\n").orElse("")
                + evaluation.table()
                + (spans.isPresent() ? "" : confusions(evaluation))
                + speed;
    }

    /** The tags that are taken for each other most often; those of spans are mostly taken for O, as the list above tells. */
    private static String confusions(Evaluation evaluation) {
        return evaluation.confusions().isEmpty()
                ? ""
                : "\n" + evaluation.matrix().table(CONFUSED);
    }

    /** Fields of a JSON object, without braces; accuracies are fractions from 0 to 1. */
    public String json() {
        return String.format(
                        Locale.ROOT,
                        "\"task\":\"%s\",\"sentences\":%d,\"tokens\":%d,",
                        task,
                        evaluation.sentences(),
                        evaluation.tokens())
                + json(evaluation) + ","
                + heads.entrySet().stream()
                        .map(head -> "\"" + head.getKey() + "\":{" + json(head.getValue()) + "},")
                        .collect(Collectors.joining())
                + spans.map(each -> json(each.overall())).orElse("")
                + String.format(Locale.ROOT, "\"words_per_second\":%.1f", wordsPerSecond);
    }

    private static String json(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "\"correct\":%d,\"accuracy\":%.6f,\"unknown_accuracy\":%.6f",
                evaluation.correct(),
                evaluation.accuracy(),
                evaluation.unknownAccuracy());
    }

    private static String json(SpanScore score) {
        return String.format(
                Locale.ROOT,
                "\"precision\":%.6f,\"recall\":%.6f,\"f1\":%.6f,",
                score.precision(),
                score.recall(),
                score.f1());
    }
}
