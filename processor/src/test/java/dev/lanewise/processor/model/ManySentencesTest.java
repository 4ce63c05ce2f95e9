package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.SentenceException;
import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.UnknownWordException;
import dev.lanewise.runtime.model.TaggerCore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many sentences at once, in every form, get the bits that each of them gets alone. */
final class ManySentencesTest {

    private static final String LAYERS =
            "@Embedding(dim = 5) @CharLstm(embedding = 3, hidden = 4) @Lstm(hidden = 9, bidirectional = true) @Linear";
    private static final Source<ManyTagger<String>> TAGGER = Source.many("Many", "@Tagger " + LAYERS);
    private static final Source<ManyTagger<String>> CHAIN = Source.many("ManyChained", "@Tagger " + LAYERS + " @Crf");
    private static final Source<ManyTagger<String>> COUNTS = Source.many("ManyCounted", "@Tagger @Hmm");
    private static final Source<ManyTagger<String>> KNOWN =
            Source.many("ManyKnown", "@Tagger @Embedding(dim = 4, unknown = false) @Lstm(hidden = 4) @Linear");
    private static final Source<ManyOtherwiseTagger<String>> OTHERWISE =
            Source.manyOtherwise("ManyOtherwise", "@Tagger " + LAYERS);

    private static final List<List<String>> SENTENCES = sentences();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, TAGGER, CHAIN, COUNTS, KNOWN, OTHERWISE);
    }

    /** 200 sentences, one of them empty and one longer than a window of 7 may be. */
    private static List<List<String>> sentences() {
        List<List<String>> sentences = new ArrayList<>(Sentences.many(1, 198));
        sentences.add(50, List.of());
        sentences.add(100, Sentences.of(2, 300).get(0));
        return sentences;
    }

    private static <I> I fitted(Source<I> source, Twin twin) {
        Model<I> model = compiled.model(source, twin);
        return model.<String>trainer().epochs(1).fit(Sentences.tagged(Sentences.many(1, 60), Sentences.names(3)));
    }

    private static TaggerCore<String> core(Source<ManyTagger<String>> source, Twin twin) {
        return compiled.model(source, twin).core(fitted(source, twin));
    }

    @ParameterizedTest
    @CsvSource({"1,1024", "1,1", "1,7", "2,7", "2,1024", "3,64", "8,1024"})
    void windowsAndThreadsChangeNoBit(int threads, int window) {
        for (Source<ManyTagger<String>> source : List.of(TAGGER, CHAIN)) {
            TaggerCore<String> core = core(source, Twin.VECTOR).withWordCache(0);
            List<Tagging<String>> expected = SENTENCES.stream()
                    .map(words -> core.tagging(Sequence.of(words)))
                    .toList();
            for (long bytes : new long[] {0, 1, 1 << 20}) {
                TaggerCore<String> many =
                        core.withWordCache(bytes).withThreads(threads).withWindow(window);
                assertEquals(expected, many.allTaggings().list(SENTENCES, Sequence::of));
                assertEquals(
                        expected,
                        many.allTaggings().stream(SENTENCES.stream(), Sequence::of)
                                .toList());
                assertEquals(
                        expected.stream().map(Tagging::tags).toList(),
                        many.allTags().list(SENTENCES, Sequence::of));
            }
        }
    }

    @Test
    void theScalarTwinsThreadsGiveTheSame() {
        assertEquals(
                core(TAGGER, Twin.VECTOR).allTaggings().list(SENTENCES, Sequence::of),
                core(TAGGER, Twin.SCALAR).withThreads(3).allTaggings().list(SENTENCES, Sequence::of));
    }

    @Test
    void everyFormOfTheInterfaceGivesTheSame() {
        for (Source<ManyTagger<String>> source : List.of(TAGGER, CHAIN)) {
            check(fitted(source, Twin.VECTOR));
        }
        Model<ManyTagger<String>> counts = compiled.model(COUNTS, Twin.VECTOR);
        check(counts.<String>hmmTrainer().fit(Sentences.tagged(Sentences.many(1, 60), Sentences.names(3))));
        ManyOtherwiseTagger<String> otherwise = fitted(OTHERWISE, Twin.VECTOR);
        List<Tagging<String>> expected = otherwise.tagAll(SENTENCES);
        assertEquals(expected, listed(otherwise.tagAll((Iterable<List<String>>) SENTENCES)));
        assertEquals(
                expected.stream().map(Tagging::tags).toList(),
                otherwise.tagAll(SENTENCES.stream()).toList());
    }

    private static void check(ManyTagger<String> tagger) {
        List<Tagging<String>> expected = SENTENCES.stream().map(tagger::tag).toList();
        List<List<String>> tags = expected.stream().map(Tagging::tags).toList();
        assertEquals(tags, tagger.tagAll(SENTENCES));
        assertEquals(expected, tagger.tagAll(SENTENCES.stream()).toList());
        Iterable<List<String>> iterable = tagger.tagAll((Iterable<List<String>>) SENTENCES);
        assertEquals(tags, listed(iterable));
        assertEquals(tags, listed(iterable), "each iteration begins anew");
    }

    private static <R> List<R> listed(Iterable<R> results) {
        return StreamSupport.stream(results.spliterator(), false).toList();
    }

    @Test
    void generatedModelsTakeThreadsAndWindows() {
        for (Source<ManyTagger<String>> source : List.of(TAGGER, COUNTS)) {
            Model<ManyTagger<String>> model = compiled.model(source, Twin.VECTOR);
            ManyTagger<String> one = source == COUNTS
                    ? model.<String>hmmTrainer().fit(Sentences.tagged(SENTENCES.subList(0, 40), Sentences.names(3)))
                    : fitted(source, Twin.VECTOR);
            ManyTagger<String> other = model.with(model.with(one, "withThreads", 3), "withWindow", 64);
            assertEquals(one.tagAll(SENTENCES), other.tagAll(SENTENCES));
            for (String setting : List.of("withThreads", "withWindow")) {
                IllegalArgumentException e =
                        assertThrows(IllegalArgumentException.class, () -> model.with(one, setting, 0));
                assertTrue(e.getMessage().contains("at least 1"), e::getMessage);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1024", "2,1024", "2,16"})
    void aSentenceThatCannotBeReadIsNamedAndTheOthersHaveResults(int threads, int window) {
        TaggerCore<String> core = core(KNOWN, Twin.VECTOR).withThreads(threads).withWindow(window);
        List<List<String>> sentences = new ArrayList<>(Sentences.many(1, 60));
        sentences.set(41, List.of(sentences.get(0).get(0), "unheard-of"));
        Exception all =
                assertThrows(SentenceException.class, () -> core.allTags().list(sentences, Sequence::of));
        assertTrue(all.getMessage().startsWith("sentence 41 (counted from 0): unknown word \"unheard-of\""));
        Iterator<List<String>> results =
                core.allTags().iterable(sentences, Sequence::of).iterator();
        for (int i = 0; i < 60; i++) {
            if (i == 41) {
                SentenceException e = assertThrows(SentenceException.class, results::next);
                assertEquals(41, e.sentence());
                assertEquals(UnknownWordException.class, e.getCause().getClass());
            } else {
                assertEquals(core.tag(Sequence.of(sentences.get(i))), results.next());
            }
        }
        assertTrue(!results.hasNext());
    }

    @Test
    void anEmptyStreamIsEmpty() {
        ManyTagger<String> tagger = fitted(TAGGER, Twin.SCALAR);
        assertEquals(List.of(), tagger.tagAll(Stream.<List<String>>of()).toList());
        assertEquals(List.of(), tagger.tagAll(List.<List<String>>of()));
    }
}
