package dev.lanewise.examples.tagging;

import dev.lanewise.examples.tagging.command.CompareCommand;
import dev.lanewise.examples.tagging.command.CrossValidateCommand;
import dev.lanewise.examples.tagging.command.EvalCommand;
import dev.lanewise.examples.tagging.command.InfoCommand;
import dev.lanewise.examples.tagging.command.NBestCommand;
import dev.lanewise.examples.tagging.command.TagCommand;
import dev.lanewise.examples.tagging.command.TrainCommand;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.examples.tagging.terminal.UserError;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the tagger. Exit code 0, or 2 with one line on standard error that says what is wrong. */
@Command(
        name = "tagging",
        description = "Trains, measures and runs taggers of parts of speech, entities and other labels.",
        version = "Lanewise tagging 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  tagging train --train train.conllu --dev dev.conllu --model pos.safetensors",
            "  tagging train --task ner --train a.bio --dev b.bio --model ner.safetensors",
            "  tagging eval --model ner.safetensors --data test.bio",
            "  tagging tag --model ner.safetensors < sentences.txt",
            "COMMAND --help tells the options of a command."
        })
public final class Main implements Callable<Integer> {

    private static final List<String> COMMANDS =
            List.of("train", "eval", "crossval", "compare", "tag", "nbest", "info");
    private static final int WRONG = 2;
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

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
        if (System.getProperty(LOG_FORMAT) == null) {
            // The JDK's default puts a warning on two lines.
            System.setProperty(LOG_FORMAT, "%4$s: %5$s%n");
        }
        System.exit(run(Console.system(), args));
    }

    /**
     * Runs one command.
     *
     * @return the exit code
     */
    static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new Main());
        commands(args).forEach(name -> line.addSubcommand(name, command(name, console)));
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(
                        (e, all) -> fail(console, e.getCommandLine(), String.valueOf(e.getMessage())))
                .setExecutionExceptionHandler((e, command, parsed) -> fail(console, command, text(e)));
        int code = execute(console, line, args);
        console.err().flush();
        return code;
    }

    /** The one that is asked for, as reading the options of all of them would take a tenth of the time of a short run; or all. */
    private static List<String> commands(String[] args) {
        return args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS;
    }

    private static Object command(String name, Console console) {
        return switch (name) {
            case "train" -> new TrainCommand(console);
            case "eval" -> new EvalCommand(console);
            case "crossval" -> new CrossValidateCommand(console);
            case "compare" -> new CompareCommand(console);
            case "tag" -> new TagCommand(console);
            case "nbest" -> new NBestCommand(console);
            case "info" -> new InfoCommand(console);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static int execute(Console console, CommandLine line, String[] args) {
        try {
            int code = line.execute(args);
            console.flush();
            return code;
        } catch (UserError e) {
            return fail(console, line, text(e));
        } catch (OutOfMemoryError e) {
            return fail(console, line, "not enough memory; start java with a larger -Xmx, or lower --batch");
        }
    }

    /** The message of a user's error; anything else is an error of this program and is named in full. */
    private static String text(Exception e) {
        return e instanceof UserError ? String.valueOf(e.getMessage()) : "unexpected " + e;
    }

    private static int fail(Console console, CommandLine command, String message) {
        console.out().flush();
        String name = command.getCommandSpec().qualifiedName();
        console.err().println(name + ": " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        return WRONG;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "no command; give train, eval, crossval, compare, tag, nbest or info, or --help");
    }
}
