package dev.lanewise.runtime.file.json;

/**
 * What is left of a string that was looked at: how many characters it has, and 64 bits that equal strings have in common. They
 * depend on a number of this run, so that nobody can write a file of strings that have the same.
 */
final class StringHash {

    /** The golden ratio's fraction, odd. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long factor;
    private long mixed;
    private int length;

    /** A hash by a number that no file can foresee. */
    StringHash(long run) {
        this.factor = (run ^ run >>> 31) * GOLDEN | 1;
    }

    void begin() {
        mixed = factor;
        length = 0;
    }

    void add(int c) {
        long sum = (mixed + c) * factor;
        mixed = sum ^ sum >>> 32;
        length++;
    }

    /** Adds a run of ASCII. */
    void add(byte[] piece, int from, int to) {
        long all = mixed;
        for (int i = from; i < to; i++) {
            long sum = (all + piece[i]) * factor;
            all = sum ^ sum >>> 32;
        }
        mixed = all;
        length += to - from;
    }

    /** The hash of what was added since the begin. */
    long value() {
        long sum = (mixed + length) * GOLDEN;
        return sum ^ sum >>> 29;
    }

    /** How many characters were added since the begin. */
    int length() {
        return length;
    }
}
