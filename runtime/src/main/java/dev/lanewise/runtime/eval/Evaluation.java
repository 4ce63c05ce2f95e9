package dev.lanewise.runtime.eval;

import dev.lanewise.runtime.data.Example;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How well predicted tags agree with the right ones, word by word. Measures whose denominator is 0 are 0, never
 * {@code NaN}. A record of numbers, strings and lists of such, so that any JSON library writes it.
 *
 * @param sentences the number of sentences
 * @param tokens the number of words, or vectors
 * @param correct the number of words that were given the right tag
 * @param unknownTokens the number of words that did not occur in training
 * @param unknownCorrect the number of words that did not occur in training and were given the right tag
 * @param tags the scores of the tags that occur or were predicted, most frequent first, then by name; immutable
 * @param confusions the mistakes that were made, most frequent first, then by the names of the tags; immutable
 */
public record Evaluation(
        int sentences,
        long tokens,
        long correct,
        long unknownTokens,
        long unknownCorrect,
        List<TagScore> tags,
        List<Confusion> confusions) {

    private static final int CONFUSIONS_SHOWN = 10;

    /** Copies the lists. */
    public Evaluation {
        tags = List.copyOf(tags);
        confusions = List.copyOf(confusions);
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
        Agreement.checkSizes(gold, predicted);
        TagCounts counts = new TagCounts();
        for (int i = 0; i < gold.size(); i++) {
            counts.add(gold.get(i), predicted.get(i), knownWord);
        }
        return counts.evaluation(gold.size());
    }

    /**
     * Compares one component of tags that are records.
     *
     * @param <T> the records
     * @param gold the sentences with their right tags
     * @param predicted for each sentence, one tag for each word
     * @param part takes the component out of a record
     * @param knownWord whether a word occurred in training; vectors count as known
     * @throws IllegalArgumentException if the numbers of sentences, or of the tags of a sentence, differ
     */
    public static <T> Evaluation of(
            List<Example<T>> gold, List<List<T>> predicted, Function<? super T, ?> part, Predicate<String> knownWord) {
        List<Example<Object>> right =
                gold.stream().map(example -> example.<Object>map(part)).toList();
        List<List<Object>> given = predicted.stream()
                .map(tags -> tags.stream().<Object>map(part).toList())
                .toList();
        return of(right, given, knownWord);
    }

    /** The part of the words that were given the right tag, 0 to 1; 0 if there are no words. */
    public double accuracy() {
        return Ratio.of(correct, tokens);
    }

    /** The number of words that occurred in training. */
    public long knownTokens() {
        return tokens - unknownTokens;
    }

    /** The number of words that occurred in training and were given the right tag. */
    public long knownCorrect() {
        return correct - unknownCorrect;
    }

    /** The part of the words that occurred in training that were given the right tag, 0 to 1; 0 if there are none. */
    public double knownAccuracy() {
        return Ratio.of(knownCorrect(), knownTokens());
    }

    /**
     * The part of the words that did not occur in training that were given the right tag, 0 to 1; 0 if there are none,
     * see {@link #unknownTokens}.
     */
    public double unknownAccuracy() {
        return Ratio.of(unknownCorrect, unknownTokens);
    }

    /** The score of a tag by its name; empty if it neither occurs nor was predicted. */
    public Optional<TagScore> tag(String name) {
        return tags.stream().filter(score -> score.tag().equals(name)).findFirst();
    }

    /** The gold and predicted tags against each other, those with most mistakes first. */
    public ConfusionMatrix matrix() {
        return ConfusionMatrix.of(tags, confusions);
    }

    /** Everything as aligned text of several lines, with the ten most frequent mistakes; ends with a line end. */
    public String table() {
        TextTable totals = new TextTable(1)
                .row("sentences", TextTable.count(sentences), "")
                .row("words", TextTable.count(tokens), "")
                .row("  correct", TextTable.count(correct), TextTable.percent(correct, tokens))
                .row("known words", TextTable.count(knownTokens()), "")
                .row("  correct", TextTable.count(knownCorrect()), TextTable.percent(knownCorrect(), knownTokens()))
                .row("unknown words", TextTable.count(unknownTokens), "")
                .row("  correct", TextTable.count(unknownCorrect), TextTable.percent(unknownCorrect, unknownTokens));
        TextTable scores = new TextTable(1).row("tag", "precision", "recall", "F1", "support");
        for (TagScore tag : tags) {
            scores.row(
                    tag.tag(),
                    TextTable.percent(tag.correct(), tag.predicted()),
                    TextTable.percent(tag.correct(), tag.support()),
                    TextTable.percent(2 * tag.correct(), tag.support() + tag.predicted()),
                    TextTable.count(tag.support()));
        }
        TextTable mistakes = new TextTable(2).row("gold", "predicted", "count");
        confusions.stream()
                .limit(CONFUSIONS_SHOWN)
                .forEach(
                        mistake -> mistakes.row(mistake.gold(), mistake.predicted(), TextTable.count(mistake.count())));
        return totals + (tags.isEmpty() ? "" : "\n" + scores) + (confusions.isEmpty() ? "" : "\n" + mistakes);
    }

    /** The {@link #table}. */
    @Override
    public String toString() {
        return table();
    }
}
