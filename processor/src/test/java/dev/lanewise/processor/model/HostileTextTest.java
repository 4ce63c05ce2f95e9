package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text as nobody would write it is trained on and tagged: each word gets a tag, the same one alone and among others. */
final class HostileTextTest {

    private static final Source<TextTagger<Object>> SOURCE = Source.learned(
            "Hostile",
            "@Embedding(dim = 5) @Affix(dim = 3) @Shape(dim = 3) @CharLstm(embedding = 3, hidden = 4)"
                    + " @CharCnn(embedding = 3, filters = 4) @Lstm(hidden = 9, bidirectional = true) @Linear @Crf");

    private static final String LONG_WORD = "ä😀x".repeat(25_000);
    private static final List<String> WORDS = List.of(
            "\uFEFFmark",
            "line\r",
            "a\u0000b",
            "\u0000",
            "e\u0301\u0327\u0323",
            "👩‍👩‍👧‍👦🏽",
            "שלום",
            "\u202Eمرحبا",
            "two words",
            " ",
            "_",
            "\t",
            "\u2028",
            "�");

    @TempDir
    static Path directory;

    private static Model<TextTagger<Object>> type;
    private static TextTagger<Object> model;

    /** Bytes are counted in the scalar twin: vectors are objects until the JIT has compiled what uses them. */
    private static Model<TextTagger<Object>> counted;

    private static TextTagger<Object> countedModel;

    @BeforeAll
    static void train() {
        Compiled compiled = Compiled.into(directory, SOURCE);
        type = compiled.model(SOURCE, Twin.VECTOR);
        counted = compiled.model(SOURCE, Twin.SCALAR);
        List<Example<Object>> examples =
                new ArrayList<>(Sentences.tagged(Sentences.many(3, 20), List.copyOf(Sentences.names(4))));
        examples.add(tagged(WORDS));
        examples.add(tagged(List.of(LONG_WORD, "end")));
        model = type.<Object>trainer().epochs(2).fit(examples);
        countedModel = counted.<Object>trainer().epochs(2).fit(examples);
    }

    private static Example<Object> tagged(List<String> words) {
        return Example.of(words, Collections.nCopies(words.size(), "t0"));
    }

    @Test
    void everyWordHasATag() {
        for (String word : WORDS) {
            assertEquals(1, model.tag(List.of(word)).size(), word);
        }
        assertEquals(WORDS.size(), model.tag(WORDS).size());
        assertEquals(List.of(), model.tagAll(List.of()));
        assertEquals(List.of(), model.tag(List.of()));
        List<String> unseen = Sentences.many(99, 30).get(5);
        assertEquals(unseen.size(), model.tag(unseen).size());
    }

    @Test
    void halvesOfSurrogatePairsAreTaggedButNotLearned() {
        List<String> halves = List.of("\uD83D", "a\uDE00\uD83D");
        assertEquals(2, model.tag(halves).size());
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> type.<Object>trainer().epochs(1).fit(List.of(tagged(halves))))
                .getMessage();
        assertTrue(message.startsWith("half a surrogate pair (U+D83D) at char 0"), message);
    }

    @Test
    void taggingsDoNotDependOnWhatStandsBeside() {
        List<List<String>> sentences = new ArrayList<>();
        WORDS.forEach(word -> sentences.add(List.of(word, word)));
        sentences.add(List.of());
        sentences.add(List.of(LONG_WORD));
        sentences.addAll(Sentences.many(7, 40));
        List<List<Object>> alone = sentences.stream().map(model::tag).toList();
        assertEquals(alone, model.tagAll(sentences));
    }

    @Test
    void aSentenceOfManyWordsIsTagged() {
        List<String> words = new ArrayList<>();
        while (words.size() < 100_000) {
            words.addAll(WORDS);
        }
        assertEquals(words.size(), model.tag(words).size());
    }

    @Test
    void aLongWordTakesNoMoreBesideOthersThanAlone() {
        List<String> shorts = Collections.nCopies(31, "short");
        List<String> words = new ArrayList<>(shorts);
        words.add(LONG_WORD + "y");
        List<String> alone = List.of(LONG_WORD + "z");
        long ofOne = allocated(alone);
        long ofAll = allocated(words);
        assertTrue(ofAll < ofOne + ofOne / 4, () -> "bytes alone: " + ofOne + ", beside 31 short words: " + ofAll);
    }

    @Test
    void aLongWordTakesNoMoreThanOneOfTheMostCharactersThatAreRead() {
        String end = "ä😀x".repeat(200);
        long ofMost = allocated(List.of("y".repeat(424) + end));
        long ofLong = allocated(List.of("y".repeat(1_000_000) + end));
        assertTrue(ofLong < ofMost + ofMost / 4, () -> "1,024 characters: " + ofMost + ", a million: " + ofLong);
    }

    @Test
    void manyLongWordsTakeNoMoreThanSome() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 320; i++) {
            many.add("ab".repeat(512 + i) + i);
        }
        long ofSome = allocated(many.subList(0, 64));
        long ofMany = allocated(many);
        assertTrue(ofMany < 2 * ofSome, () -> "64 words: " + ofSome + ", 320 words: " + ofMany);
        List<List<Object>> alone =
                many.stream().map(word -> model.tag(List.of(word))).toList();
        assertEquals(alone, model.tagAll(many.stream().map(List::of).toList()));
        assertArrayEquals(model.scores(many), type.withWordCache(model, 0).scores(many));
    }

    @Test
    void ofALongWordTheEndsAreRead() {
        String start = "😀ax".repeat(200);
        String end = "xaä".repeat(200);
        float[][] expected = model.scores(List.of(start + "axx" + end, "x"));
        assertArrayEquals(expected, model.scores(List.of(start + "xax".repeat(10_000) + end, "x")));
        String other = end.substring(0, 590) + "a" + end.substring(591);
        assertFalse(Arrays.equals(expected[0], model.scores(List.of(start + "axx" + other, "x"))[0]));
    }

    @Test
    void longWordsAreTrainedOnAsTheyAreTagged() {
        String start = "ab".repeat(256);
        String end = "cd".repeat(256);
        List<float[][]> scores = new ArrayList<>();
        for (String middle : List.of("", "a", "ca".repeat(20_000))) {
            TextTagger<Object> trained = type.<Object>trainer()
                    .epochs(3)
                    .fit(List.of(tagged(List.of(start + middle + end, "a")), tagged(List.of("b", start + "cc" + end))));
            scores.add(trained.scores(List.of(start + middle + end, "ab", start + "dd" + end)));
        }
        assertArrayEquals(scores.get(0), scores.get(1));
        assertArrayEquals(scores.get(0), scores.get(2));
    }

    private static long allocated(List<String> words) {
        TextTagger<Object> fresh = counted.withWordCache(countedModel, 0);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(words.size(), fresh.tag(words).size());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
