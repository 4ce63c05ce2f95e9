package dev.lanewise.examples.benchmarks.cpu;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Times a piece of code once the JIT compiler has come to rest. */
final class Sampler {

    private static final double SLICE = 0.25;
    private static final double LEAST = 1.5;
    private static final double MOST = 20;

    /** Between two looks at the clock, each of which takes half as long as the shortest of calls. */
    private static final double BETWEEN_LOOKS = 1e-3;

    private final Supplier<?> code;
    private final DoubleSupplier clock;
    private Object sink = "";
    private int callsOfLook = 1;

    /**
     * A sampler.
     *
     * @param clock seconds that have passed
     */
    Sampler(Supplier<?> code, DoubleSupplier clock) {
        this.code = code;
        this.clock = clock;
    }

    /** Runs the code until nothing is compiled any more. */
    void warmUp() {
        double start = clock.getAsDouble();
        long compiled;
        do {
            compiled = CpuClock.compilation();
            sample();
        } while (passed(start) < LEAST || compiled != CpuClock.compilation() && passed(start) < MOST);
    }

    private double passed(double since) {
        return clock.getAsDouble() - since;
    }

    /** Seconds that a call takes, over at least a quarter of a second. */
    double sample() {
        double start = clock.getAsDouble();
        long calls = 0;
        double passed;
        do {
            calls += look();
            passed = passed(start);
        } while (passed < SLICE);
        callsOfLook = (int) Math.max(1, BETWEEN_LOOKS * calls / passed);
        return passed / calls;
    }

    /** Calls the code so often that a look at the clock does not count; returns how often. */
    private int look() {
        for (int i = 0; i < callsOfLook; i++) {
            sink = code.get();
        }
        return callsOfLook;
    }

    /** Bytes that a call allocates. */
    double allocation() {
        long before = CpuClock.allocated();
        double start = clock.getAsDouble();
        long calls = 0;
        do {
            calls += look();
        } while (passed(start) < SLICE);
        return (CpuClock.allocated() - before) / (double) calls;
    }

    /** What the last call gave; keeping it keeps the JIT compiler from dropping the call. */
    Object sink() {
        return sink;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
