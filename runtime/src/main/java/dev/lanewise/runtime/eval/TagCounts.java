package dev.lanewise.runtime.eval;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.VectorSequence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The counts while they are being made; tags are kept as they are, so that they are compared by equals. */
final class TagCounts {

    private final Map<Object, Map<Object, Long>> byGold = new HashMap<>();
    private long tokens;
    private long correct;
    private long unknownTokens;
    private long unknownCorrect;

    <T> void add(Example<T> example, List<T> predicted, Predicate<String> knownWord) {
        boolean vectors = example.sequence() instanceof VectorSequence;
        for (int word = 0; word < example.length(); word++) {
            T right = example.tags().get(word);
            T given = predicted.get(word);
            boolean hit = right.equals(given);
            boolean unknown = !vectors && !knownWord.test(example.words().get(word));
            tokens++;
            correct += hit ? 1 : 0;
            unknownTokens += unknown ? 1 : 0;
            unknownCorrect += unknown && hit ? 1 : 0;
            byGold.computeIfAbsent(right, tag -> new HashMap<>()).merge(given, 1L, Long::sum);
        }
    }

    Evaluation evaluation(int sentences) {
        return new Evaluation(sentences, tokens, correct, unknownTokens, unknownCorrect, tags(), confusions());
    }

    private List<TagScore> tags() {
        Map<Object, long[]> scores = new HashMap<>(); // support, predicted, correct
        byGold.forEach((right, row) -> row.forEach((given, count) -> {
            scores.computeIfAbsent(right, tag -> new long[3])[0] += count;
            scores.computeIfAbsent(given, tag -> new long[3])[1] += count;
            scores.get(right)[2] += right.equals(given) ? count : 0;
        }));
        return scores.entrySet().stream()
                .map(entry -> score(String.valueOf(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(TagScore::support).reversed().thenComparing(TagScore::tag))
                .toList();
    }

    private static TagScore score(String tag, long[] counts) {
        return new TagScore(tag, counts[0], counts[1], counts[2]);
    }

    private List<Confusion> confusions() {
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
