package dev.lanewise.examples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what programs under measurement read and write; it goes away with all that is in it. */
final class Scratch implements AutoCloseable {

    private final Path folder;

    Scratch() throws IOException {
        folder = Files.createTempDirectory("lanewise");
    }

    /** The folder, or a file in it. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** An empty folder in it. */
    Path emptied(String name) throws IOException {
        Path inside = folder.resolve(name);
        delete(inside);
        return Files.createDirectories(inside);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> all = Files.walk(root)) {
            inside = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }
}
