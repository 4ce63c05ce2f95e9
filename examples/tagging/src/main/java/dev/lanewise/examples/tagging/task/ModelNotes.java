package dev.lanewise.examples.tagging.task;

import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What this program writes into a model's file beside the model, so that no command has to be told.
 *
 * @param task what was learned
 * @param network the interface it was learned with
 * @param pos the mark of the model that found the parts of speech it was learned with, see {@link PartsOfSpeech}; empty for none
 */
public record ModelNotes(Task task, Network network, Optional<String> pos) {

    private static final String TASK = "tagging.task";
    private static final String NETWORK = "tagging.network";
    private static final String POS = "tagging.pos";

    /** How a file begins that {@link #write} wrote, behind the 8 bytes of the header's length. */
    private static final Pattern BEGINNING = Pattern.compile(
            "\\{\"__metadata__\":\\{" + entry(TASK) + "," + entry(NETWORK) + "(?:," + entry(POS) + ")?");

    private static final int LONGEST = 200;

    /** Notes of a model that reads no parts of speech. */
    public ModelNotes(Task task, Network network) {
        this(task, network, Optional.empty());
    }

    private static String entry(String key) {
        return "\"" + key + "\":\"([^\"]*)\"";
    }

    /**
     * The notes of a file. One without notes is taken for one of parts of speech.
     *
     * @throws ModelFormatException if the file is damaged, or its notes are not those of this program
     * @throws UncheckedIOException if it cannot be read
     */
    public static ModelNotes read(Path file) {
        Matcher start = BEGINNING.matcher(start(file));
        if (start.lookingAt()) {
            return of(file, start.group(1), start.group(2), start.group(3));
        }
        // Another program may have written the file anew, in another order.
        Map<String, String> metadata = SafeTensors.read(file).metadata();
        return of(file, metadata.get(TASK), metadata.get(NETWORK), metadata.get(POS));
    }

    /** The first characters of the header; fewer, or none, where there are not so many, which reading the model reports. */
    private static String start(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.min(Long.BYTES, Files.size(file)));
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static ModelNotes of(Path file, @Nullable String task, @Nullable String network, @Nullable String pos) {
        return new ModelNotes(
                one(file, TASK, task, Task.values(), Task.POS),
                one(file, NETWORK, network, Network.values(), Network.POS),
                Optional.ofNullable(pos));
    }

    private static <E extends Enum<E>> E one(Path file, String key, @Nullable String name, E[] all, E otherwise) {
        if (name == null) {
            return otherwise;
        }
        for (E each : all) {
            if (each.toString().equals(name)) {
                return each;
            }
        }
        throw new ModelFormatException(
                file,
                "its " + key + " is \"" + name + "\", which this program does not know",
                "use the newest version");
    }

    /** Writes a model with these notes, whole or not at all; they come first, where they are found without reading the rest. */
    void write(Path file, Consumer<Path> model) {
        try {
            Path plain = Files.createTempFile("tagging", ".safetensors");
            try {
                model.accept(plain);
                SafeTensors content = SafeTensors.read(plain);
                Map<String, String> metadata = new LinkedHashMap<>();
                metadata.put(TASK, task.toString());
                metadata.put(NETWORK, network.toString());
                pos.ifPresent(mark -> metadata.put(POS, mark));
                metadata.putAll(content.metadata());
                SafeTensors.of(metadata, content.tensors()).write(file);
            } finally {
                Files.deleteIfExists(plain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a temporary file: " + e.getMessage(), e);
        }
    }
}
