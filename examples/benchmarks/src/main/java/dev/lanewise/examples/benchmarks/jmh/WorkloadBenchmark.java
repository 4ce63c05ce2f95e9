package dev.lanewise.examples.benchmarks.jmh;

import dev.lanewise.examples.benchmarks.peer.Peers;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The workloads, done by generated models or by a peer; each in a JVM of its own, as JMH does with every value of a parameter. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorkloadBenchmark {

    /** The workload's name, see {@link Peers#named}; one of a peer is chosen by {@code -p workload=onnx:w2.tag.b1}. */
    @Param({
        "w1.train",
        "w1.tag",
        "w2.tag.b1",
        "w2.tag.b32",
        "w2.cached.b1",
        "w2.cached.b32",
        "w2.train.b1",
        "w2.train.b32",
        "w3.tag.b1",
        "w3.tag.b32",
        "w3.train.b1",
        "w3.train.b32",
        "w4.forward.b1",
        "w4.forward.b32",
        "w4.train.b1",
        "w4.train.b32"
    })
    @SuppressWarnings("NullAway.Init") // set by JMH
    public String workload;

    @SuppressWarnings("NullAway.Init") // set before each trial
    private Supplier<Object> work;

    /** Made by JMH. */
    public WorkloadBenchmark() {}

    /** Makes the model and draws the data. */
    @Setup
    public void prepare() {
        work = Peers.named(workload).prepare();
    }

    /** One call; what it returns goes to JMH's black hole. */
    @Benchmark
    public Object run() {
        return work.get();
    }
}
