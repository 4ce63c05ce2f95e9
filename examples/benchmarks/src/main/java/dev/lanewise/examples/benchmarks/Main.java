package dev.lanewise.examples.benchmarks;

import dev.lanewise.examples.benchmarks.probe.ProbeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks. */
@Command(name = "benchmarks", description = "Measures generated models.", mixinStandardHelpOptions = true)
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and exits.
     *
     * @param args the command and its options; {@code --help} tells them
     */
    public static void main(String[] args) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            System.err.println(
                    "benchmarks: the Vector API is not visible; start java with --add-modules jdk.incubator.vector");
            System.exit(2);
        }
        System.exit(
                new CommandLine(new Main()).addSubcommand(new ProbeCommand()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command; --help tells them");
    }
}
