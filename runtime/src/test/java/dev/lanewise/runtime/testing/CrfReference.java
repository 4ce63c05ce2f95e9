package dev.lanewise.runtime.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A linear-chain CRF in double precision, as plainly as possible: forward and backward in logarithms, and every tagging written
 * out for small ones.
 *
 * @param emissions {@code [word][tag]}
 * @param start what the first tag counts
 * @param transitions {@code [from][to]}
 * @param end what the last tag counts
 */
public record CrfReference(double[][] emissions, double[] start, double[][] transitions, double[] end) {

    /** The gradients of {@link #loss}. */
    public record Gradients(double[][] emissions, double[] start, double[][] transitions, double[] end) {}

    /** The same chain with what a scheme forbids at negative infinity. */
    public CrfReference constrained(boolean[] mayStart, boolean[][] mayFollow, boolean[] mayEnd) {
        return new CrfReference(
                emissions,
                IntStream.range(0, tags())
                        .mapToDouble(i -> mayStart[i] ? start[i] : Double.NEGATIVE_INFINITY)
                        .toArray(),
                IntStream.range(0, tags())
                        .mapToObj(i -> IntStream.range(0, tags())
                                .mapToDouble(j -> mayFollow[i][j] ? transitions[i][j] : Double.NEGATIVE_INFINITY)
                                .toArray())
                        .toArray(double[][]::new),
                IntStream.range(0, tags())
                        .mapToDouble(i -> mayEnd[i] ? end[i] : Double.NEGATIVE_INFINITY)
                        .toArray());
    }

    private int tags() {
        return start.length;
    }

    private int words() {
        return emissions.length;
    }

    /** The score of a tagging. */
    public double score(int[] path) {
        double score = start[path[0]] + emissions[0][path[0]];
        for (int t = 1; t < path.length; t++) {
            score += transitions[path[t - 1]][path[t]] + emissions[t][path[t]];
        }
        return score + end[path[path.length - 1]];
    }

    /** Every possible tagging, best first; equal ones as list Viterbi has them: by the last tag, then the one before. */
    public List<int[]> ranked() {
        List<int[]> paths = new ArrayList<>();
        int count = (int) Math.round(Math.pow(tags(), words()));
        for (int code = 0; code < count; code++) {
            int[] path = new int[words()];
            int rest = code;
            for (int t = 0; t < path.length; t++) {
                path[t] = rest % tags();
                rest /= tags(); // the last word's tag counts most, as the order of equals wants it
            }
            paths.add(path);
        }
        paths.removeIf(path -> score(path) == Double.NEGATIVE_INFINITY);
        paths.sort(Comparator.comparingDouble((int[] path) -> -score(path)));
        return paths;
    }

    /** The logarithm of the sum over all taggings of the exponential of their scores. */
    public double logPartition() {
        double[] last = forward()[words() - 1];
        return logSum(
                IntStream.range(0, tags()).mapToDouble(i -> last[i] + end[i]).toArray());
    }

    /** The negative log-likelihood. */
    public double loss(int[] gold) {
        return logPartition() - score(gold);
    }

    /** The probability of each word's tags. */
    public double[][] marginals() {
        double[][] forward = forward();
        double[][] backward = backward();
        double whole = logPartition();
        return IntStream.range(0, words())
                .mapToObj(t -> IntStream.range(0, tags())
                        .mapToDouble(i -> Math.exp(forward[t][i] + backward[t][i] - whole))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Expected minus actual counts. */
    public Gradients gradients(int[] gold) {
        double[][] emission = marginals();
        double[][] pairs = pairs();
        for (int t = 0; t < words(); t++) {
            emission[t][gold[t]] -= 1;
            if (t > 0) {
                pairs[gold[t - 1]][gold[t]] -= 1;
            }
        }
        return new Gradients(emission, emission[0].clone(), pairs, emission[words() - 1].clone());
    }

    private double[][] pairs() {
        double[][] forward = forward();
        double[][] backward = backward();
        double whole = logPartition();
        double[][] pairs = new double[tags()][tags()];
        for (int t = 1; t < words(); t++) {
            for (int i = 0; i < tags(); i++) {
                for (int j = 0; j < tags(); j++) {
                    pairs[i][j] +=
                            Math.exp(forward[t - 1][i] + transitions[i][j] + emissions[t][j] + backward[t][j] - whole);
                }
            }
        }
        return pairs;
    }

    private double[][] forward() {
        double[][] forward = new double[words()][tags()];
        for (int t = 0; t < words(); t++) {
            for (int j = 0; j < tags(); j++) {
                int step = t;
                int tag = j;
                double before = t == 0
                        ? start[j]
                        : logSum(IntStream.range(0, tags())
                                .mapToDouble(i -> forward[step - 1][i] + transitions[i][tag])
                                .toArray());
                forward[t][j] = before + emissions[t][j];
            }
        }
        return forward;
    }

    private double[][] backward() {
        double[][] backward = new double[words()][];
        backward[words() - 1] = end.clone();
        for (int t = words() - 2; t >= 0; t--) {
            int step = t;
            backward[t] = IntStream.range(0, tags())
                    .mapToDouble(i -> logSum(IntStream.range(0, tags())
                            .mapToDouble(j -> transitions[i][j] + emissions[step + 1][j] + backward[step + 1][j])
                            .toArray()))
                    .toArray();
        }
        return backward;
    }

    private static double logSum(double[] numbers) {
        double max = Arrays.stream(numbers).max().orElseThrow();
        return max == Double.NEGATIVE_INFINITY
                ? max
                : max
                        + Math.log(Arrays.stream(numbers)
                                .map(each -> Math.exp(each - max))
                                .sum());
    }
}
