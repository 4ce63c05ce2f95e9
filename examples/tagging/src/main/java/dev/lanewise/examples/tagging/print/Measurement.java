package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.eval.SpanEvaluation;
import dev.lanewise.runtime.eval.SpanScore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well and how fast a model tags.
 *
 * @param task what
 * @param evaluation how well each word
 * @param spans how well entities or other spans, where the task has them
 * @param wordsPerSecond how fast, with the model's threads, reading not counted
 */
public record Measurement(Task task, Evaluation evaluation, Optional<SpanEvaluation> spans, double wordsPerSecond) {

    private static final double WARM_UP_SECONDS = 3;
    private static final int ROUNDS = 5;

    /** Tags everything until the JVM is warm, then five times more, of which the median counts. */
    public static Measurement of(TaskModel model, List<Example<String>> examples) {
        List<List<String>> sentences = examples.stream().map(Example::words).toList();
        double spent = 0;
        while (spent < WARM_UP_SECONDS) {
            spent += seconds(model, sentences);
        }
        double[] rounds = IntStream.range(0, ROUNDS)
                .mapToDouble(i -> seconds(model, sentences))
                .sorted()
                .toArray();
        List<List<String>> predicted = model.tagAll(sentences);
        Task task = model.notes().task();
        Evaluation evaluation = Evaluation.of(examples, predicted, model.knownWords());
        return new Measurement(
                task,
                evaluation,
                task.spans() ? Optional.of(SpanEvaluation.of(examples, predicted)) : Optional.empty(),
                evaluation.tokens() / Math.max(rounds[ROUNDS / 2], 1e-9));
    }

    private static double seconds(TaskModel model, List<List<String>> sentences) {
        long start = System.nanoTime();
        model.tagAll(sentences);
        // An empty corpus would never warm up.
        return Math.max((System.nanoTime() - start) / 1e9, 1e-3);
    }

    /** In a few words, such as {@code F1 41.20 %, accuracy 93.60 % (unknown words 82.11 %)}. */
    public String text() {
        return spans.map(each -> String.format(
                                Locale.ROOT,
                                "F1 %.2f %%, ",
                                100 * each.overall().f1()))
                        .orElse("")
                + Accuracy.text(evaluation);
    }

    /** A table for people. */
    public String table() {
        return spans.map(each -> each.report() + "\n").orElse("")
                + evaluation.table()
                + String.format(Locale.ROOT, "%n%,.0f words/s%n", wordsPerSecond);
    }

    /** One JSON object on one line; accuracies are fractions from 0 to 1. */
    public String json() {
        return String.format(
                        Locale.ROOT,
                        "{\"task\":\"%s\",\"sentences\":%d,\"tokens\":%d,\"correct\":%d,\"accuracy\":%.6f,"
                                + "\"unknown_accuracy\":%.6f,",
                        task,
                        evaluation.sentences(),
                        evaluation.tokens(),
                        evaluation.correct(),
                        evaluation.accuracy(),
                        evaluation.unknownAccuracy())
                + spans.map(each -> json(each.overall())).orElse("")
                + String.format(Locale.ROOT, "\"words_per_second\":%.1f}", wordsPerSecond);
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
