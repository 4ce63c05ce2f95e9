package dev.lanewise.examples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how much longer a build takes with the processor. */
@Command(
        name = "compiletime",
        description = "Times javac by the clock, with and without the processor; wants a quiet machine.",
        mixinStandardHelpOptions = true)
public final class CompileTimeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--sources",
            paramLabel = "DIRECTORY",
            description = "Where Lanewise was built: its jars are compiled with. Default: the working directory.")
    private Path sources = Path.of("");

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each project is compiled. Default ${DEFAULT-VALUE}.")
    private int rounds = 7;

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "The Markdown file whose block \"compiletime\" is replaced. Default ${DEFAULT-VALUE}.")
    private Path file = Path.of("performance.md");

    /** A command that has no options yet. */
    public CompileTimeCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Scratch scratch = new Scratch()) {
            CompileTime compileTime = new CompileTime(sources, scratch);
            compileTime.measure(rounds);
            Machine.write(file, "compiletime", spec, rounds, compileTime.lines());
        }
        return 0;
    }
}
