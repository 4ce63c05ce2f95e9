package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.peer.Peer;
import dev.lanewise.examples.benchmarks.peer.Peers;
import dev.lanewise.examples.benchmarks.work.Workload;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, in Markdown. */
final class PerformanceText {

    private static final String NONE = "";

    private final Performance performance;

    PerformanceText(Performance performance) {
        this.performance = performance;
    }

    /**
     * All of it.
     *
     * @param command the command that was run
     * @param charts the names of the chart files beside the text
     */
    List<String> lines(String command, List<String> charts) {
        List<String> lines = new ArrayList<>(Machine.lines());
        lines.add("- Command: `" + command + "`");
        lines.add(String.format(
                Locale.ROOT,
                "- Peak of one core in the same run: %.1f GFLOP/s of fused multiply-adds, %.1f GB/s read from the L2 cache",
                performance.peak() / 1e9,
                performance.read() / 1e9));
        lines.add(String.format(
                Locale.ROOT,
                "- Medians of the rounds; the rounds of one figure differ by at most %.0f %%",
                100 * performance.results().spread()));
        performance.peers().forEach(peer -> lines.add("- Compared with " + peer.title()));
        lines.add("");
        lines.addAll(Markdown.table(rows()));
        for (String chart : charts) {
            lines.add("");
            lines.add("![" + chart + "](" + chart + ")");
        }
        return lines;
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("workload", "unit", "Lanewise", "GFLOP/s", "of peak"));
        performance.peers().forEach(peer -> heading.addAll(List.of(peer.name(), "times as fast")));
        rows.add(heading);
        performance.workloads().forEach(name -> rows.add(row(name)));
        return rows;
    }

    private List<String> row(String name) {
        Workload work = Workloads.named(name);
        double seconds = performance.results().median(name);
        List<String> row = new ArrayList<>(List.of(
                name,
                work.unit().text(),
                Markdown.number(work.unit().of(work, seconds)),
                Markdown.number(work.flops() / seconds / 1e9),
                String.format(Locale.ROOT, "%.0f %%", 100 * performance.share(work, name))));
        for (Peer peer : performance.peers()) {
            List<String> theirs = Peers.names(peer, List.of(name));
            if (theirs.isEmpty()) {
                row.addAll(List.of(NONE, NONE));
            } else {
                double time = performance.results().median(theirs.get(0));
                row.add(Markdown.number(work.unit().of(work, time)));
                row.add(Markdown.number(time / seconds));
            }
        }
        return row;
    }
}
