package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.UnknownWordException;
import dev.lanewise.runtime.model.TaggerCore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model that takes what it computes of single words from its cache gives the bits of one that computes it anew. */
final class WordCacheTest {

    private static final long NONE = 0;
    private static final long EIGHT_WORDS = 1;
    private static final long ALL_WORDS = 1 << 20;

    private static final Source<TextTagger<Object>> BOTH_WAYS = Source.learned(
            "BothWays",
            "@Embedding(dim = 5) @CharLstm(embedding = 3, hidden = 4) @Lstm(hidden = 9, layers = 2, bidirectional = true) @Linear");
    private static final Source<TextTagger<Object>> ONE_WAY =
            Source.learned("OneWay", "@Embedding(dim = 5, unknown = false) @Lstm(hidden = 40) @Linear");

    private static final Source<TextTagger<Object>> GATED = Source.learned(
            "Gated", "@CharCnn(embedding = 3, filters = 4) @Gru(hidden = 9, layers = 2, bidirectional = true) @Linear");

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, BOTH_WAYS, ONE_WAY, GATED);
    }

    @ParameterizedTest
    @EnumSource(Twin.class)
    void scoresAreEqualToTheBit(Twin twin) {
        for (Source<TextTagger<Object>> source : List.of(BOTH_WAYS, ONE_WAY, GATED)) {
            TaggerCore<Object> core = core(source, twin);
            TaggerCore<Object> without = core.withWordCache(NONE);
            TaggerCore<Object> small = core.withWordCache(EIGHT_WORDS);
            TaggerCore<Object> large = core.withWordCache(ALL_WORDS);
            for (List<String> words : Sentences.many(1, 60)) {
                Sequence sentence = Sequence.of(words);
                float[][] scores = without.scores(sentence);
                assertArrayEquals(scores, small.scores(sentence));
                assertArrayEquals(scores, large.scores(sentence));
            }
            List<Sequence> all = sentences();
            assertEquals(without.taggings(all), small.taggings(all));
            assertEquals(without.taggings(all), large.taggings(all));
        }
    }

    @Test
    void threadsShareACacheThatIsTooSmall() throws Exception {
        TaggerCore<Object> core = core(BOTH_WAYS, Twin.VECTOR);
        TaggerCore<Object> small = core.withWordCache(EIGHT_WORDS);
        List<List<Object>> expected = core.withWordCache(NONE).tagAll(sentences());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<List<Object>>>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tasks.add(() -> sentences().stream().map(small::tag).toList());
            }
            for (Future<List<List<Object>>> result : threads.invokeAll(tasks)) {
                assertEquals(expected, result.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anUnknownWordIsNamedAsWithoutACache() {
        TaggerCore<Object> core = core(ONE_WAY, Twin.SCALAR);
        List<String> words = List.of(Sentences.many(1, 1).get(0).get(0), "unheard-of");
        assertEquals(messageOf(core.withWordCache(NONE), words), messageOf(core, words));
    }

    @Test
    void aNegativeSizeIsRefused() {
        TaggerCore<Object> core = core(ONE_WAY, Twin.SCALAR);
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> core.withWordCache(-1));
        assertTrue(thrown.getMessage().contains("at least 0"));
    }

    private static String messageOf(TaggerCore<Object> core, List<String> words) {
        return assertThrows(UnknownWordException.class, () -> core.tag(Sequence.of(words)))
                .getMessage();
    }

    private static List<Sequence> sentences() {
        return Sentences.many(1, 60).stream().map(Sequence::of).toList();
    }

    private static TaggerCore<Object> core(Source<TextTagger<Object>> source, Twin twin) {
        Model<TextTagger<Object>> model = compiled.model(source, twin);
        return model.core(
                model.<Object>trainer().epochs(2).fit(Sentences.tagged(Sentences.many(1, 60), model.tags(3))));
    }
}
