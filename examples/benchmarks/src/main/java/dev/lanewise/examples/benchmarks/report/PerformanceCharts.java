package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.peer.Peer;
import dev.lanewise.examples.benchmarks.peer.Peers;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured, as charts. */
final class PerformanceCharts {

    private static final String PEAK = "performance-peak.svg";
    private static final String RATIO = "performance-ratio.svg";
    private static final String OURS = "Lanewise";

    private final Performance performance;

    PerformanceCharts(Performance performance) {
        this.performance = performance;
    }

    /**
     * Writes the charts.
     *
     * @param text the file that they go beside
     * @return the names of the charts' files
     */
    List<String> write(Path text) throws IOException {
        List<String> files = new ArrayList<>();
        List<String> names = performance.workloads().stream()
                .filter(name -> !name.startsWith("w1") && !name.contains("cached"))
                .toList();
        if (!names.isEmpty()) {
            Charts.bars(text.resolveSibling(PEAK), "Share of the peak of one core", "%", false, names, shares(names));
            files.add(PEAK);
        }
        Map<String, List<@Nullable Double>> ratios = ratios();
        if (!ratios.isEmpty()) {
            Charts.bars(
                    text.resolveSibling(RATIO),
                    "How many times as fast Lanewise is",
                    "times as fast",
                    true,
                    performance.workloads(),
                    ratios);
            files.add(RATIO);
        }
        return files;
    }

    private Map<String, List<@Nullable Double>> shares(List<String> names) {
        Map<String, List<@Nullable Double>> series = new LinkedHashMap<>();
        List<@Nullable Double> ours = new ArrayList<>();
        names.forEach(name -> ours.add(share(name, name)));
        series.put(OURS, ours);
        for (Peer peer : performance.peers()) {
            List<@Nullable Double> values = new ArrayList<>();
            for (String name : names) {
                values.add(Peers.names(peer, List.of(name)).stream()
                        .map(theirs -> share(name, theirs))
                        .findFirst()
                        .orElse(null));
            }
            addUnlessEmpty(series, peer, values);
        }
        return series;
    }

    private double share(String ours, String measured) {
        return 100 * performance.share(Workloads.named(ours), measured);
    }

    private Map<String, List<@Nullable Double>> ratios() {
        Map<String, List<@Nullable Double>> series = new LinkedHashMap<>();
        for (Peer peer : performance.peers()) {
            List<@Nullable Double> values = new ArrayList<>();
            for (String name : performance.workloads()) {
                double ours = performance.results().median(name);
                values.add(Peers.names(peer, List.of(name)).stream()
                        .map(theirs -> performance.results().median(theirs) / ours)
                        .findFirst()
                        .orElse(null));
            }
            addUnlessEmpty(series, peer, values);
        }
        return series;
    }

    private void addUnlessEmpty(Map<String, List<@Nullable Double>> series, Peer peer, List<@Nullable Double> values) {
        if (!Peers.names(peer, performance.workloads()).isEmpty()) {
            series.put(peer.name(), values);
        }
    }
}
