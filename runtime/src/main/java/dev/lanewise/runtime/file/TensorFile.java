package dev.lanewise.runtime.file;

import dev.lanewise.runtime.file.json.Json;
import dev.lanewise.runtime.file.json.JsonException;
import dev.lanewise.runtime.file.json.JsonReader;
import dev.lanewise.runtime.file.json.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An open {@code .safetensors} file, of which only the header was read and checked: names, shapes and places. Texts and numbers are
 * fetched when they are asked for, numbers straight to where they belong. However large the file is and whatever it says, it
 * takes no more than 4 MiB until then, and 24 MiB where it has as many tensors and texts as are read: 8,192 and 4,096, with names of 512
 * characters at the most.
 *
 * <p>Not for use by several threads. Every method throws {@link ModelFormatException} if the file is damaged, and
 * {@link UncheckedIOException} if it cannot be read.
 */
public final class TensorFile implements AutoCloseable {

    private static final String TRUNCATED = "the file is truncated or is no safetensors file: copy or save it again";
    private static final String NOT_FINITE =
            "the training went wrong or the file is damaged: train again with a smaller learning rate or save it again";

    private final Path file;
    private final FileBytes bytes;
    private final Header header;
    private final long dataBegin;

    private TensorFile(Path file, FileChannel channel, UnaryOperator<String> owners) throws IOException {
        this.file = file;
        this.bytes = new FileBytes(channel);
        long headerBytes = headerBytes(channel.size());
        this.dataBegin = Long.BYTES + headerBytes;
        try {
            JsonReader json = new JsonReader(bytes.text(Long.BYTES, dataBegin));
            this.header = Header.read(file, json, channel.size() - dataBegin, owners);
        } catch (JsonException e) {
            throw Header.damaged(file, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Opens a file and checks its header.
     *
     * @param file the file
     * @param owners what is to stand behind the name of a tensor in messages, such as the annotation that declares it; may be empty
     * @throws ModelFormatException if it is not a safetensors file or its header is damaged; names the tensor
     * @throws UncheckedIOException if the file does not exist or cannot be read
     */
    public static TensorFile open(Path file, UnaryOperator<String> owners) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // Opening a pipe would wait for its other end, a device has no size.
            throw cannotRead(file, "it is not a regular file", new IOException("not a regular file"));
        }
        return reading(file, () -> {
            FileChannel channel = FileChannel.open(file);
            try {
                return new TensorFile(file, channel, owners);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        });
    }

    private interface Reading<R> {
        R read() throws IOException;
    }

    private static <R> R reading(Path file, Reading<R> what) {
        try {
            return what.read();
        } catch (UncheckedIOException e) {
            throw failure(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static RuntimeException failure(Path file, IOException e) {
        if (e instanceof EOFException) {
            return new ModelFormatException(file, "the file became shorter while it was read", TRUNCATED);
        }
        if (e instanceof NoSuchFileException) {
            return cannotRead(file, "there is no such file", e);
        }
        boolean denied = e instanceof AccessDeniedException;
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        return cannotRead(file, denied ? "permission denied" : reason, e);
    }

    private static UncheckedIOException cannotRead(Path file, String reason, IOException cause) {
        return new UncheckedIOException("cannot read " + file + ": " + reason, cause);
    }

    private long headerBytes(long fileBytes) throws IOException {
        if (fileBytes < Long.BYTES) {
            throw new ModelFormatException(file, "the file has only " + fileBytes + " bytes", TRUNCATED);
        }
        long headerBytes = bytes.number(0);
        if (headerBytes < 0 || headerBytes > SafeTensors.MAX_HEADER || headerBytes > fileBytes - Long.BYTES) {
            throw new ModelFormatException(
                    file,
                    "its header should have " + Long.toUnsignedString(headerBytes) + " bytes, the whole file has "
                            + fileBytes + " and the limit is " + SafeTensors.MAX_HEADER,
                    TRUNCATED);
        }
        return headerBytes;
    }

    /** The names of the texts in the metadata, in the header's order; unmodifiable. */
    public Set<String> texts() {
        return header.texts().keySet();
    }

    /**
     * A text of the metadata.
     *
     * @param key its name
     * @return the text, empty if there is none of this name
     */
    public Optional<String> text(String key) {
        return texts().contains(key) ? Optional.of(inText(key, JsonReader::string)) : Optional.empty();
    }

    /**
     * Counts the strings of a text that is a JSON array of them, without keeping any.
     *
     * @param key the name of a text that is there
     */
    public int countStrings(String key) {
        return inText(key, json -> Json.countStrings(json.nested()));
    }

    /**
     * The strings of a text that is a JSON array of them.
     *
     * @param key the name of a text that is there
     * @return the strings, unmodifiable
     */
    public List<String> strings(String key) {
        return inText(key, json -> Json.readStrings(json.nested()));
    }

    private <R> R inText(String key, Function<JsonReader, R> what) {
        Header.Place place = header.text(key);
        try {
            return reading(
                    file,
                    () -> what.apply(new JsonReader(bytes.text(Long.BYTES + place.begin(), Long.BYTES + place.end()))));
        } catch (JsonException e) {
            throw new ModelFormatException(
                    file, "its metadata " + key + " is damaged: " + e.getMessage(), "save the model again");
        }
    }

    /** The names of the tensors, in the header's order; unmodifiable. */
    public Collection<String> names() {
        return header.entries().keySet();
    }

    /**
     * The shape of a tensor.
     *
     * @param name its state-dict name
     * @return the sizes, outermost first; empty if there is no such tensor
     */
    public Optional<List<Integer>> shape(String name) {
        return Optional.ofNullable(header.entries().get(name)).map(TensorEntry::shape);
    }

    /**
     * Looks through the numbers of a tensor without keeping any.
     *
     * @param name its state-dict name
     * @throws ModelFormatException if one of them is NaN or infinite
     */
    public void checkFinite(String name) {
        TensorEntry entry = entry(name);
        pass(entry, (numbers, count, first) -> {
            for (int i = 0; i < count; i++) {
                if (!Float.isFinite(numbers[i])) {
                    throw new ModelFormatException(
                            file,
                            header.describe(entry) + " holds " + numbers[i] + " as value number " + (first + i + 1),
                            NOT_FINITE);
                }
            }
        });
    }

    /**
     * The numbers of a tensor.
     *
     * @param name its state-dict name
     * @return a new array, row-major
     */
    public float[] values(String name) {
        float[] values = new float[entry(name).count()];
        read(name, 1, values.length, values, values.length);
        return values;
    }

    /**
     * Reads the numbers of a tensor into the rows of a matrix.
     *
     * @param name its state-dict name
     * @param rows how many rows it fills
     * @param columns numbers in each
     * @param into the matrix
     * @param stride distance of two of its rows
     * @throws IllegalArgumentException if the tensor has more or fewer numbers
     */
    public void read(String name, int rows, int columns, float[] into, int stride) {
        TensorEntry entry = entry(name);
        if (entry.count() != (long) rows * columns) {
            throw new IllegalArgumentException(
                    header.describe(entry) + " has " + entry.count() + " numbers, not " + (long) rows * columns);
        }
        pass(entry, (numbers, count, first) -> {
            for (int i = 0; i < count; ) {
                int row = (first + i) / columns;
                int column = (first + i) % columns;
                int part = Math.min(columns - column, count - i);
                System.arraycopy(numbers, i, into, row * stride + column, part);
                i += part;
            }
        });
    }

    private void pass(TensorEntry entry, FileBytes.Sink sink) {
        reading(file, () -> {
            bytes.numbers(dataBegin + entry.begin(), entry.count(), entry.dtype(), sink);
            return entry;
        });
    }

    private TensorEntry entry(String name) {
        TensorEntry entry = header.entries().get(name);
        if (entry == null) {
            throw new ModelFormatException(
                    file,
                    "tensor " + JsonWriter.excerpt(name) + " is missing",
                    "there are " + SafeTensors.list(names()));
        }
        return entry;
    }

    @Override
    public void close() {
        reading(file, () -> {
            bytes.close();
            return file;
        });
    }
}
