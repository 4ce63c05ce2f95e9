package dev.lanewise.examples.benchmarks;

import dev.lanewise.examples.benchmarks.command.MeasureCommand;
import dev.lanewise.examples.benchmarks.command.ProbeCommand;
import dev.lanewise.examples.benchmarks.report.ColdStartCommand;
import dev.lanewise.examples.benchmarks.report.CompileTimeCommand;
import dev.lanewise.examples.benchmarks.report.GrowthCommand;
import dev.lanewise.examples.benchmarks.report.ReportCommand;
import java.io.IOException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks: a command of ours, or else whatever JMH understands. */
@Command(
        name = "benchmarks",
        description = "Measures generated models. Anything but these commands is given to JMH, whose help is -h.")
public final class Main implements Runnable {

    private static final String MODULE = "jdk.incubator.vector";
    private static final int WRONG = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs one command.
     *
     * @param args the command and its options, or those of JMH
     * @throws IOException if JMH cannot write its results
     */
    public static void main(String[] args) throws IOException {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new ProbeCommand())
                .addSubcommand(new MeasureCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new GrowthCommand())
                .addSubcommand(new ColdStartCommand())
                .addSubcommand(new CompileTimeCommand())
                .setExecutionExceptionHandler((e, command, parsed) -> fail(e));
        String first = args.length == 0 ? "help" : args[0].replaceFirst("^--", "");
        if (first.equals("help")) {
            line.usage(System.out);
        } else if (!line.getSubcommands().containsKey(first)) {
            org.openjdk.jmh.Main.main(args);
        } else if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            System.exit(fail(new IllegalArgumentException(
                    "the Vector API is not visible: start java with --add-modules " + MODULE)));
        } else {
            String[] command = Arrays.copyOf(args, args.length);
            command[0] = first;
            System.exit(line.execute(command));
        }
    }

    /** What a user can mend is told in one line; anything else is an error of this program. */
    private static int fail(Exception e) {
        if (e instanceof IllegalArgumentException) {
            System.err.println("benchmarks: " + e.getMessage());
        } else {
            e.printStackTrace();
        }
        return WRONG;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command; --help tells them");
    }
}
