package dev.lanewise.processor.model;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed JDK that can run models.
 *
 * @param home its directory
 * @param version its version
 */
record Jdk(Path home, Runtime.Version version) {

    private static final int OLDEST = 17;

    /** The one that runs the tests. */
    static Jdk running() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version());
    }

    /** The newest one of another feature release, among those beside the running one and those that {@code JAVA_HOME...} name. */
    static Optional<Jdk> newestOther() {
        Stream<Path> named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(Map.Entry::getValue)
                .map(Path::of);
        return Stream.concat(named, besideRunning().stream())
                .flatMap(home -> at(home).stream())
                .filter(jdk -> jdk.feature() != running().feature() && jdk.feature() >= OLDEST)
                .max(Comparator.comparing(Jdk::version));
    }

    private static List<Path> besideRunning() {
        Path parent = running().home.getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(parent)) {
            return homes.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(java(home))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean vectors = properties.getProperty("MODULES", "").contains("jdk.incubator.vector");
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return vectors ? Optional.of(new Jdk(home, Runtime.Version.parse(version))) : Optional.empty();
    }

    int feature() {
        return version.feature();
    }

    /** The command that starts it. */
    Path java() {
        return java(home);
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }
}
