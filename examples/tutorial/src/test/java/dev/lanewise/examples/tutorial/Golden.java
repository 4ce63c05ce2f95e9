package dev.lanewise.examples.tutorial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** The numbers that PyTorch printed: just enough JSON for arrays of numbers under keys. */
final class Golden {

    private final String json;

    private Golden(String json) {
        this.json = json;
    }

    static Golden read(String resource) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource)) {
            return new Golden(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The matrix under a path of keys; a vector is a matrix of one row. */
    float[][] rows(String... path) {
        int at = 0;
        for (String key : path) {
            at = json.indexOf("\"" + key + "\":", at);
            if (at < 0) {
                throw new IllegalArgumentException("no " + Arrays.toString(path));
            }
            at += key.length() + 3;
        }
        boolean nested = json.startsWith("[[", at);
        String body = json.substring(at + (nested ? 2 : 1), json.indexOf(nested ? "]]" : "]", at));
        return Arrays.stream(body.split("\\],\\[")).map(Golden::numbers).toArray(float[][]::new);
    }

    private static float[] numbers(String row) {
        String[] texts = row.split(",");
        float[] numbers = new float[texts.length];
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = Float.parseFloat(texts[i].strip());
        }
        return numbers;
    }
}
