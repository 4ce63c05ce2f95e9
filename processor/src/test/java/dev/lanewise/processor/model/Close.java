package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares numbers and remembers the largest deviation of every kind. */
final class Close {

    private final Map<String, Double> largest = new TreeMap<>();

    /** Checks that no number is further off than the tolerance. */
    void absolute(String kind, String what, double tolerance, double[] expected, float[] actual) {
        check(kind, what, tolerance, 1, expected, actual);
    }

    /** Checks that no number is further off than the tolerance times the largest expected number. */
    void relative(String kind, String what, double tolerance, double[] expected, float[] actual) {
        double magnitude = 0;
        for (double each : expected) {
            magnitude = Math.max(magnitude, Math.abs(each));
        }
        check(kind, what, tolerance, magnitude, expected, actual);
    }

    /** Checks one number. */
    void absolute(String kind, String what, double tolerance, double expected, double actual) {
        note(kind, Math.abs(expected - actual));
        assertEquals(expected, actual, tolerance, kind + " " + what);
    }

    private void check(String kind, String what, double tolerance, double unit, double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length, () -> kind + " " + what);
        for (int i = 0; i < expected.length; i++) {
            double off = Math.abs(expected[i] - actual[i]);
            note(kind, unit == 0 ? off : off / unit);
            String message = kind + " " + what + "[" + i + "] is " + actual[i] + ", not " + expected[i];
            assertTrue(off <= tolerance * unit, message);
        }
    }

    private void note(String kind, double off) {
        largest.merge(kind, off, Math::max);
    }

    @Override
    public String toString() {
        return largest.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %.1e", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
