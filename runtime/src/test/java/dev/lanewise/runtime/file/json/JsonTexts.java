package dev.lanewise.runtime.file.json;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Readers of texts that tests write down. */
final class JsonTexts {

    private JsonTexts() {}

    /** A reader at the beginning of a text. */
    static JsonReader reader(String text) {
        return reader(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A reader at the beginning of the bytes of a text. */
    static JsonReader reader(byte[] utf8) {
        return new JsonReader(new ByteArrayInputStream(utf8));
    }
}
