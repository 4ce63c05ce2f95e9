package dev.lanewise.examples.benchmarks.peers;

import dev.lanewise.examples.benchmarks.peer.Peers;
import dev.lanewise.examples.benchmarks.work.Workload;
import java.util.concurrent.TimeUnit;
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

/** The workloads, done by other libraries. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PeerBenchmark {

    /** The peer's name and the workload's, with a colon between. */
    @Param({
        "djl:w1.train",
        "djl:w1.tag",
        "djl:w2.tag.b1",
        "djl:w2.tag.b32",
        "djl:w2.train.b1",
        "djl:w2.train.b32",
        "djl:w3.tag.b1",
        "djl:w3.tag.b32",
        "djl:w3.train.b1",
        "djl:w3.train.b32",
        "djl:w4.forward.b1",
        "djl:w4.forward.b32",
        "djl:w4.train.b1",
        "djl:w4.train.b32",
        "onnx:w1.tag",
        "onnx:w2.tag.b1",
        "onnx:w2.tag.b32",
        "onnx:w3.tag.b1",
        "onnx:w3.tag.b32",
        "onnx:w4.forward.b1",
        "onnx:w4.forward.b32"
    })
    @SuppressWarnings("NullAway.Init") // set by JMH
    public String workload;

    @SuppressWarnings("NullAway.Init") // set before each trial
    private Workload work;

    /** Made by JMH. */
    public PeerBenchmark() {}

    /** Makes the model and draws the data. */
    @Setup
    public void prepare() {
        String[] parts = workload.split(":");
        work = Peers.named(parts[0]).prepare(parts[1]);
    }

    /** One call; what it returns goes to JMH's black hole. */
    @Benchmark
    public Object run() {
        return work.run();
    }
}
