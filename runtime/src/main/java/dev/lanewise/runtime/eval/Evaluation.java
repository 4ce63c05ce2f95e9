package dev.lanewise.runtime.eval;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.WordSequence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How well predicted tags agree with the right ones, word by word. Immutable. Measures whose denominator is 0 are 0,
 * never {@code NaN}.
 */
public final class Evaluation {

    private static final int CONFUSIONS_SHOWN = 10;

    private final int sentences;
    private final long tokens;
    private final long correct;
    private final long unknownTokens;
    private final long unknownCorrect;
    private final List<TagScore> tags;
    private final List<Confusion> confusions;

    private Evaluation(int sentences, Counts counts) {
        this.sentences = sentences;
        this.tokens = counts.tokens;
        this.correct = counts.correct;
        this.unknownTokens = counts.unknownTokens;
        this.unknownCorrect = counts.unknownCorrect;
        this.tags = counts.tags();
        this.confusions = counts.confusions();
    }

    /**
     * Compares tags, by {@code equals}.
     *
     * @param <T> the tags
     * @param gold the sentences with their right tags
     * @param predicted for each sentence, one tag for each word
     * @param knownWord whether a word occurred in training; vectors count as known
     * @throws IllegalArgumentException if the numbers of sentences, or of the tags of a sentence, differ
     */
    public static <T> Evaluation of(List<Example<T>> gold, List<List<T>> predicted, Predicate<String> knownWord) {
        if (gold.size() != predicted.size()) {
            throw new IllegalArgumentException(gold.size() + " sentences, but predictions for " + predicted.size()
                    + "; give one list of tags for each sentence");
        }
        Counts counts = new Counts();
        for (int i = 0; i < gold.size(); i++) {
            Example<T> example = gold.get(i);
            if (example.length() != predicted.get(i).size()) {
                throw new IllegalArgumentException("sentence " + i + " (counted from 0) has " + example.length()
                        + " words, but predictions for " + predicted.get(i).size() + "; give one tag for each word");
            }
            counts.add(example, predicted.get(i), knownWord);
        }
        return new Evaluation(gold.size(), counts);
    }

    /** The number of sentences. */
    public int sentences() {
        return sentences;
    }

    /** The number of words, or vectors. */
    public long tokens() {
        return tokens;
    }

    /** The number of words that were given the right tag. */
    public long correct() {
        return correct;
    }

    /** The part of the words that were given the right tag, 0 to 1; 0 if there are no words. */
    public double accuracy() {
        return Ratio.of(correct, tokens);
    }

    /** The number of words that did not occur in training. */
    public long unknownTokens() {
        return unknownTokens;
    }

    /** The number of words that did not occur in training and were given the right tag. */
    public long unknownCorrect() {
        return unknownCorrect;
    }

    /**
     * The part of the words that did not occur in training that were given the right tag, 0 to 1; 0 if there are none,
     * see {@link #unknownTokens}.
     */
    public double unknownAccuracy() {
        return Ratio.of(unknownCorrect, unknownTokens);
    }

    /** The scores of the tags that occur or were predicted, most frequent first, then by name; immutable. */
    public List<TagScore> tags() {
        return tags;
    }

    /** The score of a tag by its name; empty if it neither occurs nor was predicted. */
    public Optional<TagScore> tag(String name) {
        return tags.stream().filter(score -> score.tag().equals(name)).findFirst();
    }

    /** The mistakes that were made, most frequent first, then by the names of the tags; immutable. */
    public List<Confusion> confusions() {
        return confusions;
    }

    /** Everything as aligned text of several lines, with the ten most frequent mistakes; ends with a line end. */
    public String table() {
        TextTable totals = new TextTable(1)
                .row("sentences", count(sentences), "")
                .row("words", count(tokens), "")
                .row("  correct", count(correct), percent(correct, tokens))
                .row("unknown words", count(unknownTokens), "")
                .row("  correct", count(unknownCorrect), percent(unknownCorrect, unknownTokens));
        TextTable scores = new TextTable(1).row("tag", "precision", "recall", "F1", "support");
        for (TagScore tag : tags) {
            scores.row(
                    tag.tag(),
                    percent(tag.correct(), tag.predicted()),
                    percent(tag.correct(), tag.support()),
                    percent(2 * tag.correct(), tag.support() + tag.predicted()),
                    count(tag.support()));
        }
        TextTable mistakes = new TextTable(2).row("gold", "predicted", "count");
        confusions.stream()
                .limit(CONFUSIONS_SHOWN)
                .forEach(mistake -> mistakes.row(mistake.gold(), mistake.predicted(), count(mistake.count())));
        return totals + (tags.isEmpty() ? "" : "\n" + scores) + (confusions.isEmpty() ? "" : "\n" + mistakes);
    }

    /** The {@link #table}. */
    @Override
    public String toString() {
        return table();
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * Ratio.of(part, whole));
    }

    /** The counts while they are being made; tags are kept as they are, so that they are compared by equals. */
    private static final class Counts {

        private final Map<Object, Map<Object, Long>> byGold = new HashMap<>();
        private long tokens;
        private long correct;
        private long unknownTokens;
        private long unknownCorrect;

        <T> void add(Example<T> example, List<T> predicted, Predicate<String> knownWord) {
            for (int word = 0; word < example.length(); word++) {
                T right = example.tags().get(word);
                T given = predicted.get(word);
                boolean hit = right.equals(given);
                boolean unknown = example.sequence() instanceof WordSequence sentence
                        && !knownWord.test(sentence.words().get(word));
                tokens++;
                correct += hit ? 1 : 0;
                unknownTokens += unknown ? 1 : 0;
                unknownCorrect += unknown && hit ? 1 : 0;
                byGold.computeIfAbsent(right, tag -> new HashMap<>()).merge(given, 1L, Long::sum);
            }
        }

        List<TagScore> tags() {
            Map<Object, long[]> scores = new HashMap<>(); // support, predicted, correct
            byGold.forEach((right, row) -> row.forEach((given, count) -> {
                scores.computeIfAbsent(right, tag -> new long[3])[0] += count;
                scores.computeIfAbsent(given, tag -> new long[3])[1] += count;
                scores.get(right)[2] += right.equals(given) ? count : 0;
            }));
            return scores.entrySet().stream()
                    .map(entry -> score(String.valueOf(entry.getKey()), entry.getValue()))
                    .sorted(Comparator.comparingLong(TagScore::support)
                            .reversed()
                            .thenComparing(TagScore::tag))
                    .toList();
        }

        private static TagScore score(String tag, long[] counts) {
            return new TagScore(tag, counts[0], counts[1], counts[2]);
        }

        List<Confusion> confusions() {
            return byGold.entrySet().stream()
                    .flatMap(row -> row.getValue().entrySet().stream()
                            .filter(cell -> !row.getKey().equals(cell.getKey()))
                            .map(cell -> new Confusion(
                                    String.valueOf(row.getKey()), String.valueOf(cell.getKey()), cell.getValue())))
                    .sorted(Comparator.comparingLong(Confusion::count)
                            .reversed()
                            .thenComparing(Confusion::gold)
                            .thenComparing(Confusion::predicted))
                    .toList();
        }
    }
}
