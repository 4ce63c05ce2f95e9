package dev.lanewise.runtime.file;

import dev.lanewise.runtime.file.TensorEntry.Dtype;
import dev.lanewise.runtime.file.json.JsonException;
import dev.lanewise.runtime.file.json.JsonReader;
import dev.lanewise.runtime.file.json.JsonWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The header of a safetensors file: JSON in, checked entries out. */
final class Header {

    private static final String DAMAGED =
            "the file is damaged or was not written by safetensors: copy or save it again";
    private static final int MAX_COUNT = Integer.MAX_VALUE - 8;

    /**
     * Where the string of a text stands, quotes included.
     *
     * @param begin first byte, counted from the begin of the header
     * @param end byte behind the last
     */
    record Place(long begin, long end) {}

    private final Path file;
    private final JsonReader json;
    private final UnaryOperator<String> owners;
    private final Map<String, Place> texts = new LinkedHashMap<>();
    private final Map<String, TensorEntry> entries = new LinkedHashMap<>();
    private @Nullable String tensor;

    private Header(Path file, JsonReader json, UnaryOperator<String> owners) {
        this.file = file;
        this.json = json;
        this.owners = owners;
    }

    /**
     * Reads and checks a header; of texts it keeps where they stand.
     *
     * @param file named in errors
     * @param json the header
     * @param dataBytes number of bytes behind the header, all of which the tensors must cover
     * @param owners what stands behind the name of a tensor in errors
     * @throws ModelFormatException if anything is wrong
     */
    static Header read(Path file, JsonReader json, long dataBytes, UnaryOperator<String> owners) {
        Header header = new Header(file, json, owners);
        try {
            header.members();
            json.end();
        } catch (JsonException e) {
            throw header.damaged(header.place() + e.getMessage());
        }
        header.checkTiling(dataBytes);
        return header;
    }

    /** The places of the texts in the header's order; unmodifiable. */
    Map<String, Place> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** The place of a text that is there. */
    Place text(String key) {
        Place place = texts.get(key);
        if (place == null) {
            throw new NoSuchElementException(key);
        }
        return place;
    }

    /** The tensors in the header's order; unmodifiable. */
    Map<String, TensorEntry> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** How many numbers there are in all tensors. */
    long numbers() {
        long numbers = 0;
        for (TensorEntry entry : entries.values()) {
            numbers += entry.count();
        }
        return numbers;
    }

    /** How a tensor is named in messages. */
    String describe(TensorEntry entry) {
        return describe(entry.name(), entry.shape());
    }

    private String describe(String name, List<? extends Number> shape) {
        return Tensor.describe(name, shape) + owners.apply(name);
    }

    private void members() {
        json.beginObject();
        for (String key = json.nextKey(); key != null; key = json.nextKey()) {
            if (key.equals(SafeTensors.METADATA)) {
                readTexts();
            } else {
                readEntry(key);
            }
        }
    }

    private void readEntry(String key) {
        if (entries.size() == SafeTensors.MAX_TENSORS) {
            throw damaged("it holds more than " + SafeTensors.MAX_TENSORS + " tensors");
        }
        tensor = key;
        entries.put(key, new EntryReader(key).read());
        tensor = null;
    }

    private void readTexts() {
        json.beginObject();
        for (String key = json.nextKey(); key != null; key = json.nextKey()) {
            if (texts.size() == SafeTensors.MAX_TEXTS) {
                throw damaged("it holds more than " + SafeTensors.MAX_TEXTS + " texts");
            }
            long begin = json.offset();
            json.skipString();
            texts.put(key, new Place(begin, json.offset()));
        }
    }

    /** Tensors may stand in any order, but together they must cover every byte of the data exactly once. */
    private void checkTiling(long dataBytes) {
        List<TensorEntry> ordered = new ArrayList<>(entries.values());
        Collections.sort(ordered);
        long covered = 0;
        for (TensorEntry entry : ordered) {
            if (entry.end() > dataBytes) {
                throw damaged(describe(entry) + " ends at byte " + entry.end() + " of " + dataBytes + " bytes of data");
            }
            if (entry.begin() != covered) {
                throw damaged(describe(entry)
                        + (entry.begin() < covered ? " overlaps the tensor before it" : " stands behind a gap")
                        + ": it begins at byte " + entry.begin() + " instead of " + covered);
            }
            covered = entry.end();
        }
        if (covered != dataBytes) {
            String last = ordered.isEmpty() ? "the header" : describe(ordered.get(ordered.size() - 1));
            throw damaged(dataBytes - covered + " bytes too many behind " + last);
        }
    }

    private String place() {
        return tensor == null ? "" : "tensor " + JsonWriter.excerpt(tensor) + owners.apply(tensor) + ": ";
    }

    private ModelFormatException damaged(String problem) {
        return damaged(file, problem);
    }

    /** The error of a header that cannot be what was written. */
    static ModelFormatException damaged(Path file, String problem) {
        return new ModelFormatException(file, problem, DAMAGED);
    }

    /** Reads the object of one tensor. */
    private final class EntryReader {

        private final String name;
        private @Nullable String dtype;
        private @Nullable List<Long> shape;
        private @Nullable List<Long> offsets;

        EntryReader(String name) {
            this.name = name;
        }

        TensorEntry read() {
            json.beginObject();
            for (String key = json.nextKey(); key != null; key = json.nextKey()) {
                switch (key) {
                    case "dtype" -> dtype = json.string(JsonReader.MAX_KEY);
                    case "shape" -> shape = integers(SafeTensors.MAX_RANK, "shape");
                    case "data_offsets" -> offsets = integers(2, "data_offsets");
                    default -> throw damaged(place() + "unknown key " + JsonWriter.excerpt(key));
                }
            }
            if (dtype == null || shape == null || offsets == null) {
                String missing = dtype == null ? "dtype" : shape == null ? "shape" : "data_offsets";
                throw damaged(place() + missing + " is missing");
            }
            return check(knownDtype(dtype), shape, offsets);
        }

        private List<Long> integers(int limit, String key) {
            List<Long> numbers = new ArrayList<>(2);
            json.beginArray();
            while (json.nextElement()) {
                if (numbers.size() == limit) {
                    throw damaged(place() + key + " has more than " + limit + " numbers");
                }
                numbers.add(json.integer());
            }
            return numbers;
        }

        private Dtype knownDtype(String text) {
            return switch (text) {
                case "F32" -> Dtype.F32;
                case "F64" -> Dtype.F64;
                default ->
                    throw new ModelFormatException(
                            file,
                            place() + "its dtype " + JsonWriter.excerpt(text) + " cannot be read, only F32 and F64",
                            "convert it in PyTorch with tensor.float() and save the file again");
            };
        }

        private TensorEntry check(Dtype dtype, List<Long> shape, List<Long> offsets) {
            long count = count(shape);
            if (offsets.size() != 2) {
                throw damaged(place() + "data_offsets must be two numbers");
            }
            long begin = offsets.get(0);
            long end = offsets.get(1);
            if (begin < 0 || end < begin) {
                throw damaged(describe(shape) + " cannot stand from byte " + begin + " to byte " + end);
            }
            if (end - begin != count * dtype.bytes) {
                throw damaged(describe(shape) + " and dtype " + dtype + " needs " + count * dtype.bytes
                        + " bytes but has " + (end - begin));
            }
            Integer[] sizes = new Integer[shape.size()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.toIntExact(shape.get(i));
            }
            return new TensorEntry(name, dtype, List.of(sizes), begin, end);
        }

        private long count(List<Long> shape) {
            boolean empty = shape.contains(0L);
            long count = 1;
            for (long size : shape) {
                if (size < 0) {
                    throw damaged(describe(shape) + " has a negative size");
                }
                // Neither factor exceeds 31 bits, so the product cannot overflow.
                if (size > MAX_COUNT || (!empty && count * size > MAX_COUNT)) {
                    throw new ModelFormatException(
                            file, describe(shape) + " has more values than a Java array", "split the tensor");
                }
                count = empty ? 0 : count * size;
            }
            return count;
        }

        private String describe(List<Long> shape) {
            return Header.this.describe(name, shape);
        }
    }
}
