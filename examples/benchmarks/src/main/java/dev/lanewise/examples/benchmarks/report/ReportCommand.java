package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.peer.Agreement;
import dev.lanewise.examples.benchmarks.peer.Peer;
import dev.lanewise.examples.benchmarks.peer.Peers;
import dev.lanewise.examples.benchmarks.work.Treebank;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the peaks, our workloads and the peers' with JMH, and writes a Markdown table and charts. */
@Command(
        name = "report",
        description = "Measures with JMH and writes a table and charts with ratios to the peak and to the peers.",
        mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PREFIX",
            description = "Workloads whose names begin so; default w1 to w4, and ewt if it is there.")
    private List<String> prefixes = new ArrayList<>();

    @Option(names = "--quick", description = "One short round, to see that everything works; the figures mean little.")
    private boolean quick;

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description =
                    "The Markdown file whose block \"report\" is replaced; charts go beside it. Default ${DEFAULT-VALUE}.")
    private Path file = Path.of("performance.md");

    /** A command that has no options yet. */
    public ReportCommand() {}

    @Override
    public Integer call() throws IOException {
        List<Peer> peers = Peers.all();
        check(peers);
        Performance performance =
                Performance.measure(workloads(), peers, quick ? Timing.QUICK : Timing.FULL, System.out::println);
        List<String> charts = new PerformanceCharts(performance).write(file);
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        List<String> lines = new PerformanceText(performance).lines(Machine.command(arguments), charts);
        lines.forEach(System.out::println);
        Markdown.replace(file, "report", lines);
        return 0;
    }

    private List<String> workloads() {
        List<String> names = new ArrayList<>(Workloads.names(prefixes));
        if (!prefixes.isEmpty()) {
            return names;
        }
        if (Treebank.folder().isPresent()) {
            names.addAll(Workloads.names(List.of("ewt")));
        } else {
            System.out.println("without UD English-EWT: start java with -D" + Treebank.PROPERTY + "=FOLDER to add it");
        }
        return names;
    }

    private static void check(List<Peer> peers) {
        if (peers.isEmpty()) {
            System.out.println("without peers: build with the profile peers to add them");
        }
        for (Peer peer : peers) {
            for (Agreement agreement : peer.check()) {
                System.out.printf(
                        "%s, %s: difference %.1e, allowed %.0e%n",
                        peer.title(), agreement.what(), agreement.difference(), agreement.allowed());
                if (!agreement.holds()) {
                    throw new IllegalStateException(peer.title() + " does not compute what our models compute");
                }
            }
        }
    }
}
