package dev.lanewise.runtime.testing;

import dev.lanewise.runtime.file.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PyTorch's numbers, from the test resources: {@code Golden.read("tagger_toy.json").get("f32").get("initial")
 * .tensor("lstm.weight_ih_l0")}. Asking for something that is not there fails with its place in the file.
 */
public final class Golden {

    /** A tensor of a golden file: its sizes and its numbers, row-major. */
    public record Values(int[] shape, double[] data) {

        /** The numbers as floats; exact for those of an {@code f32} run. */
        public float[] floats() {
            float[] floats = new float[data.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) data[i];
            }
            return floats;
        }
    }

    private final String place;
    private final Object value;

    private Golden(String place, Object value) {
        this.place = place;
        this.value = value;
    }

    /** The content of a golden JSON file, such as {@code tagger_toy.json}. */
    public static Golden read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) {
                throw new AssertionError("there is no test resource golden/" + name);
            }
            JsonReader reader = new JsonReader(in);
            Golden golden = new Golden(name, parse(reader));
            reader.end();
            return golden;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read golden/" + name, e);
        }
    }

    /** A golden file, such as {@code tagger_toy.initial.safetensors}: where it is, or a copy if it is inside a jar. */
    public static Path file(String name) {
        URL resource = Golden.class.getResource("/golden/" + name);
        if (resource == null) {
            throw new AssertionError("there is no test resource golden/" + name);
        }
        try {
            return resource.getProtocol().equals("file") ? Path.of(resource.toURI()) : copy(resource, name);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Path copy(URL resource, String name) {
        try (InputStream in = resource.openStream()) {
            Path copy = Files.createTempDirectory("golden").resolve(name);
            Files.copy(in, copy);
            copy.getParent().toFile().deleteOnExit();
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy golden/" + name, e);
        }
    }

    /** The value of a key of an object. */
    public Golden get(String key) {
        Object member = object().get(key);
        if (member == null) {
            throw new AssertionError(place + " has no " + key + ", only " + keys());
        }
        return new Golden(place + "/" + key, member);
    }

    /** An element of an array. */
    public Golden get(int index) {
        return new Golden(place + "/" + index, array().get(index));
    }

    /** The elements of an array. */
    public List<Golden> list() {
        List<Golden> elements = new ArrayList<>();
        for (int i = 0; i < array().size(); i++) {
            elements.add(get(i));
        }
        return elements;
    }

    /** The keys of an object, in the file's order. */
    public List<String> keys() {
        return object().keySet().stream().map(String.class::cast).toList();
    }

    /** A number. */
    public double number() {
        return as(Double.class);
    }

    /** A text. */
    public String text() {
        return as(String.class);
    }

    /** An array of texts. */
    public List<String> texts() {
        return list().stream().map(Golden::text).toList();
    }

    /** An array of numbers, or any nesting of such arrays, in the file's order. */
    public double[] numbers() {
        List<Double> numbers = new ArrayList<>();
        flatten(value, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The tensor of a key. */
    public Values tensor(String key) {
        return get(key).tensor();
    }

    /** This value as a tensor: an object with {@code shape} and {@code data}, or nested arrays. */
    public Values tensor() {
        if (value instanceof Map) {
            double[] shape = get("shape").numbers();
            return new Values(toInts(shape), get("data").numbers());
        }
        List<Double> shape = new ArrayList<>();
        Object inner = value;
        while (inner instanceof List<?> list) {
            shape.add((double) list.size());
            inner = list.isEmpty() ? 0 : list.get(0);
        }
        return new Values(toInts(shape.stream().mapToDouble(Double::doubleValue).toArray()), numbers());
    }

    /** The tensors of an object whose values all are tensors, in the file's order. */
    public Map<String, Values> tensors() {
        Map<String, Values> tensors = new LinkedHashMap<>();
        keys().forEach(key -> tensors.put(key, tensor(key)));
        return tensors;
    }

    private static int[] toInts(double[] numbers) {
        int[] ints = new int[numbers.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) numbers[i];
        }
        return ints;
    }

    private void flatten(Object part, List<Double> numbers) {
        if (part instanceof List<?> list) {
            list.forEach(element -> flatten(element, numbers));
        } else {
            numbers.add(new Golden(place, part).number());
        }
    }

    private Map<?, ?> object() {
        return as(Map.class);
    }

    private List<?> array() {
        return as(List.class);
    }

    private <V> V as(Class<V> type) {
        if (!type.isInstance(value)) {
            throw new AssertionError(
                    place + " is a " + value.getClass().getSimpleName() + ", not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static Object parse(JsonReader reader) {
        return switch (reader.peek()) {
            case OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                reader.beginObject();
                for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
                    members.put(key, parse(reader));
                }
                yield members;
            }
            case ARRAY -> {
                List<Object> elements = new ArrayList<>();
                reader.beginArray();
                while (reader.nextElement()) {
                    elements.add(parse(reader));
                }
                yield elements;
            }
            case STRING -> reader.string();
            case NUMBER -> reader.number();
            case LITERAL -> reader.literal();
        };
    }
}
