package dev.lanewise.runtime.train;

import dev.lanewise.runtime.file.AtomicFile;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.TensorFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory of one training's checkpoints, in which there is one file, replaced as a whole. Locked while the training runs;
 * the lock of a killed process is gone with it.
 */
final class CheckpointFolder implements AutoCloseable {

    private static final String FILE = "checkpoint.safetensors";
    private static final String LOCK = "checkpoint.lock";
    private static final String FORMAT = "lanewise.checkpoint";
    private static final String VERSION = "1";
    private static final String SETTING = "setting.";
    private static final int MOST_SHOWN = 2000;

    private final Path file;
    private final FileChannel lock;
    private final Map<String, String> settings = new LinkedHashMap<>();

    /**
     * Opens a directory, which is made if it is not there.
     *
     * @param settings what a training depends on: the name of each setting and its value
     * @throws TrainingException if it cannot be used, or another training uses it
     */
    CheckpointFolder(Path directory, Map<String, String> settings) {
        file = directory.resolve(FILE);
        settings.forEach((name, value) -> this.settings.put(SETTING + name, value));
        try {
            Files.createDirectories(directory);
            lock = lock(directory);
            AtomicFile.deleteLeftovers(directory);
        } catch (IOException | UncheckedIOException e) {
            throw new TrainingException(
                    "cannot keep checkpoints in " + directory + ": " + e.getMessage() + "; choose another directory",
                    e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another training of this very JVM.
        }
        channel.close();
        throw new IOException("another training is using it");
    }

    /**
     * Continues from the checkpoint, if there is one.
     *
     * @return whether there was
     * @throws TrainingException if it is one of other settings or data; says which
     * @throws ModelFormatException if the file is damaged
     */
    boolean resume(TrainingState state) {
        if (!Files.exists(file)) {
            return false;
        }
        // Weights that are not numbers stop the training at its next loss, as they would have without the interruption.
        try (TensorFile content = TensorFile.open(file, name -> "")) {
            check(content);
            state.copy(new Snapshot.Reading(content));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, "it is damaged: " + e.getMessage(), remedy());
        }
        return true;
    }

    private void check(TensorFile content) {
        if (!VERSION.equals(content.text(FORMAT, VERSION.length() + 1).orElse(""))) {
            throw new ModelFormatException(file, "it is no checkpoint of this version of Lanewise", remedy());
        }
        List<String> differences = new ArrayList<>();
        settings.forEach((name, value) -> {
            Optional<String> stored = content.text(name, Math.max(value.length(), MOST_SHOWN) + 1);
            if (!stored.equals(Optional.of(value))) {
                differences.add(name.substring(SETTING.length()) + " was "
                        + stored.map(CheckpointFolder::shown).orElse("not set") + " and is " + shown(value));
            }
        });
        if (!differences.isEmpty()) {
            throw new TrainingException("the checkpoint " + file + " is one of another training: "
                    + String.join("; ", differences) + ". Train with its settings and data, or " + remedy());
        }
    }

    private static String shown(String value) {
        return value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "..." : value;
    }

    private String remedy() {
        return "delete the file to start from the beginning";
    }

    /**
     * Replaces the checkpoint.
     *
     * @throws TrainingException if it cannot be written; the former one is still there
     */
    void write(TrainingState state) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FORMAT, VERSION);
        texts.putAll(settings);
        Snapshot.Writing snapshot = new Snapshot.Writing(texts);
        state.copy(snapshot);
        try {
            snapshot.content().write(file);
        } catch (UncheckedIOException e) {
            throw new TrainingException(
                    e.getMessage() + ". The last checkpoint is still good: make room, and the training goes on from it",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
