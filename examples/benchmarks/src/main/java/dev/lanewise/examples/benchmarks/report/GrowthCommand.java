package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.cpu.Forked;
import dev.lanewise.examples.benchmarks.cpu.Measurement;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how speed and memory grow with hidden size, sentence length, vocabulary, corpus and threads. */
@Command(
        name = "growth",
        description =
                "Measures how speed and memory grow with sizes, by the CPU time of one thread; with threads by the clock,"
                        + " the median of three rounds.",
        mixinStandardHelpOptions = true)
public final class GrowthCommand implements Callable<Integer> {

    private static final List<String> ALL = List.of("hidden", "length", "vocabulary", "corpus", Workloads.THREADS);

    private static final int ROUNDS = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "hidden, length, vocabulary, corpus, threads; default all.")
    private List<String> studies = new ArrayList<>();

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "The Markdown file whose block \"growth\" is replaced; charts and growth.csv go beside it."
                    + " Default ${DEFAULT-VALUE}.")
    private Path file = Path.of("performance.md");

    /** A command that has no options yet. */
    public GrowthCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(Measurement.heading());
        List<Measurement> points = new ArrayList<>();
        List<String> byTheClock = new ArrayList<>();
        for (String name : Workloads.names(studies.isEmpty() ? ALL : studies)) {
            if (name.startsWith(Workloads.THREADS)) {
                byTheClock.add(name);
            } else {
                points.add(measure(name));
            }
        }
        points.addAll(inRounds(byTheClock));
        GrowthText text = new GrowthText(points);
        Files.write(file.resolveSibling("growth.csv"), text.csv());
        List<String> charts = text.charts(file);
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        Markdown.replace(file, "growth", text.lines(Machine.command(arguments), charts));
        return 0;
    }

    private static Measurement measure(String name) throws IOException, InterruptedException {
        Measurement point = Forked.measure(name);
        System.out.println(point.row());
        return point;
    }

    /** Measures by turns, since what else runs on the machine comes and goes; gives the median of each. */
    private static List<Measurement> inRounds(List<String> names) throws IOException, InterruptedException {
        Map<String, List<Measurement>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : names) {
                rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(measure(name));
            }
        }
        for (List<Measurement> each : rounds.values()) {
            each.sort(Comparator.comparingDouble(Measurement::seconds));
        }
        return rounds.values().stream().map(each -> each.get(ROUNDS / 2)).toList();
    }
}
