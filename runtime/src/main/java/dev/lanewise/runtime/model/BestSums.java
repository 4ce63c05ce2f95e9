package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The largest sums of one number of each of several lists, exact: lists are added one after the other, of which the n largest sums
 * are kept. Of equal sums the one with the better number of an earlier list comes first.
 */
final class BestSums {

    /**
     * A sum.
     *
     * @param before the sum without its last number
     * @param value the sum
     * @param ranks the place of each number in its list
     */
    private record Sum(double before, double value, int[] ranks) {
        static final Sum NOTHING = new Sum(0, 0, new int[0]);
        static final Comparator<Sum> BEST_FIRST =
                Comparator.comparingDouble((Sum sum) -> -sum.value).thenComparing(Sum::ranks, Arrays::compare);

        /** With the best number of the next list. */
        Sum plusFirst(double[] numbers) {
            return new Sum(value, value + numbers[0], Arrays.copyOf(ranks, ranks.length + 1));
        }

        int lastRank() {
            return ranks[ranks.length - 1];
        }

        /** With the number that follows in place of the last one. */
        Sum following(double[] numbers) {
            int[] others = ranks.clone();
            others[ranks.length - 1]++;
            return new Sum(before, before + numbers[lastRank() + 1], others);
        }
    }

    private BestSums() {}

    /**
     * The places of the numbers of the n largest sums, best first; fewer if there are not so many.
     *
     * @param lists numbers, each list best first and none of them empty
     */
    static List<int[]> of(double[][] lists, int n) {
        List<Sum> best = List.of(Sum.NOTHING);
        for (double[] numbers : lists) {
            best = merged(best, numbers, n);
        }
        return best.stream().map(Sum::ranks).toList();
    }

    private static List<Sum> merged(List<Sum> sums, double[] numbers, int n) {
        PriorityQueue<Sum> next = new PriorityQueue<>(Sum.BEST_FIRST);
        for (Sum sum : sums) {
            next.add(sum.plusFirst(numbers));
        }
        List<Sum> best = new ArrayList<>();
        while (best.size() < n && !next.isEmpty()) {
            Sum sum = next.remove();
            best.add(sum);
            if (sum.lastRank() + 1 < numbers.length) {
                next.add(sum.following(numbers));
            }
        }
        return best;
    }
}
