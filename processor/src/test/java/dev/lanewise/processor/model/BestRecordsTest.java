package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.model.TwoHeads.Tags;
import dev.lanewise.processor.model.TwoHeads.Upos;
import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.model.TaggerCore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The n best records of a sentence, and what each head says of them. */
final class BestRecordsTest {

    private static final String ENCODER = "@Embedding(dim = 6) @Lstm(hidden = 7) ";
    private static final Source<TwoHeads> PLAIN = Source.heads(
            "BestPlain", TwoHeads.class, ENCODER + "@Linear(of = \"upos\") @Linear(of = \"xpos\", weight = 0.5f)");
    private static final Source<TwoHeads> CHAINS = Source.heads(
            "BestChains",
            TwoHeads.class,
            ENCODER + "@Linear(of = \"upos\", decoder = Decoder.VITERBI) @Linear(of = \"xpos\") @Crf(of = \"xpos\")");
    private static final List<Tags> TAGS =
            List.of(new Tags(Upos.A, "x"), new Tags(Upos.B, "y"), new Tags(Upos.D, "z"), new Tags(Upos.E, "v"));
    private static final List<List<String>> SENTENCES = Sentences.of(8, 3, 1, 5, 2, 4, 6);
    private static final List<String> WORDS = SENTENCES.get(2);

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, PLAIN, CHAINS);
    }

    private static TwoHeads fit(Source<TwoHeads> source) {
        List<Example<Tags>> examples = new ArrayList<>(Sentences.tagged(SENTENCES, TAGS));
        examples.add(0, Sentences.withAll(TAGS));
        return compiled.model(source, Twin.VECTOR).<Tags>trainer().epochs(3).fit(examples);
    }

    /** Against all pairs of what the heads say by themselves. */
    @Test
    void theBestRecordsAreTheBestPairsOfWhatTheHeadsSay() {
        for (Source<TwoHeads> source : List.of(PLAIN, CHAINS)) {
            TwoHeads tagger = fit(source);
            List<String> words = SENTENCES.get(3);
            TaggerCore<Tags> core = compiled.model(source, Twin.VECTOR).core(tagger);
            List<Tagging<Upos>> upos = core.<Upos>head(0).nBest(Sequence.of(words), 100);
            List<Tagging<String>> xpos = core.<String>head(1).nBest(Sequence.of(words), 100);
            assertEquals(List.of(25, 16), List.of(upos.size(), xpos.size()), "all taggings of two words");
            List<Double> sums = new ArrayList<>();
            upos.forEach(one -> xpos.forEach(other -> sums.add(one.score() + other.score())));
            sums.sort(Comparator.reverseOrder());
            List<Tagging<Tags>> best = tagger.nBest(words, 1000);
            assertEquals(sums, best.stream().map(Tagging::score).toList());
            assertEquals(400, new HashSet<>(best).size());
            assertEquals(
                    1, best.stream().mapToDouble(each -> Math.exp(each.score())).sum(), 1e-5);
            assertEquals(tagger.tag(words), best.get(0));
            assertEquals(best.subList(0, 7), tagger.nBest(words, 7));
        }
    }

    @Test
    void aTaggingOfRecordsHoldsThatOfEachHead() {
        TwoHeads tagger = fit(CHAINS);
        List<Tagging<Tags>> best = tagger.nBest(WORDS, 3);
        assertEquals(tagger.tagXpos(WORDS), best.get(0).head("xpos", String.class));
        assertEquals(
                tagger.tagUpos(WORDS),
                tagger.tag(WORDS).head("upos", Upos.class).tags());
        for (Tagging<Tags> tagging : best) {
            Tagging<Upos> upos = tagging.head("upos", Upos.class);
            Tagging<String> xpos = tagging.head("xpos", String.class);
            assertEquals(List.of("upos", "xpos"), List.copyOf(tagging.heads().keySet()));
            assertEquals(tagging.tags().stream().map(Tags::upos).toList(), upos.tags());
            assertEquals(tagging.tags().stream().map(Tags::xpos).toList(), xpos.tags());
            assertEquals(tagging.score(), upos.score() + xpos.score());
        }
        Tagging<Tags> first = best.get(0);
        assertEquals(
                "no head gives ner; there are [upos, xpos]",
                assertThrows(IllegalArgumentException.class, () -> first.head("ner", String.class))
                        .getMessage());
        String message = assertThrows(IllegalArgumentException.class, () -> first.head("xpos", Upos.class))
                .getMessage();
        assertTrue(message.endsWith(" of xpos is no Upos: give the type of the component"), message);
        assertTrue(tagger.tagXpos(WORDS).heads().isEmpty());
    }

    @Test
    void atLeastOneTaggingIsAskedFor() {
        TwoHeads tagger = fit(PLAIN);
        assertEquals(
                "n is 0: ask for at least one tagging",
                assertThrows(IllegalArgumentException.class, () -> tagger.nBest(WORDS, 0))
                        .getMessage());
        assertEquals(List.of(), tagger.nBest(List.of(), 3).get(0).tags());
    }
}
