package dev.lanewise.runtime.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens to a good file: it is read, or it is a {@link ModelFormatException} that begins with the file. */
class MutatedFilePropertiesTest {

    private static final String[] TOKENS = {
        "-1",
        "0",
        "1",
        "4",
        "8",
        "12",
        "2147483648",
        "9223372036854775807",
        "1e9",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\ud800",
        "F64",
        "F16",
        "shape",
        "dtype",
        "__metadata__",
        "w",
        "null"
    };

    private static Path file;
    private static byte[] good;

    @BeforeContainer
    static void writeGoodFile() throws IOException {
        file = Files.createTempFile("mutated", ".safetensors");
        SafeTensors.of(
                        Map.of("words", "[\"a\",\"é\\n\"]"),
                        List.of(
                                Tensor.of("w", new float[] {1, 2, 3, 4}, 2, 2),
                                Tensor.of("empty", new float[0], 0, 3),
                                Tensor.of("scalar", new float[] {5})))
                .write(file);
        good = Files.readAllBytes(file);
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 1000, seed = "1")
    void changedBytes(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1000) Integer> places,
            @ForAll @Size(8) List<Byte> values)
            throws IOException {
        byte[] bytes = good.clone();
        for (int i = 0; i < places.size(); i++) {
            bytes[places.get(i) % bytes.length] = values.get(i);
        }
        assertHarmless(bytes);
    }

    @Property(tries = 600, seed = "1")
    void changedHeader(
            @ForAll @IntRange(max = 1000) int from,
            @ForAll @IntRange(max = 12) int length,
            @ForAll @Size(max = 3) List<@IntRange(max = 24) Integer> tokens)
            throws IOException {
        int headerLength = good[0] & 0xff | (good[1] & 0xff) << 8;
        String header = new String(good, 8, headerLength, StandardCharsets.UTF_8);
        int begin = from % header.length();
        StringBuilder changed = new StringBuilder(header.substring(0, begin));
        tokens.forEach(token -> changed.append(TOKENS[token]));
        changed.append(header.substring(Math.min(header.length(), begin + length)));
        byte[] utf8 = changed.toString().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[good.length - headerLength + utf8.length];
        bytes[0] = (byte) utf8.length;
        bytes[1] = (byte) (utf8.length >> 8);
        System.arraycopy(utf8, 0, bytes, 8, utf8.length);
        System.arraycopy(good, 8 + headerLength, bytes, 8 + utf8.length, good.length - 8 - headerLength);
        assertHarmless(bytes);
    }

    @Property(tries = 250, seed = "1")
    void cutAndLengthened(
            @ForAll @IntRange(max = 1000) int from,
            @ForAll @IntRange(max = 1000) int to,
            @ForAll @IntRange(max = 64) int more)
            throws IOException {
        byte[] part = Arrays.copyOfRange(good, from % good.length, Math.max(from % good.length, to % good.length));
        assertHarmless(Arrays.copyOf(part, part.length + more));
    }

    @Property(tries = 250, seed = "1")
    void anyBytes(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        assertHarmless(bytes);
    }

    private static void assertHarmless(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            SafeTensors read = SafeTensors.read(file);
            assertTrue(read.tensors().stream().allMatch(tensor -> tensor.values().length <= bytes.length / 4));
        } catch (ModelFormatException e) {
            assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
        }
    }
}
