package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.file.json.Json;
import dev.lanewise.runtime.model.Init;
import dev.lanewise.runtime.model.ModelSpec;
import dev.lanewise.runtime.model.ParameterSpec;
import dev.lanewise.runtime.model.ParameterSpec.Rows;
import dev.lanewise.runtime.model.TagScheme;
import dev.lanewise.runtime.model.TagSet;
import dev.lanewise.runtime.model.TaggerType;
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

/** What it takes to read a model file, garbage included: nothing but the model, and less than the file where it is refused. */
final class ModelMemoryTest {

    private static final int WORDS = 200_000;
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
        return file(words, rows, tags, 2, last);
    }

    private Path file(List<String> words, int rows, String tags, int rowsOfTags, float last) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("lanewise.format", "1");
        texts.put("lanewise.vocabulary.word_embeddings", Json.writeStrings(words));
        texts.put("lanewise.tags", tags);
        Path file = folder.resolve("m");
        SafeTensors.of(texts, tensors(rows, rowsOfTags, last)).write(file);
        return file;
    }

    private static List<Tensor> tensors(int rows, int tags, float last) {
        float[] bias = numbers(tags);
        bias[tags - 1] = last;
        return List.of(
                Tensor.of(TinyTagger.TABLE, numbers(4 * rows), rows, 4),
                Tensor.of(TinyTagger.WEIGHT, numbers(4 * tags), tags, 4),
                Tensor.of(TinyTagger.BIAS, bias, tags));
    }

    private static String tags(int count) {
        return Json.writeStrings(
                IntStream.range(0, count).mapToObj(i -> "t" + i).toList());
    }

    private static void assertRefused(Path file, String problem) throws IOException {
        assertRefused(TinyTagger.TYPE, file, problem);
    }

    private static void assertRefused(TaggerType<?, ?> type, Path file, String problem) throws IOException {
        List<ModelFormatException> thrown = new ArrayList<>();
        long allocated =
                Allocated.bytes(() -> thrown.add(assertThrows(ModelFormatException.class, () -> type.load(file))));
        String message = String.valueOf(thrown.get(0).getMessage());
        assertTrue(message.startsWith(file + ": ") && message.contains(problem), message);
        assertTrue(message.length() < 2500, message);
        long most = Files.size(file) + CONSTANT;
        assertTrue(allocated < most, () -> allocated + " bytes of " + most + ": " + message);
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
    void aTableThatIsNoModelsIsRefusedBeforeAnyIsMade() throws IOException {
        assertRefused(file(VOCABULARY, WORDS, tags(2), 1), "has the shape [200000, 4], but");
        assertRefused(file(VOCABULARY, 2, tags(2), 1), "has the shape [2, 4], but");
        assertRefused(file(VOCABULARY, WORDS + 1, tags(WORDS), 1), "needs [200000, 4]");
        assertRefused(file(VOCABULARY, WORDS + 1, tags(2), Float.NaN), "(@Linear of Tiny) holds NaN as value number 2");
    }

    @Test
    void aVocabularyThatIsNoneIsRefusedBeforeItIsMade() throws IOException {
        List<String> twice = new ArrayList<>(VOCABULARY);
        twice.set(0, twice.get(WORDS - 1));
        assertRefused(file(twice, WORDS + 1, tags(2), 1), "word199999\" stands twice");
        twice.set(0, "");
        assertRefused(file(twice, WORDS + 1, tags(2), 1), "entry 0 is empty");
        assertRefused(file(VOCABULARY, WORDS + 1, "[\"t\",\"t\"]", 1), "stands twice");
    }

    @Test
    void longTextsThatAreNotWantedAreNotKept() throws IOException {
        String longText = "long ".repeat(4_000_000);
        for (String key : List.of("format", "declaration", "fingerprint", "learned.word_embeddings")) {
            Map<String, String> texts = new LinkedHashMap<>(Map.of("lanewise." + key, longText));
            texts.putIfAbsent("lanewise.format", "1");
            texts.put("lanewise.vocabulary.word_embeddings", "[\"a\"]");
            texts.putIfAbsent("lanewise.fingerprint", "other");
            texts.put("lanewise.tags", "[\"t\",\"u\"]");
            Path file = folder.resolve("m");
            SafeTensors.of(texts, tensors(2, 2, 1)).write(file);
            assertRefused(TinyTagger.TYPE, file, "");
        }
    }

    /** The head refuses them, and so nothing is made for the other parts of the model either. */
    @Test
    void tagsThatAreOthersAreRefusedBeforeAnythingIsMade() throws IOException {
        Path file = file(VOCABULARY, WORDS + 1, tags(2), 1);
        assertRefused(type(TagSet.learned(TagScheme.BIO)), file, "@Linear: the tag t0 is none of BIO");
        assertRefused(type(TagSet.of(Tag.class)), file, "@Linear: the tags are [t0, t1], but the enum has");
        Path many = file(VOCABULARY, WORDS + 1, tags(WORDS), WORDS, 1);
        assertRefused(type(TagSet.of(Tag.class)), many, "the tags are [t0, t1, t2], but the enum has [X, Y]");
    }

    private enum Tag {
        X,
        Y
    }

    /** The same tagger with other tags. */
    @SuppressWarnings("unchecked")
    private static TaggerType<String, TinyTagger> type(TagSet<?> tags) {
        return new TaggerType<>(TinyTagger.TYPE.spec(), (TagSet<String>) tags, TinyTagger.TYPE.maker());
    }

    /** Where words take less than the file has, the vocabulary is made before the rest is checked. */
    @Test
    void aShortVocabularyInALargeFileIsCheckedToo() throws IOException {
        int columns = 1 << 19;
        ModelSpec spec = TinyTagger.TYPE.spec();
        List<ParameterSpec> parameters = new ArrayList<>(spec.parameters());
        parameters.add(new ParameterSpec("lstm", "@Lstm", 1, Rows.FIXED, columns, 0, columns, Init.normal()));
        ModelSpec larger = new ModelSpec(spec.name(), spec.declaration(), spec.features(), spec.layers(), parameters);
        TaggerType<String, TinyTagger> type = new TaggerType<>(larger, TagSet.learned(), TinyTagger.TYPE.maker());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("lanewise.format", "1");
        texts.put("lanewise.tags", tags(2));
        List<Tensor> tensors = new ArrayList<>(tensors(3, 2, 1));
        tensors.add(Tensor.of("lstm", numbers(columns), 1, columns));
        Path file = folder.resolve("m");
        String vocabulary = "lanewise.vocabulary.word_embeddings";
        for (String words : List.of("['a','b']", "['a','a']", "['a','']", "['a']", "['a',1]")) {
            texts.put(vocabulary, words.replace('\'', '"'));
            SafeTensors.of(texts, tensors).write(file);
            if (words.contains("b")) {
                assertEquals(
                        3,
                        type.load(file)
                                .core
                                .vocabularies()
                                .get("word_embeddings")
                                .size());
            } else {
                assertRefused(type, file, words.equals("['a']") ? "needs [2, 4]" : "its metadata " + vocabulary);
            }
        }
        texts.put("lanewise.learned.word_embeddings", "7");
        texts.put(vocabulary, "[\"a\",\"b\"]");
        SafeTensors.of(texts, tensors).write(file);
        assertRefused(type, file, "7 of 3 entries cannot be learned");
    }
}
