package dev.lanewise.runtime.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final AtomicFile.Content NEW = out -> out.write("new".getBytes());

    @TempDir
    Path folder;

    @Test
    void fileIsMadeAndReplaced() throws IOException {
        Path file = folder.resolve("m");
        AtomicFile.write(file, out -> out.write(new byte[200_000]));
        assertEquals(200_000, Files.size(file));
        AtomicFile.write(file, NEW);
        assertEquals("new", Files.readString(file));
        assertOnly("m");
    }

    @Test
    void oldFileStaysWhenTheWriterThrows() throws IOException {
        Path file = Files.writeString(folder.resolve("m"), "old");
        IllegalStateException thrown = new IllegalStateException("stop");
        assertSame(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> AtomicFile.write(file, out -> {
                            out.write(new byte[200_000]);
                            throw thrown;
                        })));
        assertEquals("old", Files.readString(file));
        assertOnly("m");
    }

    @Test
    void oldFileStaysWhenTheDiskIsFull() throws IOException {
        Path file = Files.writeString(folder.resolve("m"), "old");
        assertRefused(file, "No space left on device; check the free space", out -> {
            out.write(new byte[200_000]);
            throw new IOException("No space left on device");
        });
        assertEquals("old", Files.readString(file));
        assertOnly("m");
    }

    @Test
    void errorWithoutAMessageIsStillNamed() throws IOException {
        assertRefused(folder.resolve("m"), "java.io.IOException", out -> {
            throw new IOException();
        });
        assertRefused(folder.resolve("m"), "it broke", out -> {
            throw new FileSystemException("x", null, "it broke");
        });
        assertOnly();
    }

    @Test
    void missingDirectoryIsNamed() throws IOException {
        assertRefused(folder.resolve("no").resolve("m"), folder.resolve("no") + " does not exist; create it", NEW);
        assertOnly();
    }

    @Test
    void fileInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("m"), "old");
        assertRefused(file.resolve("m"), file + " does not exist", NEW);
        assertOnly("m");
    }

    @Test
    void directoryIsNotReplaced() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("m"));
        assertRefused(directory, "it is a directory", NEW);
        assertOnly("m");
    }

    @Test
    void deviceIsNotReplaced() {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(device), "this system has no /dev/null");
        assertRefused(device, "it is not a regular file", NEW);
    }

    @Test
    void directoryWithoutPermissionIsNamed() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        Assumptions.assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        assertRefused(locked.resolve("m"), "permission denied", NEW);
    }

    @Test
    void linkIsFollowed() throws IOException {
        Path file = Files.writeString(folder.resolve("m"), "old");
        Path link = folder.resolve("link");
        try {
            Files.createSymbolicLink(link, file);
        } catch (UnsupportedOperationException | IOException e) {
            Assumptions.abort("this system makes no links: " + e);
        }
        AtomicFile.write(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        Files.delete(file);
        assertRefused(link, "", NEW);
    }

    @Test
    void relativePathWithoutADirectoryIsFine() throws IOException {
        Path file = Path.of("atomic-file-test.tmp");
        try {
            AtomicFile.write(file, NEW);
            assertEquals("new", Files.readString(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void placeThatCanBeWrittenPassesTheCheckAndStaysAsItIs() throws IOException {
        AtomicFile.check(folder.resolve("m"));
        assertOnly();
        Path file = Files.writeString(folder.resolve("m"), "old");
        AtomicFile.check(file);
        assertEquals("old", Files.readString(file));
        AtomicFile.check(Path.of("no-directory-named"));
    }

    @Test
    void checkRefusesWhatWritingRefuses() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("d"));
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        List<Path> bad = Files.isWritable(locked)
                ? List.of(directory, folder.resolve("no").resolve("m"))
                : List.of(directory, folder.resolve("no").resolve("m"), locked.resolve("m"));
        for (Path file : bad) {
            String expected = assertThrows(UncheckedIOException.class, () -> AtomicFile.write(file, NEW))
                    .getMessage();
            assertEquals(
                    expected,
                    assertThrows(UncheckedIOException.class, () -> AtomicFile.check(file))
                            .getMessage());
        }
    }

    private static void assertRefused(Path file, String problem, AtomicFile.Content content) {
        String message = assertThrows(UncheckedIOException.class, () -> AtomicFile.write(file, content))
                .getMessage();
        assertTrue(message.startsWith("cannot write " + file + ": ") && message.contains(problem), message);
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
