package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * TnT's formulas as they stand in the paper, on maps of strings, and every path of a sentence one by one: slow, and nothing in
 * common with the code under test. The weights of deleted interpolation are counted from 1.
 */
final class HmmReference {

    private static final String BOUNDARY = "#";

    private final int order;
    private final int suffix;
    private final List<String> tags;
    private final Map<List<String>, Integer> ngrams = new HashMap<>();
    private final Map<List<String>, Integer> contexts = new HashMap<>();
    private final Map<String, Map<String, Integer>> words = new HashMap<>();
    private final Map<String, Map<String, Integer>> endings = new HashMap<>();
    private final double[] lambdas;

    /** Counts. */
    HmmReference(List<Example<String>> examples, int order, int suffix, int rare, List<String> tags) {
        this.order = order;
        this.suffix = suffix;
        this.tags = tags;
        for (Example<String> example : examples) {
            List<String> path = path(example.tags());
            for (int end = order + 1; end <= path.size(); end++) {
                for (int length = 1; length <= order + 1; length++) {
                    ngrams.merge(path.subList(end - length, end), 1, Integer::sum);
                    contexts.merge(path.subList(end - length, end - 1), 1, Integer::sum);
                }
            }
            for (int i = 0; i < example.length(); i++) {
                words.computeIfAbsent(example.words().get(i), any -> new HashMap<>())
                        .merge(example.tags().get(i), 1, Integer::sum);
            }
        }
        words.forEach((word, counts) -> {
            if (sum(counts) <= rare) {
                for (int length = 0; length <= Math.min(suffix, word.length()); length++) {
                    Map<String, Integer> ending = endings.computeIfAbsent(ending(word, length), any -> new HashMap<>());
                    counts.forEach((tag, count) -> ending.merge(tag, count, Integer::sum));
                }
            }
        });
        lambdas = lambdas();
    }

    private List<String> path(List<String> path) {
        return Stream.of(Collections.nCopies(order, BOUNDARY), path, List.of(BOUNDARY))
                .flatMap(List::stream)
                .toList();
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String ending(String word, int length) {
        return (Character.isUpperCase(word.charAt(0)) ? "A" : "a") + word.substring(word.length() - length);
    }

    private double[] lambdas() {
        double[] votes = new double[order + 1];
        Arrays.fill(votes, 1);
        ngrams.forEach((ngram, count) -> {
            if (ngram.size() == order + 1) {
                int best = 0;
                double most = -1;
                for (int length = 1; length <= order + 1; length++) {
                    List<String> last = ngram.subList(order + 1 - length, order + 1);
                    int whole = contexts.get(last.subList(0, length - 1)) - 1;
                    double part = whole == 0 ? 0 : (ngrams.get(last) - 1) / (double) whole;
                    if (part > most) {
                        most = part;
                        best = length - 1;
                    }
                }
                votes[best] += count;
            }
        });
        double all = 0;
        for (double vote : votes) {
            all += vote;
        }
        for (int i = 0; i < votes.length; i++) {
            votes[i] /= all;
        }
        return votes;
    }

    /** The weight of a path. */
    double weight(List<String> sentence, List<String> tagging) {
        List<String> path = path(tagging);
        double weight = 1;
        for (int end = order + 1; end <= path.size(); end++) {
            double transition = 0;
            for (int length = 1; length <= order + 1; length++) {
                List<String> last = path.subList(end - length, end);
                int whole = contexts.getOrDefault(last.subList(0, length - 1), 0);
                transition += whole == 0 ? 0 : lambdas[length - 1] * ngrams.getOrDefault(last, 0) / whole;
            }
            weight *= transition;
        }
        for (int i = 0; i < sentence.size(); i++) {
            weight *= emission(sentence.get(i), tagging.get(i));
        }
        return weight;
    }

    private double emission(String word, String tag) {
        double ofTag = ngrams.getOrDefault(List.of(tag), 0);
        if (ofTag == 0) {
            return 0;
        }
        Map<String, Integer> known = words.get(word);
        return known == null ? byEnding(word, tag, -1) / probability(tag) : known.getOrDefault(tag, 0) / ofTag;
    }

    private double probability(String tag) {
        double all = tags.stream()
                .mapToInt(each -> ngrams.getOrDefault(List.of(each), 0))
                .sum();
        return ngrams.getOrDefault(List.of(tag), 0) / all;
    }

    private double theta() {
        List<Double> all =
                tags.stream().map(this::probability).filter(each -> each > 0).toList();
        double mean = 1.0 / all.size();
        double squares =
                all.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        return all.size() < 2 ? 1 : Math.sqrt(squares / (all.size() - 1));
    }

    private double byEnding(String word, String tag, int length) {
        if (length < 0) {
            int longest = 0;
            while (longest < Math.min(suffix, word.length()) && endings.containsKey(ending(word, longest + 1))) {
                longest++;
            }
            return endings.containsKey(ending(word, 0)) ? byEnding(word, tag, longest) : probability(tag);
        }
        Map<String, Integer> counts = endings.get(ending(word, length));
        double shorter = length == 0 ? probability(tag) : byEnding(word, tag, length - 1);
        return (counts.getOrDefault(tag, 0) / (double) sum(counts) + theta() * shorter) / (1 + theta());
    }

    /** All paths of a sentence. */
    List<List<String>> paths(int length) {
        List<List<String>> paths = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < length; i++) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> path : paths) {
                tags.forEach(tag ->
                        longer.add(Stream.concat(path.stream(), Stream.of(tag)).toList()));
            }
            paths = longer;
        }
        return paths;
    }
}
