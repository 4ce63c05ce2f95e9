package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.function.Executable;

/** Small texts as the bytes of files. */
final class Texts {

    private Texts() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    static byte[] gzip(byte[] plain) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(plain);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError("in memory", e);
        }
    }

    /** Columns separated by spaces, as the tabs of CoNLL-U. */
    static String tabs(String text) {
        return text.replace(' ', '\t');
    }

    /** A CoNLL-U line with nothing in it but index, word and part of speech. */
    static String token(String index, String word, String tag) {
        return index + "\t" + word + "\t_\t" + tag + "\t_\t_\t_\t_\t_\t_\n";
    }

    static void assertCorpusError(String message, Executable reading) {
        assertEquals(message, assertThrows(CorpusException.class, reading).getMessage());
    }
}
