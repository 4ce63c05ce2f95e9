package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.jmh.PeakBenchmark;
import dev.lanewise.examples.benchmarks.jmh.WorkloadBenchmark;
import dev.lanewise.examples.benchmarks.peak.CacheRead;
import dev.lanewise.examples.benchmarks.peak.FmaPeak;
import dev.lanewise.examples.benchmarks.peer.Peer;
import dev.lanewise.examples.benchmarks.peer.Peers;
import dev.lanewise.examples.benchmarks.work.Workload;
import java.util.List;
import java.util.function.Consumer;

/**
 * The peaks, our workloads and the peers', measured in turn.
 *
 * @param workloads the names of ours
 * @param peers who is compared with
 * @param results what was measured
 */
record Performance(List<String> workloads, List<Peer> peers, Results results) {

    private static final String FMA = "fma";
    private static final String READ = "cacheRead";

    /**
     * Measures.
     *
     * @param progress is told what is being measured
     */
    static Performance measure(List<String> workloads, List<Peer> peers, Timing timing, Consumer<String> progress) {
        Performance performance = new Performance(workloads, peers, new Results());
        for (int round = 1; round <= timing.rounds(); round++) {
            progress.accept("round " + round + " of " + timing.rounds());
            performance.round(timing, progress);
        }
        return performance;
    }

    private void round(Timing timing, Consumer<String> progress) {
        for (String peak : List.of(FMA, READ)) {
            results.add(peak, timing.seconds(PeakBenchmark.class, peak, ""));
        }
        progress.accept(String.format("  peak %.1f GFLOP/s, L2 %.1f GB/s", peak() / 1e9, read() / 1e9));
        for (String ours : workloads) {
            measure(ours, timing, progress);
            for (Peer peer : peers) {
                Peers.names(peer, List.of(ours)).forEach(theirs -> measure(theirs, timing, progress));
            }
        }
    }

    private void measure(String name, Timing timing, Consumer<String> progress) {
        double seconds = timing.seconds(WorkloadBenchmark.class, "run", name);
        results.add(name, seconds);
        progress.accept(String.format("  %-24s %12.1f us", name, seconds * 1e6));
    }

    /** Operations a second of multiply-adds in registers. */
    double peak() {
        return FmaPeak.flops(PeakBenchmark.FMA_ROUNDS) / results.median(FMA);
    }

    /** Bytes a second read from the second-level cache. */
    double read() {
        return CacheRead.bytes(PeakBenchmark.READ_ROUNDS) / results.median(READ);
    }

    /** The share of the peak that a workload reaches. */
    double share(Workload work, String name) {
        return work.flops() / results.median(name) / peak();
    }
}
