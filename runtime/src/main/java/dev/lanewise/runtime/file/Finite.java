package dev.lanewise.runtime.file;

/** Looks for numbers that are not finite. A program loads a model once, soon after its start, when nothing is compiled yet. */
final class Finite {

    /** A method that is called for parts of an array is compiled sooner than a long loop in one call is replaced. */
    private static final int PART = 1 << 8;

    private Finite() {}

    /** The first index of a number that is not finite, among so many; their count if there is none. */
    static int firstOther(float[] values, int count) {
        for (int from = 0; from < count; from += PART) {
            int to = Math.min(count, from + PART);
            if (!allFinite(values, from, to)) {
                return firstOther(values, from, to);
            }
        }
        return count;
    }

    /** Zero times a finite number is zero, times any other NaN, which stays in a sum. */
    private static boolean allFinite(float[] values, int from, int to) {
        float sum = 0f;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            sum += values[i] * 0f + values[i + 1] * 0f + (values[i + 2] * 0f + values[i + 3] * 0f);
        }
        for (; i < to; i++) {
            sum += values[i] * 0f;
        }
        return sum == 0f;
    }

    private static int firstOther(float[] values, int from, int to) {
        int at = from;
        while (at < to && Float.isFinite(values[at])) {
            at++;
        }
        return at;
    }

    /** The first index of a number below zero, among so many; their count if there is none. */
    static int firstNegative(float[] values, int count) {
        int at = 0;
        while (at < count && values[at] >= 0f) {
            at++;
        }
        return at;
    }
}
