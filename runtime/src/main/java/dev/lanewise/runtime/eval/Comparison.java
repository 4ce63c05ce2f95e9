package dev.lanewise.runtime.eval;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.spans.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Two models on the same sentences: is the one better, or was it luck? A record of numbers, strings and records of such, so
 * that any JSON library writes it.
 *
 * @param measure what is compared, {@code accuracy} or {@code span F1}
 * @param first the first model's measure, 0 to 1
 * @param second the second model's measure, 0 to 1
 * @param test McNemar's test
 * @param interval the bootstrap's interval of {@code first - second}
 */
public record Comparison(String measure, double first, double second, McNemar test, Interval interval) {

    /**
     * Compares accuracies. McNemar's test counts words, the bootstrap draws sentences.
     *
     * @param <T> the tags
     * @param gold the sentences with their right tags
     * @param first the first model's tags, one for each word
     * @param second the second model's tags, one for each word
     * @param seed what the bootstrap's draws depend on; the same seed gives the same interval
     * @throws IllegalArgumentException if the numbers of sentences, or of the tags of a sentence, differ
     */
    public static <T> Comparison ofTags(List<Example<T>> gold, List<List<T>> first, List<List<T>> second, long seed) {
        Agreement.checkSizes(gold, first);
        Agreement.checkSizes(gold, second);
        int[][] counts = new int[gold.size()][];
        Discordant discordant = new Discordant();
        for (int i = 0; i < gold.size(); i++) {
            Example<T> example = gold.get(i);
            counts[i] = new int[] {
                Agreement.correctTags(example, first.get(i)),
                example.length(),
                Agreement.correctTags(example, second.get(i)),
                example.length()
            };
            for (int word = 0; word < example.length(); word++) {
                T right = example.tags().get(word);
                discordant.add(
                        right.equals(first.get(i).get(word)),
                        right.equals(second.get(i).get(word)));
            }
        }
        return of("accuracy", counts, discordant, seed);
    }

    /**
     * Compares the F1 of spans. McNemar's test counts the right spans, found or not; spans found that are none count only in
     * the bootstrap, which draws sentences.
     *
     * @param <T> the tags, strings or an enum; see {@link dev.lanewise.runtime.spans.Spans#of}
     * @param gold the sentences with their right tags
     * @param first the first model's tags, one for each word
     * @param second the second model's tags, one for each word
     * @param seed what the bootstrap's draws depend on; the same seed gives the same interval
     * @throws IllegalArgumentException if the numbers of sentences, or of the tags of a sentence, differ, or a tag is no
     *     span tag
     */
    public static <T> Comparison ofSpans(List<Example<T>> gold, List<List<T>> first, List<List<T>> second, long seed) {
        Agreement.checkSizes(gold, first);
        Agreement.checkSizes(gold, second);
        int[][] counts = new int[gold.size()][];
        Discordant discordant = new Discordant();
        for (int i = 0; i < gold.size(); i++) {
            List<Span<String>> right = Agreement.spans(gold.get(i).tags(), i);
            List<Span<String>> one = Agreement.spans(first.get(i), i);
            List<Span<String>> other = Agreement.spans(second.get(i), i);
            Set<Span<String>> byFirst = Agreement.common(right, one);
            Set<Span<String>> bySecond = Agreement.common(right, other);
            counts[i] = new int[] {
                2 * byFirst.size(), right.size() + one.size(), 2 * bySecond.size(), right.size() + other.size()
            };
            right.forEach(span -> discordant.add(byFirst.contains(span), bySecond.contains(span)));
        }
        return of("span F1", counts, discordant, seed);
    }

    private static Comparison of(String measure, int[][] counts, Discordant discordant, long seed) {
        long[] sums = Bootstrap.sums(counts);
        return new Comparison(
                measure,
                Ratio.of(sums[0], sums[1]),
                Ratio.of(sums[2], sums[3]),
                McNemar.of(discordant.firstOnly, discordant.secondOnly),
                Bootstrap.interval(counts, seed));
    }

    /** Everything as text of three lines; ends with a line end. */
    public String report() {
        return String.format(
                Locale.ROOT,
                "%s: first %.2f %%, second %.2f %%, difference %+.2f [%+.2f, %+.2f] (%.0f %% of %,d resamples)\n"
                        + "McNemar: only the first right %,d, only the second right %,d%s, p = %.3g\n"
                        + "%s\n",
                measure,
                100 * first,
                100 * second,
                100 * interval.difference(),
                100 * interval.low(),
                100 * interval.high(),
                100 * interval.level(),
                interval.resamples(),
                test.firstOnly(),
                test.secondOnly(),
                test.exact() ? ", exact" : String.format(Locale.ROOT, ", chi-squared %.2f", test.statistic()),
                test.p(),
                interval.excludesZero()
                        ? "The " + (interval.low() > 0 ? "first" : "second") + " is better."
                        : "No difference beyond chance is shown.");
    }

    /** The {@link #report}. */
    @Override
    public String toString() {
        return report();
    }

    /** Counts the items that only one of two models has right. */
    private static final class Discordant {
        private long firstOnly;
        private long secondOnly;

        void add(boolean first, boolean second) {
            firstOnly += first && !second ? 1 : 0;
            secondOnly += second && !first ? 1 : 0;
        }
    }
}
