package dev.lanewise.examples.tagging;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.eval.Evaluation;
import java.util.List;
import java.util.Locale;

/**
 * How well and how fast a model tags.
 *
 * @param evaluation how well
 * @param wordsPerSecond how fast, on one thread, reading not counted
 */
record Measurement(Evaluation evaluation, double wordsPerSecond) {

    /** Tags everything twice: the first time warms the JVM up, the second one is timed. */
    static Measurement of(PosTaggerModel model, List<Example<String>> examples) {
        List<List<String>> sentences = examples.stream().map(Example::words).toList();
        model.tagAll(sentences);
        long start = System.nanoTime();
        List<List<String>> predicted = model.tagAll(sentences);
        double seconds = (System.nanoTime() - start) / 1e9;
        Vocabulary known = model.info().vocabularies().get("word_embeddings");
        Evaluation evaluation = Evaluation.of(examples, predicted, known::contains);
        return new Measurement(evaluation, evaluation.tokens() / Math.max(seconds, 1e-9));
    }

    /** A table for people. */
    String table() {
        return evaluation.table() + String.format(Locale.ROOT, "%n%,.0f words/s%n", wordsPerSecond);
    }

    /** One JSON object on one line; accuracies are fractions from 0 to 1. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"task\":\"pos\",\"sentences\":%d,\"tokens\":%d,\"correct\":%d,\"accuracy\":%.6f,"
                        + "\"unknown_accuracy\":%.6f,\"words_per_second\":%.1f}",
                evaluation.sentences(),
                evaluation.tokens(),
                evaluation.correct(),
                evaluation.accuracy(),
                evaluation.unknownAccuracy(),
                wordsPerSecond);
    }
}
