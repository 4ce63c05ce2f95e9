package dev.lanewise.runtime.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that are either the old one or the whole new one, at every moment and after every accident: written beside
 * their place, forced to disk, then moved over it.
 */
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;
    private static final String PREFIX = ".lanewise-";
    private static final String SUFFIX = ".tmp";

    private AtomicFile() {}

    /** What writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything; must not close the stream.
         *
         * @param out buffered
         * @throws IOException if the stream does
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, or leaves what was there untouched. A symbolic link is followed, so the file it points to is
     * replaced and the link stays.
     *
     * @param target the file to make or to replace; its directory must exist
     * @param content writes the bytes; whatever it throws comes out of this method, and no file is left behind
     * @throws UncheckedIOException if the file cannot be written; names the file, the cause and the remedy
     */
    public static void write(Path target, Content content) {
        try {
            Path place = place(target);
            Path temporary = place.resolveSibling(PREFIX + UUID.randomUUID() + SUFFIX);
            try {
                writeAndForce(temporary, content);
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                // After the move there is nothing left to delete.
                deleteIfExists(temporary);
            }
            forceDirectory(place);
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    /**
     * Tells before long work whether {@link #write} could put a file there, as far as that can be known without trying.
     *
     * @param target the file to make or to replace; its directory must exist
     * @throws UncheckedIOException if it could not; the same message as that of {@link #write}
     */
    public static void check(Path target) {
        try {
            Path directory = place(target).resolveSibling("");
            if (!Files.isWritable(directory)) {
                throw new AccessDeniedException(target.toString());
            }
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    /**
     * Deletes the temporary files of writers that were killed.
     *
     * @param directory a directory into which nobody else writes now
     * @throws UncheckedIOException if one cannot be deleted
     */
    public static void deleteLeftovers(Path directory) {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + directory + ": " + e.getMessage(), e);
        }
    }

    private static UncheckedIOException refused(Path target, IOException e) {
        return new UncheckedIOException("cannot write " + target + ": " + reason(target, e), e);
    }

    /** The absolute path to move to, with links resolved; refuses everything that is not a file. */
    private static Path place(Path target) throws IOException {
        Path place = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
        if (Files.isDirectory(place)) {
            throw new FileSystemException(target.toString(), null, "it is a directory; give the name of a file");
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            // A move would replace a device such as /dev/null by a file.
            throw new FileSystemException(target.toString(), null, "it is not a regular file; give another name");
        }
        Path directory = place.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new FileSystemException(
                    target.toString(), null, "the directory " + directory + " does not exist; create it first");
        }
        return place;
    }

    private static void writeAndForce(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void deleteIfExists(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The failure that led here is the one to report.
            log("cannot delete " + temporary, e);
        }
    }

    private static void forceDirectory(Path place) {
        Path directory = place.resolveSibling("");
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Only some systems can open directories; elsewhere the move survives a power cut without it or not at all.
            log("cannot force the directory " + directory, e);
        }
    }

    private static void log(String message, IOException cause) {
        System.getLogger(AtomicFile.class.getName()).log(System.Logger.Level.DEBUG, message, cause);
    }

    private static String reason(Path target, IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied; make its directory writable or choose another place";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or directory; create the directory of " + target + " first";
        }
        if (e instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            return fileSystem.getReason();
        }
        return (e.getMessage() == null ? e.toString() : e.getMessage())
                + "; check the free space and the state of the disk";
    }
}
