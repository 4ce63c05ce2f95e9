package dev.lanewise.runtime.eval;

/**
 * McNemar's test of two models on the same items: whether the items that only the one has right are more than those that only
 * the other has right, beyond chance (Q. McNemar, "Note on the sampling error of the difference between correlated proportions
 * or percentages", Psychometrika 1947; with continuity correction: A. Edwards, Psychometrika 1948).
 *
 * @param firstOnly the number of items that only the first model has right
 * @param secondOnly the number of items that only the second model has right
 * @param exact whether {@code p} is from the binomial distribution, as it is for fewer than {@value #FEW} such items;
 *     otherwise it is from the chi-squared distribution with one degree of freedom
 * @param statistic {@code (|firstOnly - secondOnly| - 1)^2 / (firstOnly + secondOnly)}; 0 where it is exact
 * @param p the probability, on both sides, of a difference at least as large if both models were equally good
 */
public record McNemar(long firstOnly, long secondOnly, boolean exact, double statistic, double p) {

    /** From so many discordant items on, the chi-squared distribution is close enough. */
    public static final int FEW = 25;

    /**
     * Makes the test.
     *
     * @param firstOnly the number of items that only the first model has right
     * @param secondOnly the number of items that only the second model has right
     * @throws IllegalArgumentException if a number is negative
     */
    public static McNemar of(long firstOnly, long secondOnly) {
        if (firstOnly < 0 || secondOnly < 0) {
            throw new IllegalArgumentException(
                    "there are no " + Math.min(firstOnly, secondOnly) + " items; give counts from 0");
        }
        long discordant = firstOnly + secondOnly;
        if (discordant < FEW) {
            double tail = binomialTail((int) Math.min(firstOnly, secondOnly), (int) discordant);
            return new McNemar(firstOnly, secondOnly, true, 0, Math.min(1, 2 * tail));
        }
        double difference = Math.max(0, Math.abs((double) firstOnly - secondOnly) - 1);
        double statistic = difference * difference / discordant;
        return new McNemar(
                firstOnly, secondOnly, false, statistic, NormalTail.complementaryError(Math.sqrt(statistic / 2)));
    }

    /** The probability of at most k heads of n fair coins, n small. */
    private static double binomialTail(int k, int n) {
        double ways = 1;
        double sum = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - i + 1) / i;
            sum += ways;
        }
        return Math.scalb(sum, -n);
    }
}
