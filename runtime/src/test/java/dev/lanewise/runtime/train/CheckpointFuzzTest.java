package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.file.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training goes on from any checkpoint, or one exception names the file. Jazzer plays the kept inputs again; {@code JAZZER_FUZZ=1}
 * looks for others.
 */
@Tag("fuzz")
class CheckpointFuzzTest {

    private static final List<Example<String>> TRAIN = TinyTagger.examples(1, 3);

    @TempDir
    static Path folder;

    private static Path file;
    private static byte[] settings;
    private static byte[] numbers;

    private static Trainer<String, TinyTagger> trainer() {
        return TinyTagger.trainer()
                .epochs(3)
                .batchSize(2)
                .averageWeights(0.9f)
                .development(TRAIN)
                .checkpoint(folder, Every.epochs(2));
    }

    /** Takes a good checkpoint apart: up to the last setting, the rest of the header, numbers. */
    @BeforeAll
    static void train() throws IOException {
        file = folder.resolve("checkpoint.safetensors");
        trainer().fit(TRAIN);
        byte[] good = Files.readAllBytes(file);
        int headerEnd = Long.BYTES
                + (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        String header = new String(good, Long.BYTES, headerEnd - Long.BYTES, StandardCharsets.UTF_8);
        settings = header.substring(0, header.indexOf("\"epoch\"")).getBytes(StandardCharsets.UTF_8);
        numbers = Arrays.copyOfRange(good, headerEnd, good.length);
    }

    /** A header whose settings are right goes on in any way. */
    @FuzzTest(maxDuration = "10m")
    void anyState(byte[] rest) throws IOException {
        int header = settings.length + rest.length;
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + header + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(
                file, bytes.putLong(header).put(settings).put(rest).put(numbers).array());
        try {
            trainer().fit(TRAIN);
        } catch (ModelFormatException e) {
            if (!e.getMessage().startsWith(file + ": ")) {
                throw new AssertionError(e);
            }
        } catch (TrainingException e) {
            // Numbers that a training cannot go on with.
            assertFalse(e.getMessage().isBlank());
        }
    }
}
