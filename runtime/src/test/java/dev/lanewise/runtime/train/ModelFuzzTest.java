package dev.lanewise.runtime.train;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.lanewise.runtime.file.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any file is a model, or one {@link ModelFormatException} that begins with its name. Jazzer plays the kept inputs again;
 * {@code JAZZER_FUZZ=1} looks for others.
 */
@Tag("fuzz")
class ModelFuzzTest {

    @TempDir
    static Path folder;

    private static Path file;

    @BeforeAll
    static void name() {
        file = folder.resolve("m");
    }

    @FuzzTest(maxDuration = "10m")
    void anyFile(byte[] bytes) throws IOException {
        assertHarmless(bytes);
    }

    /** The length of the header is right, so that what stands in it is met more often. */
    @FuzzTest(maxDuration = "10m")
    void anyHeader(byte[] header) throws IOException {
        int numbers = 40 * Float.BYTES;
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + header.length + numbers).order(ByteOrder.LITTLE_ENDIAN);
        assertHarmless(bytes.putLong(header.length).put(header).array());
    }

    private static void assertHarmless(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            TinyTagger.TYPE.load(file);
        } catch (ModelFormatException e) {
            if (!e.getMessage().startsWith(file + ": ")) {
                throw new AssertionError(e);
            }
        }
    }
}
