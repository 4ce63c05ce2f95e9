package dev.lanewise.examples.benchmarks.jmh;

import dev.lanewise.examples.benchmarks.peak.CacheRead;
import dev.lanewise.examples.benchmarks.peak.FmaPeak;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the machine can do at most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PeakBenchmark {

    /** Multiply-adds of a chain in one call of {@link #fma}. */
    public static final int FMA_ROUNDS = 100_000;
    /** How often the block is read in one call of {@link #cacheRead}. */
    public static final int READ_ROUNDS = 100;

    private final CacheRead cache = new CacheRead();

    /** Made by JMH. */
    public PeakBenchmark() {}

    /** Fused multiply-adds in registers. */
    @Benchmark
    public float fma() {
        return FmaPeak.run(FMA_ROUNDS);
    }

    /** Reads of the second-level cache. */
    @Benchmark
    public float cacheRead() {
        return cache.run(READ_ROUNDS);
    }
}
