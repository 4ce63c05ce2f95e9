package dev.lanewise.runtime.file;

import dev.lanewise.runtime.file.TensorEntry.Dtype;
import dev.lanewise.runtime.file.json.Json;
import dev.lanewise.runtime.file.json.JsonException;
import dev.lanewise.runtime.file.json.JsonReader;
import dev.lanewise.runtime.file.json.JsonWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header of a safetensors file: JSON bytes in, checked entries out. */
final class Header {

    private static final String DAMAGED =
            "the file is damaged or was not written by safetensors: copy or save it again";
    private static final int MAX_COUNT = Integer.MAX_VALUE - 8;

    private final Path file;
    private final JsonReader json;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<TensorEntry> entries = new ArrayList<>();
    private @Nullable String tensor;

    private Header(Path file, String text) {
        this.file = file;
        this.json = new JsonReader(text);
    }

    /**
     * Reads and checks a header.
     *
     * @param file named in errors
     * @param utf8 the header's bytes
     * @param dataBytes number of bytes behind the header, all of which the tensors must cover
     * @throws ModelFormatException if anything is wrong
     */
    static Header read(Path file, byte[] utf8, long dataBytes) {
        Header header = new Header(file, decode(file, utf8));
        try {
            header.json.object(header::member);
            header.json.end();
        } catch (JsonException e) {
            throw header.damaged(header.place() + e.getMessage());
        }
        header.checkTiling(dataBytes);
        return header;
    }

    private static String decode(Path file, byte[] utf8) {
        try {
            return Json.decode(utf8);
        } catch (JsonException e) {
            throw new ModelFormatException(file, "the header is broken: " + e.getMessage(), DAMAGED);
        }
    }

    /** The texts in the header's order. */
    Map<String, String> metadata() {
        return metadata;
    }

    /** The tensors in the header's order. */
    List<TensorEntry> entries() {
        return entries;
    }

    private void member(String key) {
        if (key.equals(SafeTensors.METADATA)) {
            json.object(this::text);
            return;
        }
        if (entries.size() == SafeTensors.MAX_ENTRIES) {
            throw damaged("it holds more than " + SafeTensors.MAX_ENTRIES + " tensors");
        }
        tensor = key;
        entries.add(new EntryReader(key).read());
        tensor = null;
    }

    private void text(String key) {
        if (metadata.size() == SafeTensors.MAX_ENTRIES) {
            throw damaged("it holds more than " + SafeTensors.MAX_ENTRIES + " texts");
        }
        metadata.put(key, json.string());
    }

    /** Tensors may stand in any order, but together they must cover every byte of the data exactly once. */
    private void checkTiling(long dataBytes) {
        List<TensorEntry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        long covered = 0;
        for (TensorEntry entry : ordered) {
            if (entry.end() > dataBytes) {
                throw damaged(entry + " ends at byte " + entry.end() + " of " + dataBytes + " bytes of data");
            }
            if (entry.begin() != covered) {
                throw damaged(
                        entry + (entry.begin() < covered ? " overlaps the tensor before it" : " stands behind a gap")
                                + ": it begins at byte " + entry.begin() + " instead of " + covered);
            }
            covered = entry.end();
        }
        if (covered != dataBytes) {
            String last = ordered.isEmpty()
                    ? "the header"
                    : ordered.get(ordered.size() - 1).toString();
            throw damaged(dataBytes - covered + " bytes too many behind " + last);
        }
    }

    private String place() {
        return tensor == null ? "" : "tensor " + JsonWriter.excerpt(tensor) + ": ";
    }

    private ModelFormatException damaged(String problem) {
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
            json.object(key -> {
                switch (key) {
                    case "dtype" -> dtype = json.string();
                    case "shape" -> shape = integers(SafeTensors.MAX_RANK, "shape");
                    case "data_offsets" -> offsets = integers(2, "data_offsets");
                    default -> throw damaged(place() + "unknown key " + JsonWriter.excerpt(key));
                }
            });
            if (dtype == null || shape == null || offsets == null) {
                String missing = dtype == null ? "dtype" : shape == null ? "shape" : "data_offsets";
                throw damaged(place() + missing + " is missing");
            }
            return check(knownDtype(dtype), shape, offsets);
        }

        private List<Long> integers(int limit, String key) {
            List<Long> numbers = new ArrayList<>();
            json.array(() -> {
                if (numbers.size() == limit) {
                    throw damaged(place() + key + " has more than " + limit + " numbers");
                }
                numbers.add(json.integer());
            });
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
            List<Integer> sizes = shape.stream().map(Math::toIntExact).toList();
            return new TensorEntry(name, dtype, sizes, begin, end);
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
            return Tensor.describe(name, shape);
        }
    }
}
