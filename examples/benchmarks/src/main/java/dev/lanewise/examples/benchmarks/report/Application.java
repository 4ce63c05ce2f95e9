package dev.lanewise.examples.benchmarks.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * A program that is started again and again.
 *
 * @param classPath what it consists of
 */
record Application(String classPath) {

    /**
     * The programs of this project in a jar of their own with the runtime, as users ship them, and not with everything else that the
     * benchmarks' jar holds.
     *
     * @param jar the file to write
     */
    static Application write(Path jar) throws IOException {
        Application here = here();
        if (!here.classPath.endsWith(".jar") || here.classPath.contains(File.pathSeparator)) {
            return here;
        }
        try (JarFile all = new JarFile(here.classPath);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Enumeration<JarEntry> entries = all.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().matches("dev/lanewise/(runtime/|examples/benchmarks/(start|model)/).*")) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    all.getInputStream(entry).transferTo(out);
                }
            }
        }
        return new Application(jar.toString());
    }

    /** This program. */
    static Application here() {
        return new Application(System.getProperty("java.class.path"));
    }

    /** The path of a program of the JDK that runs this. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /**
     * Starts a program and waits for its end.
     *
     * @param flags of the JVM
     * @param main its class
     * @return seconds
     * @throws IllegalStateException if it fails; what it said is on standard error
     */
    double seconds(List<String> flags, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(Arrays.asList(arguments));
        return seconds(command);
    }

    /** Runs a command and waits for its end; what it says is on standard error where it fails. */
    static double seconds(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("lanewise", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            long start = System.nanoTime();
            int code = builder.start().waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (code != 0) {
                System.err.print(Files.readString(said));
                throw new IllegalStateException(String.join(" ", command) + " ended with exit code " + code);
            }
            return seconds;
        } finally {
            Files.delete(said);
        }
    }
}
