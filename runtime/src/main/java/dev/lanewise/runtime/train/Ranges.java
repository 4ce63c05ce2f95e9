package dev.lanewise.runtime.train;

/** Checks of numeric settings, with one message form. */
final class Ranges {

    private Ranges() {}

    static void positive(String name, float value) {
        check(name, value, value > 0 && value < Float.POSITIVE_INFINITY, "a number above 0");
    }

    static void notNegative(String name, float value) {
        check(name, value, value >= 0 && value < Float.POSITIVE_INFINITY, "a number not below 0");
    }

    static void fraction(String name, float value) {
        check(name, value, value >= 0 && value < 1, "a number from 0 to below 1");
    }

    static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", but needs to be at least 1");
        }
    }

    static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is " + value + ", but needs to be at least 0");
        }
    }

    private static void check(String name, float value, boolean good, String wanted) {
        if (!good) {
            throw new IllegalArgumentException(name + " is " + value + ", but needs to be " + wanted);
        }
    }
}
