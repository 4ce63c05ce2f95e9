package dev.lanewise.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that tests compare with what they have computed, or write anew where {@value #PROPERTY} is {@code write}. */
final class Goldens {

    private static final String PROPERTY = "lanewise.goldens";

    private static final String REMEDY = """
            %s is out of date. Look at the difference; if it is meant, write it anew and commit it:
            mvn -q -pl processor -am test -Dtest='Reproducible*Test' -Dlanewise.goldens=write -Dsurefire.failIfNoSpecifiedTests=false
            """;

    private Goldens() {}

    /** Where a golden source is kept, as text, since nobody compiles it; tests run in their module's directory. */
    static Path source(String name) {
        return Path.of("src", "test", "resources", "generated", name + ".java.txt");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares the file with what it should hold, or writes it. */
    static void check(Path file, String computed) {
        if ("write".equals(System.getProperty(PROPERTY))) {
            try {
                Files.writeString(file, computed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String kept = Files.exists(file) ? read(file) : "";
        assertEquals(kept, computed, () -> REMEDY.formatted(file));
    }
}
