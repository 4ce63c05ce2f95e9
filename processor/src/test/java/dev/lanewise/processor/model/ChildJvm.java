package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.lane.Lanes;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A JVM of its own, in which nothing but one main class has warmed anything up.
 *
 * @param jdk what runs it
 * @param twin the twin of the models in it
 * @param vectorSize the widest vectors it may use, in bytes; 0 for those of the CPU
 * @param options further options
 */
record ChildJvm(Jdk jdk, Twin twin, int vectorSize, List<String> options) {

    /** What the main class begins every line with that is meant for {@link #run}; JVMs print warnings of their own. */
    static final String RESULT = "result ";

    /** The running JDK with the vectors of the CPU. */
    static ChildJvm of(Twin twin, String... options) {
        return new ChildJvm(Jdk.running(), twin, 0, List.of(options));
    }

    /** The scalar twin, and the vector twin with vectors of 16, 32 and 64 bytes, or of as many as the CPU has. */
    static List<ChildJvm> ofEveryWidth(Jdk jdk) {
        return Stream.concat(
                        Stream.of(new ChildJvm(jdk, Twin.SCALAR, 0, List.of())),
                        IntStream.of(16, 32, 64).mapToObj(size -> new ChildJvm(jdk, Twin.VECTOR, size, List.of())))
                .toList();
    }

    /**
     * Runs a main class of the tests.
     *
     * @param classes where the compiled models are
     * @return what it printed behind {@link #RESULT}, line by line
     */
    List<String> run(Path classes, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                jdk.java().toString(),
                "-cp",
                classes + File.pathSeparator + Compiled.classPath(),
                "--add-modules",
                "jdk.incubator.vector",
                "-D" + Lanes.PROPERTY + "=" + twin.name().toLowerCase(Locale.ROOT)));
        if (vectorSize > 0) {
            command.add("-XX:MaxVectorSize=" + vectorSize);
        }
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), () -> this + " failed:\n" + said);
            return said.lines()
                    .filter(line -> line.startsWith(RESULT))
                    .map(line -> line.substring(RESULT.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(this + " was interrupted"));
        }
    }

    @Override
    public String toString() {
        String width = vectorSize == 0 ? "" : " of " + vectorSize + " bytes";
        return "JDK " + jdk.feature() + ", " + twin.name().toLowerCase(Locale.ROOT) + width;
    }
}
