package dev.lanewise.examples.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** What the figures were measured on. */
final class Machine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** One Markdown line each for the CPU, the JDK and its flags. */
    static List<String> lines() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        return List.of(
                "- CPU: " + cpu() + ", " + Runtime.getRuntime().availableProcessors() + " visible, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "- JDK: " + runtime.getVmName() + " " + System.getProperty("java.vm.version") + " ("
                        + runtime.getVmVendor() + ")",
                "- Flags: `" + String.join(" ", runtime.getInputArguments()) + "`");
    }

    private static String cpu() {
        if (!Files.isReadable(CPU_INFO)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Prints a table of medians by the clock, and writes it to a block of a file with what it was measured on.
     *
     * @param spec the command that was run
     */
    static void write(Path file, String block, CommandSpec spec, int rounds, List<String> table) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.add("- Command: `" + command(spec.commandLine().getParseResult().originalArgs()) + "`");
        lines.add("- Medians of " + rounds + " rounds by the clock");
        lines.add("");
        lines.addAll(table);
        lines.forEach(System.out::println);
        Markdown.replace(file, block, lines);
    }

    /** The command that a user types for this run. */
    static String command(List<String> arguments) {
        String flags = String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
        return ("java " + flags + " -jar benchmarks.jar " + String.join(" ", arguments))
                .strip()
                .replaceAll(" +", " ");
    }
}
