package dev.lanewise.runtime.file;

import dev.lanewise.runtime.data.Utf8Words;
import dev.lanewise.runtime.file.json.Json;
import dev.lanewise.runtime.file.json.JsonException;
import dev.lanewise.runtime.file.json.JsonReader;
import dev.lanewise.runtime.file.json.JsonWriter;
import dev.lanewise.runtime.file.json.PlainStrings;
import dev.lanewise.runtime.file.json.StringList;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Numbers that are looked through at once. */
    private static final int PIECE = 1 << 14;

    private static final String NOT_FINITE =
            "the training went wrong or the file is damaged: train again with a smaller learning rate or save it again";

    private static final String NO_COUNT = "counts are numbers from 0: train again or save it again";

    private final Path file;
    private final FileBytes bytes;
    private final Header header;
    private final long dataBegin;

    private TensorFile(Path file, FileBytes bytes, UnaryOperator<String> owners) {
        this.file = file;
        this.bytes = bytes;
        this.dataBegin = Long.BYTES + checkedHeader(bytes.size());
        try {
            JsonReader json = new JsonReader(bytes.part(Long.BYTES, dataBegin));
            this.header = Header.read(file, json, bytes.size() - dataBegin, owners);
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
        FileBytes bytes = FileBytes.open(file);
        try {
            return new TensorFile(file, bytes, owners);
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private long checkedHeader(long fileBytes) {
        if (fileBytes < Long.BYTES) {
            throw bytes.truncated("the file has only " + fileBytes + " bytes");
        }
        long headerBytes = bytes.number(0);
        if (headerBytes < 0 || headerBytes > SafeTensors.MAX_HEADER || headerBytes > fileBytes - Long.BYTES) {
            throw bytes.truncated("its header should have " + Long.toUnsignedString(headerBytes)
                    + " bytes, the whole file has " + fileBytes + " and the limit is " + SafeTensors.MAX_HEADER);
        }
        return headerBytes;
    }

    /** How many bytes the file has. */
    public long size() {
        return bytes.size();
    }

    /** How many of them are the header, texts included. */
    public long headerBytes() {
        return dataBegin;
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
        return text(key, Integer.MAX_VALUE);
    }

    /**
     * The beginning of a text of the metadata.
     *
     * @param key its name
     * @param most how many {@code char}s are wanted
     * @return the text or so much of it, empty if there is none of this name
     */
    public Optional<String> text(String key, int most) {
        if (!texts().contains(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json(key).beginning(most));
        } catch (JsonException e) {
            throw damaged(key, e);
        }
    }

    /**
     * Looks through a text that is a JSON array of different strings, without keeping any: that takes less than the file. Where there
     * are more strings than numbers in the file, it is not sure to find that one stands twice.
     *
     * @param key the name of a text that is there
     * @param shortest the characters that each string has at the least
     * @param longest and at the most
     * @return how many there are
     */
    public int checkStrings(String key, int shortest, int longest) {
        Header.Place place = header.text(key);
        try {
            return StringList.check(new Strings(key), place.end() - place.begin(), header.numbers(), shortest, longest);
        } catch (JsonException e) {
            throw damaged(key, e);
        }
    }

    /** A text that is a JSON array of strings. */
    private final class Strings implements StringList.Source {
        private final String key;

        Strings(String key) {
            this.key = key;
        }

        @Override
        public JsonReader open() {
            return json(key).nested();
        }
    }

    /**
     * The strings of a text that is a JSON array of them.
     *
     * @param key the name of a text that is there
     * @return the strings, unmodifiable
     */
    public List<String> strings(String key) {
        Header.Place place = header.text(key);
        byte[] text = bytes.bytes(Long.BYTES + place.begin(), Math.toIntExact(place.end() - place.begin()));
        PlainStrings plain = PlainStrings.read(text);
        if (plain != null) {
            return new Utf8Words(plain.utf8(), plain.ends());
        }
        try {
            return Json.readStrings(json(key).nested());
        } catch (JsonException e) {
            throw damaged(key, e);
        }
    }

    /**
     * The first strings of a text that is a JSON array of them.
     *
     * @param key the name of a text that is there
     * @param most how many are wanted
     * @param length how many {@code char}s of each are wanted
     * @return the beginnings of the strings, unmodifiable
     */
    public List<String> strings(String key, int most, int length) {
        try {
            return Json.readBeginnings(json(key).nested(), most, length);
        } catch (JsonException e) {
            throw damaged(key, e);
        }
    }

    private JsonReader json(String key) {
        Header.Place place = header.text(key);
        return new JsonReader(bytes.part(Long.BYTES + place.begin(), Long.BYTES + place.end()));
    }

    private ModelFormatException damaged(String key, JsonException e) {
        return new ModelFormatException(
                file, "its metadata " + key + " is damaged: " + e.getMessage(), "save the model again");
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
        TensorEntry entry = header.entries().get(name);
        return entry == null ? Optional.empty() : Optional.of(entry.shape());
    }

    /**
     * Looks through the numbers of a tensor without keeping any.
     *
     * @param name its state-dict name
     * @throws ModelFormatException if one of them is NaN or infinite
     */
    public void checkFinite(String name) {
        check(name, false);
    }

    /**
     * Looks through the numbers of a tensor that is to hold counts, without keeping any.
     *
     * @param name its state-dict name
     * @throws ModelFormatException if one of them is NaN, infinite or negative
     */
    public void checkCounts(String name) {
        check(name, true);
    }

    private void check(String name, boolean counts) {
        TensorEntry entry = entry(name);
        float[] numbers = new float[Math.min(PIECE, entry.count())];
        for (int first = 0; first < entry.count(); ) {
            int count = numbers(entry, first, numbers);
            int other = Finite.firstOther(numbers, count);
            if (other == count && counts) {
                other = Finite.firstNegative(numbers, count);
            }
            if (other < count) {
                String remedy = Float.isFinite(numbers[other]) ? NO_COUNT : NOT_FINITE;
                throw new ModelFormatException(
                        file,
                        header.describe(entry) + " holds " + numbers[other] + " as value number " + (first + other + 1),
                        remedy);
            }
            first += count;
        }
    }

    private int numbers(TensorEntry entry, int first, float[] into) {
        return bytes.numbers(dataBegin + entry.begin(), first, entry.count(), entry.dtype(), into);
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
        // Without padding all rows are one.
        int width = stride == columns ? Math.max(1, entry.count()) : columns;
        float[] numbers = new float[Math.min(PIECE, entry.count())];
        for (int first = 0; first < entry.count(); ) {
            int count = numbers(entry, first, numbers);
            for (int i = 0; i < count; ) {
                int row = (first + i) / width;
                int column = (first + i) % width;
                int part = Math.min(width - column, count - i);
                System.arraycopy(numbers, i, into, row * stride + column, part);
                i += part;
            }
            first += count;
        }
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
        bytes.close();
    }
}
