package dev.lanewise.runtime.eval;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.spans.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How well entities, or other spans, were found: the numbers of the script {@code conlleval} of the CoNLL shared tasks (Tjong
 * Kim Sang, 2004-01-26), for tags in any scheme. A record of numbers, strings and lists of such, so that any JSON library
 * writes it.
 *
 * @param sentences the number of sentences
 * @param tokens the number of words
 * @param correctTokens the number of words that were given the right tag, prefix and type
 * @param overall all types together, spans counted one by one (micro average)
 * @param types each type that occurs or was predicted, by name; immutable
 */
public record SpanEvaluation(int sentences, long tokens, long correctTokens, SpanScore overall, List<SpanScore> types) {

    /** Copies the list. */
    public SpanEvaluation {
        types = List.copyOf(types);
    }

    /**
     * Compares the spans of right and predicted tags.
     *
     * @param <T> the tags, strings or an enum; see {@link dev.lanewise.runtime.spans.Spans#of}
     * @param gold the sentences with their right tags
     * @param predicted for each sentence, one tag for each word
     * @throws IllegalArgumentException if the numbers of sentences, or of the tags of a sentence, differ, or a tag is no
     *     span tag
     */
    public static <T> SpanEvaluation of(List<Example<T>> gold, List<List<T>> predicted) {
        Agreement.checkSizes(gold, predicted);
        Map<String, long[]> types = new TreeMap<>(); // right, found, both
        long tokens = 0;
        long correct = 0;
        for (int i = 0; i < gold.size(); i++) {
            tokens += gold.get(i).length();
            correct += Agreement.correctTags(gold.get(i), predicted.get(i));
            List<Span<String>> right = Agreement.spans(gold.get(i).tags(), i);
            List<Span<String>> found = Agreement.spans(predicted.get(i), i);
            right.forEach(span -> counts(types, span)[0]++);
            found.forEach(span -> counts(types, span)[1]++);
            Agreement.common(right, found).forEach(span -> counts(types, span)[2]++);
        }
        List<SpanScore> scores = new ArrayList<>();
        long[] all = new long[3];
        types.forEach((type, counts) -> {
            scores.add(new SpanScore(type, counts[0], counts[1], counts[2]));
            for (int i = 0; i < all.length; i++) {
                all[i] += counts[i];
            }
        });
        return new SpanEvaluation(gold.size(), tokens, correct, new SpanScore("", all[0], all[1], all[2]), scores);
    }

    private static long[] counts(Map<String, long[]> types, Span<String> span) {
        return types.computeIfAbsent(span.type(), type -> new long[3]);
    }

    /** The part of the words that were given the right tag, 0 to 1; 0 if there are no words. */
    public double accuracy() {
        return Ratio.of(correctTokens, tokens);
    }

    /** The score of a type; empty if it neither occurs nor was predicted. */
    public Optional<SpanScore> type(String type) {
        return types.stream().filter(score -> score.type().equals(type)).findFirst();
    }

    /** Everything as text of several lines, character for character as conlleval prints it; ends with a line end. */
    public String report() {
        StringBuilder text = new StringBuilder("processed " + tokens + " tokens with " + overall.support()
                + " phrases; found: " + overall.predicted() + " phrases; correct: " + overall.correct() + ".\n");
        if (tokens > 0) {
            text.append("accuracy: ")
                    .append(percent(100.0 * correctTokens / tokens))
                    .append("%; ")
                    .append(measures(overall))
                    .append('\n');
        }
        for (SpanScore score : types) {
            text.append(" ".repeat(Math.max(0, 17 - score.type().length())))
                    .append(score.type())
                    .append(": ")
                    .append(measures(score))
                    .append("  ")
                    .append(score.predicted())
                    .append('\n');
        }
        return text.toString();
    }

    private static String measures(SpanScore score) {
        double precision = score.predicted() == 0 ? 0 : 100.0 * score.correct() / score.predicted();
        double recall = score.support() == 0 ? 0 : 100.0 * score.correct() / score.support();
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return "precision: " + percent(precision) + "%; recall: " + percent(recall) + "%; FB1: " + percent(f1);
    }

    /** As C's and Perl's {@code %6.2f}, which round the exact binary value and ties to even; Java's rounds ties up. */
    private static String percent(double value) {
        String digits =
                new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
        return " ".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    /** The {@link #report}. */
    @Override
    public String toString() {
        return report();
    }
}
