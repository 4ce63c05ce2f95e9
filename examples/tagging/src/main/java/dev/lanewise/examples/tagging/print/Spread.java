package dev.lanewise.examples.tagging.print;

import java.util.List;
import java.util.Locale;

/**
 * Several measurements of one thing.
 *
 * @param mean their mean
 * @param deviation their standard deviation, with n - 1 in the denominator; 0 for one of them
 */
public record Spread(double mean, double deviation) {

    /** The spread of at least one value. */
    public static Spread of(List<Double> values) {
        double mean = values.stream().mapToDouble(value -> value).sum() / values.size();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new Spread(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }

    /** Such as {@code 95.36 ± 0.05 %}, of fractions from 0 to 1. */
    public String percent() {
        return String.format(Locale.ROOT, "%.2f ± %.2f %%", 100 * mean, 100 * deviation);
    }
}
