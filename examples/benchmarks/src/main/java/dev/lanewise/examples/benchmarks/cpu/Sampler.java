package dev.lanewise.examples.benchmarks.cpu;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Times a piece of code once the JIT compiler has come to rest. */
final class Sampler {

    private static final double SLICE = 0.25;
    private static final double LEAST = 1.5;
    private static final double MOST = 20;

    private final Supplier<?> code;
    private final DoubleSupplier clock;
    private Object sink = "";

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
        int calls = 0;
        do {
            sink = code.get();
            calls++;
        } while (passed(start) < SLICE);
        return passed(start) / calls;
    }

    /** Bytes that a call allocates. */
    double allocation() {
        long before = CpuClock.allocated();
        double start = clock.getAsDouble();
        int calls = 0;
        do {
            sink = code.get();
            calls++;
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
