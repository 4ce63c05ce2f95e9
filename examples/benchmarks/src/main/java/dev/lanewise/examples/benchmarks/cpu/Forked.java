package dev.lanewise.examples.benchmarks.cpu;

import dev.lanewise.examples.benchmarks.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures each workload in a JVM of its own, with the flags of this one: the JIT compiler's profiles of the Vector API would
 * otherwise mix what different models do.
 */
public final class Forked {

    private Forked() {}

    /**
     * Measures a workload.
     *
     * @throws IOException if no JVM could be started
     * @throws IllegalStateException if the JVM ended without a result; what it said is on standard error
     */
    public static Measurement measure(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "measure", name));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Measurement> results = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (Measurement.isLine(line)) {
                    results.add(Measurement.parse(line));
                }
            }
        }
        int code = process.waitFor();
        if (results.size() != 1) {
            throw new IllegalStateException("measuring " + name + " ended with exit code " + code);
        }
        return results.get(0);
    }
}
