package dev.lanewise.runtime.eval;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each tag was taken for each other one, the tags that take part in most mistakes first.
 *
 * @param tags the names of the tags, those with most mistakes (in which they are right or predicted) first, then by name
 * @param counts the number of words, {@code [right tag][predicted tag]}, both in the order of the tags; immutable
 */
public record ConfusionMatrix(List<String> tags, List<List<Long>> counts) {

    /** Copies the lists. */
    public ConfusionMatrix {
        tags = List.copyOf(tags);
        counts = counts.stream().map(List::copyOf).toList();
    }

    static ConfusionMatrix of(List<TagScore> scores, List<Confusion> confusions) {
        Map<String, Long> mistakes = new HashMap<>();
        Map<List<String>, Long> cells = new HashMap<>();
        for (Confusion confusion : confusions) {
            mistakes.merge(confusion.gold(), confusion.count(), Long::sum);
            mistakes.merge(confusion.predicted(), confusion.count(), Long::sum);
            cells.put(List.of(confusion.gold(), confusion.predicted()), confusion.count());
        }
        scores.forEach(score -> cells.put(List.of(score.tag(), score.tag()), score.correct()));
        List<String> tags = scores.stream()
                .map(TagScore::tag)
                .sorted(Comparator.comparingLong((String tag) -> mistakes.getOrDefault(tag, 0L))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return new ConfusionMatrix(
                tags,
                tags.stream()
                        .map(gold -> tags.stream()
                                .map(predicted -> cells.getOrDefault(List.of(gold, predicted), 0L))
                                .toList())
                        .toList());
    }

    /**
     * The number of words with one tag that were given another, or the same; 0 for tags that do not occur.
     *
     * @param gold the name of the right tag
     * @param predicted the name of the tag that was given
     */
    public long count(String gold, String predicted) {
        int row = tags.indexOf(gold);
        int column = tags.indexOf(predicted);
        return row < 0 || column < 0 ? 0 : counts.get(row).get(column);
    }

    /**
     * The first tags of the matrix as aligned text: a line for each right tag, a column for each predicted one; a dot for 0.
     *
     * @param most how many tags are shown, at least 1
     * @throws IllegalArgumentException if {@code most} is less than 1
     */
    public String table(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most = " + most + " tags cannot be shown; choose 1 or more");
        }
        List<String> shown = tags.subList(0, Math.min(most, tags.size()));
        String[] line = new String[shown.size() + 1];
        line[0] = "gold \\ predicted";
        for (int i = 0; i < shown.size(); i++) {
            line[i + 1] = shown.get(i);
        }
        TextTable table = new TextTable(1).row(line);
        for (int row = 0; row < shown.size(); row++) {
            line[0] = shown.get(row);
            for (int column = 0; column < shown.size(); column++) {
                long count = counts.get(row).get(column);
                line[column + 1] = count == 0 ? "." : TextTable.count(count);
            }
            table.row(line);
        }
        return table.toString();
    }
}
