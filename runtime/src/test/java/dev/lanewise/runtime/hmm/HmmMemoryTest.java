package dev.lanewise.runtime.hmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.file.json.Json;
import dev.lanewise.runtime.testing.Allocated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it takes to refuse the file of a hidden Markov model, garbage included: no more than the file and a constant. */
final class HmmMemoryTest {

    private static final int WORDS = 200_000;
    private static final long CONSTANT = 4 << 20;

    @TempDir
    private Path folder;

    /** Each word occurred once, with the only tag; the words were sentences of one word. */
    private Path file(int last, int sentences) {
        float[] emissions = new float[3 * WORDS];
        for (int word = 0; word < WORDS; word++) {
            emissions[3 * word] = word + 1;
            emissions[3 * word + 2] = 1;
        }
        emissions[3 * WORDS - 1] = last;
        float[] transitions = {0, 1, 1, sentences, 1, 0, 1, sentences, 1, 1, 0, sentences};
        Path file = folder.resolve("m");
        SafeTensors.of(
                        Map.of(
                                "lanewise.format",
                                "1",
                                "lanewise.tags",
                                "[\"A\"]",
                                "lanewise.vocabulary.hmm",
                                Json.writeStrings(IntStream.range(0, WORDS)
                                        .mapToObj(i -> Integer.toString(i, 36))
                                        .toList())),
                        List.of(
                                Tensor.of("hmm.transitions", transitions, 3, 4),
                                Tensor.of("hmm.emissions", emissions, WORDS, 3)))
                .write(file);
        return file;
    }

    private static void assertRefused(Path file, String problem) throws IOException {
        List<ModelFormatException> thrown = new ArrayList<>();
        long allocated = Allocated.bytes(
                () -> thrown.add(assertThrows(ModelFormatException.class, () -> TinyHmm.TYPE.load(file))));
        String message = String.valueOf(thrown.get(0).getMessage());
        assertTrue(message.contains(problem), message);
        long most = Files.size(file) + CONSTANT;
        assertTrue(allocated < most, () -> allocated + " bytes of " + most + ": " + message);
    }

    @Test
    void theGoodFileIsGood() {
        assertEquals(
                WORDS + 1,
                TinyHmm.TYPE
                        .load(file(1, WORDS))
                        .info()
                        .vocabularies()
                        .get("hmm")
                        .size());
    }

    @Test
    void badCountsAreRefusedBeforeAnythingIsMade() throws IOException {
        assertRefused(file(0, WORDS), "hmm.emissions is damaged: row 199999 holds 0.0");
        assertRefused(file(2, WORDS), "count tag 0 differently");
    }
}
