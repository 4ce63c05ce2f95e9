package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.cpu.Forked;
import dev.lanewise.examples.benchmarks.cpu.Measurement;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                "Measures how speed and memory grow with sizes, by the CPU time of one thread (threads: by the clock).",
        mixinStandardHelpOptions = true)
public final class GrowthCommand implements Callable<Integer> {

    private static final List<String> ALL = List.of("hidden", "length", "vocabulary", "corpus", Workloads.THREADS);

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
        List<Measurement> points = new ArrayList<>();
        System.out.println(Measurement.heading());
        for (String name : Workloads.names(studies.isEmpty() ? ALL : studies)) {
            Measurement point = Forked.measure(name);
            System.out.println(point.row());
            points.add(point);
        }
        GrowthText text = new GrowthText(points);
        Files.write(file.resolveSibling("growth.csv"), text.csv());
        List<String> charts = text.charts(file);
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        Markdown.replace(file, "growth", text.lines(Machine.command(arguments), charts));
        return 0;
    }
}
