package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best sums, against all sums. */
final class BestSumsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void areTheFirstOfAllSums(int count) {
        Random random = new Random(count);
        for (int round = 0; round < 20; round++) {
            double[][] lists = new double[count][];
            for (int i = 0; i < count; i++) {
                // Few different numbers, so that many sums are equal.
                lists[i] = random.ints(1 + random.nextInt(6), 0, 5)
                        .sorted()
                        .mapToDouble(number -> -number)
                        .toArray();
            }
            List<int[]> all = all(lists);
            for (int n : new int[] {1, 2, 5, 1000}) {
                List<List<Integer>> expected =
                        all.stream().limit(n).map(BestSumsTest::boxed).toList();
                assertEquals(
                        expected,
                        BestSums.of(lists, n).stream().map(BestSumsTest::boxed).toList());
            }
        }
    }

    @Test
    void ofASingleListAreItsNumbers() {
        assertEquals(
                List.of(List.of(0), List.of(1)),
                BestSums.of(new double[][] {{-1, -2, -3}}, 2).stream()
                        .map(BestSumsTest::boxed)
                        .toList());
    }

    private static List<Integer> boxed(int[] ranks) {
        return Arrays.stream(ranks).boxed().toList();
    }

    /** The places of all sums, the largest first, of equal ones those that come first in the lists. */
    private static List<int[]> all(double[][] lists) {
        List<int[]> all = List.of(new int[0]);
        for (double[] list : lists) {
            List<int[]> longer = new ArrayList<>();
            for (int[] ranks : all) {
                for (int rank = 0; rank < list.length; rank++) {
                    int[] more = Arrays.copyOf(ranks, ranks.length + 1);
                    more[ranks.length] = rank;
                    longer.add(more);
                }
            }
            all = longer;
        }
        List<int[]> sorted = new ArrayList<>(all);
        // Stable: equal sums keep the order in which they were made.
        sorted.sort(Comparator.comparingDouble(ranks -> -sum(lists, ranks)));
        return sorted;
    }

    private static double sum(double[][] lists, int[] ranks) {
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += lists[i][ranks[i]];
        }
        return sum;
    }
}
