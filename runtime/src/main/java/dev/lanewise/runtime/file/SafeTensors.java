package dev.lanewise.runtime.file;

import dev.lanewise.runtime.file.json.JsonReader;
import dev.lanewise.runtime.file.json.JsonWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a {@code .safetensors} file: named float tensors and a map of texts. PyTorch reads these files with
 * {@code safetensors.torch.load_file} and writes them with {@code save_file}.
 *
 * <p>The format: the length of the header as 8 bytes, little-endian; the header, a JSON object that gives each
 * tensor's dtype, shape and place, and {@code __metadata__}, texts by name; the numbers, row-major and little-endian,
 * without gaps. Source: <a href="https://github.com/huggingface/safetensors">github.com/huggingface/safetensors</a>.
 *
 * <p>Immutable but for the values of the tensors, which are not copied.
 */
public final class SafeTensors {

    /** The header's key for the texts; no tensor can have this name. */
    static final String METADATA = "__metadata__";

    /** Longest header in bytes, the limit of the safetensors library too. */
    static final int MAX_HEADER = 100_000_000;

    /** Most tensors in a file: what bounds the memory of a header. */
    static final int MAX_TENSORS = 1 << 13;

    /** Most texts in the metadata. */
    static final int MAX_TEXTS = 1 << 12;

    /** Most dimensions of a tensor. */
    static final int MAX_RANK = 16;

    private final Map<String, String> metadata;
    private final Map<String, Tensor> tensors;
    private final @Nullable Path source;

    /** Takes over both maps. */
    SafeTensors(Map<String, String> metadata, Map<String, Tensor> tensors, @Nullable Path source) {
        this.metadata = Collections.unmodifiableMap(metadata);
        this.tensors = Collections.unmodifiableMap(tensors);
        this.source = source;
    }

    /**
     * Tensors and texts that are to be written.
     *
     * @param metadata texts by name, written in the map's order; copied
     * @param tensors the tensors, written in this order; their values are not copied
     * @return the content of a file
     * @throws IllegalArgumentException if a name occurs twice, has more than 512 characters or is {@code __metadata__}, if a tensor
     *     has more than 16 dimensions, or if there are more than 8,192 tensors or 4,096 texts
     */
    public static SafeTensors of(Map<String, String> metadata, List<Tensor> tensors) {
        Map<String, Tensor> byName = new LinkedHashMap<>();
        for (Tensor tensor : tensors) {
            if (tensor.name().equals(METADATA)) {
                throw new IllegalArgumentException("no tensor can be named " + METADATA + "; choose another name");
            }
            checkName(tensor.name());
            if (tensor.shape().size() > MAX_RANK) {
                throw new IllegalArgumentException(tensor + " has more than " + MAX_RANK + " dimensions; reshape it");
            }
            if (byName.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("two tensors are named " + JsonWriter.excerpt(tensor.name())
                        + "; give every tensor its own name");
            }
        }
        metadata.keySet().forEach(SafeTensors::checkName);
        if (byName.size() > MAX_TENSORS || metadata.size() > MAX_TEXTS) {
            throw new IllegalArgumentException("a file holds at most " + MAX_TENSORS + " tensors and " + MAX_TEXTS
                    + " texts, not " + byName.size() + " and " + metadata.size());
        }
        return new SafeTensors(new LinkedHashMap<>(metadata), byName, null);
    }

    private static void checkName(String name) {
        if (name.length() > JsonReader.MAX_KEY) {
            throw new IllegalArgumentException("the name " + JsonWriter.excerpt(name) + " has more than "
                    + JsonReader.MAX_KEY + " characters; choose a shorter one");
        }
    }

    /**
     * Reads a file and refuses NaN and infinite numbers.
     *
     * @param file the file
     * @return its content, tensors in the header's order
     * @throws ModelFormatException if the file is not a safetensors file, is damaged, or holds a number that is not
     *     finite
     * @throws UncheckedIOException if the file does not exist or cannot be read
     */
    public static SafeTensors read(Path file) {
        return read(file, NonFinite.REFUSE);
    }

    /**
     * Reads a file. Tensors of dtype F32 and F64 are read, the latter rounded to float. The whole file is checked before anything is
     * kept of it: a file that is refused took no more memory than {@link TensorFile} says, one that is read takes what its tensors and
     * texts take.
     *
     * @param file the file
     * @param nonFinite what to do with NaN and infinite numbers
     * @return its content, tensors in the header's order
     * @throws ModelFormatException if the file is not a safetensors file or is damaged; names the tensor
     * @throws UncheckedIOException if the file does not exist or cannot be read
     */
    public static SafeTensors read(Path file, NonFinite nonFinite) {
        try (TensorFile open = TensorFile.open(file, name -> "")) {
            if (nonFinite == NonFinite.REFUSE) {
                open.names().forEach(open::checkFinite);
            }
            Map<String, String> metadata = new LinkedHashMap<>();
            open.texts().forEach(key -> metadata.put(key, open.text(key).orElseThrow()));
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (String name : open.names()) {
                tensors.put(name, new Tensor(name, open.shape(name).orElseThrow(), open.values(name)));
            }
            return new SafeTensors(metadata, tensors, file);
        }
    }

    /**
     * Writes a file all at once, see {@link AtomicFile}. The same content gives the same bytes. Numbers that are not
     * finite are written as they are.
     *
     * @param file the file to make or to replace; its directory must exist
     * @throws IllegalArgumentException if a name or text holds half of a surrogate pair, or if the header would be
     *     longer than 100 MB
     * @throws UncheckedIOException if the file cannot be written; what was there is left as it was
     */
    public void write(Path file) {
        SafeTensorsWriter.write(this, file);
    }

    /** The texts of the file, in its order; unmodifiable, empty if there are none. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** All tensors, in the order of the header; unmodifiable. */
    public List<Tensor> tensors() {
        return List.copyOf(tensors.values());
    }

    /**
     * A tensor that may be there.
     *
     * @param name its state-dict name
     * @return the tensor, empty if there is none of this name
     */
    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * A tensor that must be there.
     *
     * @param name its state-dict name
     * @return the tensor
     * @throws ModelFormatException if the file it was read from has no such tensor
     * @throws IllegalArgumentException if this was not read from a file and has no such tensor
     */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor != null) {
            return tensor;
        }
        String problem = "tensor " + JsonWriter.excerpt(name) + " is missing";
        String remedy = "there are " + list(tensors.keySet());
        if (source == null) {
            throw new IllegalArgumentException(problem + "; " + remedy);
        }
        throw new ModelFormatException(source, problem, remedy);
    }

    /** Names as they are shown in a message: the first ones. */
    static String list(Collection<String> names) {
        int shown = 20;
        String list = String.join(
                ", ", names.stream().limit(shown).map(JsonWriter::excerpt).toList());
        return names.size() > shown ? list + " and " + (names.size() - shown) + " more" : "only [" + list + "]";
    }
}
