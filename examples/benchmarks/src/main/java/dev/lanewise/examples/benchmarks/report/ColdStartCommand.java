package dev.lanewise.examples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how soon a JVM has trained the tutorial's tagger, and has tagged a first sentence with a stored model. */
@Command(
        name = "coldstart",
        description = "Times whole JVMs by the clock, beside one that does nothing; wants a quiet machine.",
        mixinStandardHelpOptions = true)
public final class ColdStartCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each program is started. Default ${DEFAULT-VALUE}.")
    private int rounds = 11;

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "The Markdown file whose block \"coldstart\" is replaced. Default ${DEFAULT-VALUE}.")
    private Path file = Path.of("performance.md");

    /** A command that has no options yet. */
    public ColdStartCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Scratch scratch = new Scratch()) {
            ColdStart coldStart = new ColdStart(scratch);
            coldStart.measure(rounds);
            Machine.write(file, "coldstart", spec, rounds, coldStart.lines());
        }
        return 0;
    }
}
