package dev.lanewise.runtime.hmm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.lanewise.runtime.file.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any file is a hidden Markov model, or one {@link ModelFormatException} that begins with its name. Jazzer plays the kept inputs
 * again; {@code JAZZER_FUZZ=1} looks for others.
 */
@Tag("fuzz")
class HmmFuzzTest {

    /** Texts and the numbers of rows of a good file. */
    private static final String HEADER = "{\"__metadata__\":{\"lanewise.format\":\"1\","
            + "\"lanewise.vocabulary.hmm\":\"[\\\"a\\\",\\\"b\\\",\\\"Ca\\\"]\",\"lanewise.tags\":\"[\\\"A\\\",\\\"B\\\"]\"},"
            + "\"hmm.transitions\":{\"dtype\":\"F32\",\"shape\":[%1$d,4],\"data_offsets\":[0,%2$d]},"
            + "\"hmm.emissions\":{\"dtype\":\"F32\",\"shape\":[%3$d,3],\"data_offsets\":[%2$d,%4$d]}}";

    @TempDir
    static Path folder;

    private static Path file;
    private static byte[] numbers;

    @BeforeAll
    static void saveGoodFile() throws IOException {
        file = folder.resolve("m");
        TinyHmm.trained().save(file);
        ByteBuffer good = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        numbers = new byte[good.capacity() - Long.BYTES - (int) good.getLong(0)];
        good.position(good.capacity() - numbers.length).get(numbers);
    }

    /** The length of the header is right, and the numbers are good ones. */
    @FuzzTest(maxDuration = "10m")
    void anyHeader(byte[] header) throws IOException {
        assertHarmless(header, numbers);
    }

    /** Good texts with counts of all kinds: the first byte is the number of transitions, every other one a number. */
    @FuzzTest(maxDuration = "10m")
    void anyCounts(byte[] counts) throws IOException {
        if (counts.length == 0) {
            return;
        }
        int transitions = Math.min(counts[0] & 0xFF, (counts.length - 1) / 4);
        int emissions = (counts.length - 1 - 4 * transitions) / 3;
        int all = 4 * transitions + 3 * emissions;
        ByteBuffer data = ByteBuffer.allocate(Float.BYTES * all).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 1; i <= all; i++) {
            data.putFloat(counts[i]);
        }
        String header = HEADER.formatted(transitions, 16 * transitions, emissions, data.capacity());
        assertHarmless(header.getBytes(StandardCharsets.UTF_8), data.array());
    }

    private static void assertHarmless(byte[] header, byte[] data) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(header.length).put(header).put(data).array());
        try {
            TinyHmm.TYPE.load(file).info();
        } catch (ModelFormatException e) {
            if (!e.getMessage().startsWith(file + ": ")) {
                throw new AssertionError(e);
            }
        }
    }
}
