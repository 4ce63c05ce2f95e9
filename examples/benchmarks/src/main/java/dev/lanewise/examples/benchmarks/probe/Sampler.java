package dev.lanewise.examples.benchmarks.probe;

import java.util.Arrays;
import java.util.function.Supplier;

/** Times a piece of code by the CPU time of the calling thread, once the JIT compiler has come to rest. */
final class Sampler {

    private static final double SLICE = 0.25;
    private static final double LEAST = 1.5;
    private static final double MOST = 20;

    private final Supplier<?> code;
    private Object sink = "";

    Sampler(Supplier<?> code) {
        this.code = code;
    }

    /** Runs the code until nothing is compiled any more. */
    void warmUp() {
        double start = CpuClock.seconds();
        long compiled;
        do {
            compiled = CpuClock.compilation();
            sample();
        } while (CpuClock.seconds() - start < LEAST
                || compiled != CpuClock.compilation() && CpuClock.seconds() - start < MOST);
    }

    /** Seconds of CPU time that a call takes, over at least a quarter of a second. */
    double sample() {
        double start = CpuClock.seconds();
        int calls = 0;
        do {
            sink = code.get();
            calls++;
        } while (calls < 8 || CpuClock.seconds() - start < SLICE);
        return (CpuClock.seconds() - start) / calls;
    }

    /** Bytes that a call allocates. */
    double allocation() {
        long before = CpuClock.allocated();
        int calls = 32;
        for (int i = 0; i < calls; i++) {
            sink = code.get();
        }
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
