package dev.lanewise.runtime.train;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it takes to read a model file, garbage included: nothing but the model, and next to nothing where it is refused. */
final class ModelMemoryTest {

    private static final int WORDS = 50_000;
    private static final List<String> VOCABULARY =
            IntStream.range(0, WORDS).mapToObj(i -> "word" + i).toList();

    /** Of a word in a vocabulary: the text, its places in tables, and what is copied on the way. */
    private static final long BYTES_OF_A_WORD = 160;

    private static final long CONSTANT = 4 << 20;

    @TempDir
    private Path folder;

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i % 7;
        }
        return numbers;
    }

    private Path file(List<String> words, int rows, String tags, float last) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("lanewise.format", "1");
        texts.put("lanewise.vocabulary.word_embeddings", Json.writeStrings(words));
        texts.put("lanewise.tags", tags);
        float[] bias = {1, last};
        List<Tensor> tensors = List.of(
                Tensor.of(TinyTagger.TABLE, numbers(4 * rows), rows, 4),
                Tensor.of(TinyTagger.WEIGHT, numbers(8), 2, 4),
                Tensor.of(TinyTagger.BIAS, bias, 2));
        Path file = folder.resolve("m");
        SafeTensors.of(texts, tensors).write(file);
        return file;
    }

    private static String tags(int count) {
        return Json.writeStrings(
                IntStream.range(0, count).mapToObj(i -> "t" + i).toList());
    }

    private static void assertRefused(Path file, String problem, long most) {
        List<ModelFormatException> thrown = new ArrayList<>();
        long allocated = Allocated.bytes(
                () -> thrown.add(assertThrows(ModelFormatException.class, () -> TinyTagger.TYPE.load(file))));
        String message = String.valueOf(thrown.get(0).getMessage());
        assertTrue(message.startsWith(file + ": ") && message.contains(problem), message);
        assertTrue(message.length() < 1000, message);
        assertTrue(allocated < most, () -> allocated + " bytes: " + message);
    }

    @Test
    void aModelTakesItsTablesAndItsVocabulary() throws IOException {
        Path file = file(VOCABULARY, WORDS + 1, tags(2), 1);
        TinyTagger.TYPE.load(file);
        List<TinyTagger> loaded = new ArrayList<>();
        long allocated = Allocated.bytes(() -> loaded.add(TinyTagger.TYPE.load(file)));
        long model = 16L * (WORDS + 1) + BYTES_OF_A_WORD * WORDS;
        assertTrue(allocated < model + CONSTANT, () -> allocated + " bytes for a model of " + model);
        assertEquals(
                WORDS + 1,
                loaded.get(0).core.vocabularies().get("word_embeddings").size());
        loaded.get(0).core.save(folder.resolve("again"));
        SafeTensors again = SafeTensors.read(folder.resolve("again"));
        assertEquals(SafeTensors.read(file).tensors(), again.tensors());
        assertTrue(Files.size(folder.resolve("again")) > Files.size(file));
    }

    @Test
    void aTableThatIsNoModelsIsRefusedBeforeAnyIsMade() {
        assertRefused(file(VOCABULARY, WORDS, tags(2), 1), "has the shape [50000, 4], but", CONSTANT);
        assertRefused(file(VOCABULARY, 2, tags(2), 1), "has the shape [2, 4], but", CONSTANT);
        assertRefused(file(VOCABULARY, WORDS + 1, tags(WORDS), 1), "needs [50000, 4]", CONSTANT);
        assertRefused(
                file(VOCABULARY, WORDS + 1, tags(2), Float.NaN),
                "(@Linear of Tiny) holds NaN as value number 2",
                CONSTANT);
    }

    @Test
    void aVocabularyThatIsNoneTakesNoMoreThanItself() {
        List<String> twice = new ArrayList<>(VOCABULARY);
        twice.set(0, twice.get(WORDS - 1));
        assertRefused(
                file(twice, WORDS + 1, tags(2), 1), "word49999\" stands twice", BYTES_OF_A_WORD * WORDS + CONSTANT);
        assertRefused(
                file(VOCABULARY, WORDS + 1, "[\"t\",\"t\"]", 1), "stands twice", BYTES_OF_A_WORD * WORDS + CONSTANT);
    }
}
