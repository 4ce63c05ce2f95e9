package dev.lanewise.examples.tagging;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.eval.Evaluation;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How well and how fast a model tags.
 *
 * @param evaluation how well
 * @param wordsPerSecond how fast, with the model's threads, reading not counted
 */
record Measurement(Evaluation evaluation, double wordsPerSecond) {

    private static final double WARM_UP_SECONDS = 3;
    private static final int ROUNDS = 5;

    /** Tags everything until the JVM is warm, then five times more, of which the median counts. */
    static Measurement of(PosTaggerModel model, List<Example<String>> examples) {
        List<List<String>> sentences = examples.stream().map(Example::words).toList();
        double spent = 0;
        while (spent < WARM_UP_SECONDS) {
            spent += seconds(model, sentences);
        }
        double[] rounds = IntStream.range(0, ROUNDS)
                .mapToDouble(i -> seconds(model, sentences))
                .sorted()
                .toArray();
        Vocabulary known = model.info().vocabularies().get("word_embeddings");
        Evaluation evaluation = Evaluation.of(examples, model.tagAll(sentences), known::contains);
        return new Measurement(evaluation, evaluation.tokens() / Math.max(rounds[ROUNDS / 2], 1e-9));
    }

    private static double seconds(PosTaggerModel model, List<List<String>> sentences) {
        long start = System.nanoTime();
        model.tagAll(sentences);
        // An empty corpus would never warm up.
        return Math.max((System.nanoTime() - start) / 1e9, 1e-3);
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
