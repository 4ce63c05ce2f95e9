package dev.lanewise.runtime.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any file is one of word vectors, as text or in binary, packed or not, or a {@link CorpusException}. Jazzer plays the kept inputs
 * again; {@code JAZZER_FUZZ=1} looks for others.
 */
@Tag("fuzz")
class VectorsFuzzTest {

    @TempDir
    static Path folder;

    private static Path file;

    @BeforeAll
    static void name() {
        file = folder.resolve("v");
    }

    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            Vectors vectors = Vectors.read(file);
            vectors.copy(vectors.words().get(0), new float[vectors.dim()], 0);
        } catch (CorpusException e) {
            if (!e.getMessage().startsWith(file + ":" + e.line() + ": ")) {
                throw new AssertionError(e);
            }
        }
    }
}
