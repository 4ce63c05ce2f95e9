package dev.lanewise.examples.benchmarks.work;

/** What a workload's speed is told in. */
public enum Unit {
    /** Words a second, more being better. */
    WORDS_PER_SECOND("words/s", true),
    /** Thousand million floating-point operations a second, more being better. */
    GFLOPS("GFLOP/s", true),
    /** Microseconds a call, less being better. */
    MICROS("us", false),
    /** Milliseconds a call, less being better. */
    MILLIS("ms", false);

    private final String text;
    private final boolean rate;

    Unit(String text, boolean rate) {
        this.text = text;
        this.rate = rate;
    }

    /** How it is printed. */
    public String text() {
        return text;
    }

    /** Whether more is better. */
    public boolean rate() {
        return rate;
    }

    /**
     * The speed of a workload.
     *
     * @param work the workload
     * @param seconds what one call takes
     */
    public double of(Workload work, double seconds) {
        return switch (this) {
            case WORDS_PER_SECOND -> work.words() / seconds;
            case GFLOPS -> work.flops() / seconds / 1e9;
            case MICROS -> seconds * 1e6;
            case MILLIS -> seconds * 1e3;
        };
    }
}
