package dev.lanewise.examples.benchmarks.cpu;

import dev.lanewise.examples.benchmarks.peak.FmaPeak;
import dev.lanewise.examples.benchmarks.peer.Peers;
import dev.lanewise.examples.benchmarks.work.Workload;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * A workload, measured in a JVM of its own.
 *
 * @param name the workload
 * @param words words of a call
 * @param seconds what a call takes; CPU time, or wall-clock time where several threads share the work
 * @param gflops thousand million operations a second
 * @param peak the same of multiply-adds in registers, measured in between; NaN where the two may not share a JVM
 * @param bytes that a call allocates
 * @param heap bytes of the heap that are held afterwards
 */
public record Measurement(
        String name, double words, double seconds, double gflops, double peak, double bytes, double heap) {

    private static final String MARK = "measured";
    private static final int SAMPLES = 7;
    private static final int PEAK_ROUNDS = 200_000;

    /** Measures a workload in this JVM. */
    public static Measurement here(String name) {
        Workload work = Peers.named(name);
        DoubleSupplier clock = name.contains(Workloads.THREADS) ? () -> System.nanoTime() / 1e9 : CpuClock::seconds;
        Sampler sampler = new Sampler(work.prepare(), clock);
        Sampler peak = new Sampler(() -> FmaPeak.run(PEAK_ROUNDS), clock);
        // The toy's vectors may be narrower than the peak's, and the JIT compiler boxes vectors where it meets both.
        boolean comparable = !name.contains("w1");
        sampler.warmUp();
        if (comparable) {
            peak.warmUp();
        }
        double[] seconds = new double[SAMPLES];
        double[] peaks = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            seconds[i] = sampler.sample();
            peaks[i] = comparable ? FmaPeak.flops(PEAK_ROUNDS) / peak.sample() / 1e9 : Double.NaN;
        }
        if (sampler.sink() == peak.sink()) {
            throw new IllegalStateException("the results of different code cannot be one object");
        }
        double call = Sampler.median(seconds);
        return new Measurement(
                name,
                work.words(),
                call,
                work.flops() / call / 1e9,
                Sampler.median(peaks),
                sampler.allocation(),
                CpuClock.held());
    }

    /** The line that one JVM tells another. */
    public String line() {
        return String.join(" ", MARK, name, "" + words, "" + seconds, "" + gflops, "" + peak, "" + bytes, "" + heap);
    }

    /** Whether a line is one of {@link #line}. */
    static boolean isLine(String line) {
        return line.startsWith(MARK + " ");
    }

    static Measurement parse(String line) {
        String[] parts = line.split(" ");
        double[] numbers = new double[parts.length];
        for (int i = 2; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return new Measurement(parts[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]);
    }

    /** The heading of {@link #row}. */
    public static String heading() {
        return String.format(
                Locale.ROOT,
                "%-18s %12s %12s %9s %8s %6s %12s %9s",
                "workload",
                "words/s",
                "us/call",
                "GFLOP/s",
                "peak",
                "%",
                "bytes/call",
                "heap MB");
    }

    /** One row of a table for people. */
    public String row() {
        return String.format(
                Locale.ROOT,
                "%-18s %12.0f %12.1f %9.2f %8.1f %6.1f %12.0f %9.1f",
                name,
                words / seconds,
                seconds * 1e6,
                gflops,
                peak,
                100 * gflops / peak,
                bytes,
                heap / 1e6);
    }
}
