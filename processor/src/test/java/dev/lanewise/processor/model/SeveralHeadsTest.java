package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.model.TwoHeads.Tags;
import dev.lanewise.processor.model.TwoHeads.Upos;
import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.EpochReport;
import dev.lanewise.runtime.train.Every;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingException;
import dev.lanewise.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Taggers with several heads: results, training, files. */
final class SeveralHeadsTest {

    private static final String ENCODER = "@Embedding(dim = 6) @CharLstm(embedding = 3, hidden = 4) @Lstm(hidden = 7) ";
    private static final String HEADS = "@Linear(of = \"upos\") @Linear(of = \"xpos\", weight = 0.5f) ";
    private static final Source<TwoHeads> PLAIN = Source.heads("Plain", TwoHeads.class, ENCODER + HEADS);
    private static final Source<TwoHeads> HEAVY =
            Source.heads("Heavy", TwoHeads.class, ENCODER + HEADS.replace("0.5f", "5f"));
    private static final Source<TwoHeads> CHAINS = Source.heads(
            "Chains",
            TwoHeads.class,
            ENCODER + "@Linear(of = \"upos\", decoder = Decoder.VITERBI, dropout = 0.2f)"
                    + " @Linear(of = \"xpos\", dropout = 0.2f) @Crf(of = \"xpos\")");
    private static final Source<ThreeHeads> THREE = Source.heads(
            "Three",
            ThreeHeads.class,
            ENCODER + "@Linear(of = \"upos\") @Linear(of = \"xpos\") @Linear(of = \"chunk\")"
                    + " @Crf(of = \"chunk\", constraints = Constraints.BIO)");

    private static final List<List<String>> SENTENCES = Sentences.of(8, 3, 1, 5, 2, 4, 6);
    private static final List<Example<Tags>> EXAMPLES = examples();
    private static final List<String> WORDS = SENTENCES.get(2);

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, PLAIN, HEAVY, CHAINS, THREE);
    }

    private static List<Example<Tags>> examples() {
        List<Example<Tags>> examples = new ArrayList<>(Sentences.tagged(SENTENCES, Tags.FIVE));
        examples.add(0, Sentences.withAll(Tags.FIVE));
        return examples;
    }

    private static Trainer<Tags, TwoHeads> trainer(Source<TwoHeads> source) {
        return compiled.model(source, Twin.VECTOR).trainer();
    }

    private static TwoHeads fit(Source<TwoHeads> source) {
        return trainer(source).epochs(3).fit(EXAMPLES);
    }

    @Test
    void aRecordIsMadeOfTheTagsOfAllHeads() {
        for (Source<TwoHeads> source : List.of(PLAIN, CHAINS)) {
            TwoHeads tagger = fit(source);
            List<List<Tags>> all = tagger.tagAll(SENTENCES);
            List<Tagging<Tags>> streamed = tagger.tagAll(SENTENCES.stream()).toList();
            List<Tagging<Upos>> upos = tagger.tagAllUpos(SENTENCES);
            List<List<String>> xpos = new ArrayList<>();
            tagger.tagAllXpos(SENTENCES).forEach(xpos::add);
            for (int i = 0; i < SENTENCES.size(); i++) {
                Tagging<Tags> whole = tagger.tag(SENTENCES.get(i));
                assertEquals(whole.tags(), all.get(i));
                assertEquals(whole, streamed.get(i));
                assertEquals(tagger.tagUpos(SENTENCES.get(i)), upos.get(i).tags());
                assertEquals(upos.get(i).tags(), parts(whole.tags(), Tags::upos));
                assertEquals(xpos.get(i), parts(whole.tags(), Tags::xpos));
                assertEquals(xpos.get(i), tagger.tagXpos(SENTENCES.get(i)).tags());
            }
        }
    }

    private static <P> List<P> parts(List<Tags> tags, Function<Tags, P> part) {
        return tags.stream().map(part).toList();
    }

    /** The heads judge independently of each other. */
    @Test
    void theProbabilityOfARecordIsTheProductOfItsParts() {
        TwoHeads tagger = fit(CHAINS);
        Tagging<Tags> whole = tagger.tag(WORDS);
        Tagging<Upos> upos = tagger.tagAllUpos(List.of(WORDS)).get(0);
        Tagging<String> xpos = tagger.tagXpos(WORDS);
        assertEquals(upos.score() + xpos.score(), whole.score());
        for (int t = 0; t < WORDS.size(); t++) {
            assertEquals(
                    upos.confidences().get(t) * xpos.confidences().get(t),
                    whole.confidences().get(t));
        }
    }

    @Test
    void scoresAndNBestAreThoseOfOneHead() {
        TwoHeads tagger = fit(PLAIN);
        float[][] upos = tagger.scoresUpos(WORDS);
        float[][] xpos = new float[WORDS.size()][4];
        tagger.scoresXpos(WORDS, xpos);
        List<String> names = List.of("x", "y", "z", "v");
        assertEquals(Upos.values().length, upos[0].length);
        for (int t = 0; t < WORDS.size(); t++) {
            assertEquals(tagger.tagUpos(WORDS).get(t), Upos.values()[largest(upos[t])]);
            assertEquals(tagger.tagXpos(WORDS).tags().get(t), names.get(largest(xpos[t])));
        }
        List<Tagging<String>> best = tagger.nBestXpos(WORDS, 3);
        assertEquals(tagger.tagXpos(WORDS), best.get(0));
        assertEquals(3, best.size());
        assertEquals(7, tagger.encode(WORDS)[0].length);
    }

    private static int largest(float[] row) {
        int best = 0;
        for (int i = 1; i < row.length; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }

    @Test
    void anEmptySentenceHasNoTags() {
        TwoHeads tagger = fit(CHAINS);
        assertEquals(List.of(), tagger.tag(List.of()).tags());
        assertEquals(List.of(), tagger.tagUpos(List.of()));
    }

    /** The record's components stand in another order than the heads; one of them is constrained. */
    @Test
    void componentsFindTheirHeads() {
        List<ThreeHeads.Tags> tags = List.of(
                new ThreeHeads.Tags("x", ThreeHeads.Chunk.O, Upos.A),
                new ThreeHeads.Tags("y", ThreeHeads.Chunk.B_X, Upos.B),
                new ThreeHeads.Tags("z", ThreeHeads.Chunk.B_X, Upos.C));
        List<Example<ThreeHeads.Tags>> examples = Sentences.tagged(SENTENCES, tags);
        Model<ThreeHeads> model = compiled.model(THREE, Twin.VECTOR);
        ThreeHeads tagger = model.<ThreeHeads.Tags>trainer()
                .optimizer(Adam.learningRate(0.02f))
                .unknownAlpha(0f)
                .epochs(80)
                .batchSize(2)
                .fit(examples);
        List<ThreeHeads.Tags> gold = new ArrayList<>();
        List<ThreeHeads.Tags> given = new ArrayList<>();
        examples.forEach(each -> gold.addAll(each.tags()));
        examples.forEach(each -> given.addAll(tagger.tag(each.words())));
        assertEquals(gold, given);
        // Never seen at a start, and forbidden there.
        assertEquals(Float.NEGATIVE_INFINITY, tagger.scoresChunk(WORDS)[0][ThreeHeads.Chunk.I_X.ordinal()]);
        List<Example<ThreeHeads.Tags>> bad =
                List.of(Example.of(List.of("a"), List.of(new ThreeHeads.Tags("x", ThreeHeads.Chunk.I_X, Upos.A))));
        assertEquals(
                "the tag I_X of word 0 in sentence 0 cannot begin a sentence: correct or convert the tags, or use"
                        + " @Crf(constraints = Constraints.NONE)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> model.<ThreeHeads.Tags>trainer().fit(bad))
                        .getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aFileHoldsTheTagsOfEachHead(Twin twin, @TempDir Path files) {
        Model<TwoHeads> model = compiled.model(CHAINS, twin);
        TwoHeads tagger = model.<Tags>trainer().epochs(2).fit(EXAMPLES);
        Path file = files.resolve("heads.safetensors");
        model.save(tagger, file);
        Map<String, String> metadata = SafeTensors.read(file).metadata();
        assertEquals("[\"A\",\"B\",\"C\",\"D\",\"E\"]", metadata.get("lanewise.tags.upos"));
        assertEquals("[\"x\",\"y\",\"z\",\"v\"]", metadata.get("lanewise.tags.xpos"));
        assertEquals(
                List.of(4, 4),
                SafeTensors.read(file).tensor("xpos_crf.transitions").shape());
        assertEquals(
                List.of(5, 5),
                SafeTensors.read(file)
                        .tensor("upos_hidden2tag.transition_counts")
                        .shape());
        TwoHeads loaded = model.load(file);
        for (List<String> words : SENTENCES) {
            assertEquals(tagger.tag(words), loaded.tag(words));
            assertArrayEquals(tagger.scoresUpos(words), loaded.scoresUpos(words));
        }
        Vocabularies vocabularies = model.<Tags>core(tagger).vocabularies();
        assertEquals(tagger.tag(WORDS), model.load(file, vocabularies).tag(WORDS));
    }

    @Test
    void tagsThatDoNotFitAFileAreNamed(@TempDir Path files) {
        Model<TwoHeads> model = compiled.model(PLAIN, Twin.VECTOR);
        TwoHeads tagger = fit(PLAIN);
        Path file = files.resolve("plain.safetensors");
        model.save(tagger, file);
        Vocabularies vocabularies = model.<Tags>core(tagger).vocabularies();
        Vocabularies others = vocabularies.withTags("upos", List.of("A", "B"));
        assertTrue(assertThrows(ModelFormatException.class, () -> model.load(file, others))
                .getMessage()
                .contains("@Linear of upos: the tags are [A, B], but the enum has [A, B, C, D, E]"));
        Vocabularies none = vocabularies.withTags(List.of("A"));
        assertTrue(assertThrows(ModelFormatException.class, () -> model.load(file, none))
                .getMessage()
                .contains("@Linear of upos: there are no tags of upos, only of []"));
        Vocabularies few = vocabularies.withTags("xpos", List.of("x"));
        assertTrue(assertThrows(ModelFormatException.class, () -> model.load(file, few))
                .getMessage()
                .contains("the tensor xpos_hidden2tag.weight has the shape [4, 7], but @Linear of Plain needs [1, 7]"));
    }

    @Test
    void whatTheHeadsSayIsAskedForByName() {
        Session<Tags, TwoHeads> session = trainer(CHAINS).session(EXAMPLES);
        session.eval();
        assertThrows(IllegalStateException.class, () -> session.logProbabilities("xpos"));
        float[][] first = session.forward(WORDS);
        assertArrayEquals(first, session.logProbabilities("upos").get(0));
        float[][] xpos = session.logProbabilities("xpos").get(0);
        float[][] into = new float[WORDS.size()][4];
        session.model().scoresXpos(WORDS, into);
        assertArrayEquals(into, xpos);
        assertEquals(
                "no head gives ner; there are [upos, xpos]",
                assertThrows(IllegalArgumentException.class, () -> session.logProbabilities("ner"))
                        .getMessage());
    }

    @Test
    void tagsThatTheTrainingDataLackAreNamedByTheirHead() {
        Session<Tags, TwoHeads> session = trainer(PLAIN).session(EXAMPLES);
        session.forward(List.of("a"));
        assertEquals(
                "the tag other of word 0 in sentence 0 is none of [x, y, z, v] of xpos: train with data that hold every"
                        + " tag",
                assertThrows(IllegalArgumentException.class, () -> session.loss(List.of(new Tags(Upos.A, "other"))))
                        .getMessage());
        session.forward(List.of("a"));
        assertEquals(
                "the component upos of Tags[upos=null, xpos=x] is null: give each word a tag",
                assertThrows(IllegalArgumentException.class, () -> session.loss(List.of(new Tags(null, "x"))))
                        .getMessage());
    }

    @Test
    void trainingNeedsSentences() {
        Trainer<Tags, TwoHeads> trainer = trainer(PLAIN);
        assertEquals(
                "there are no training examples: give at least one",
                assertThrows(IllegalArgumentException.class, () -> trainer.fit(List.of()))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> trainer.session(List.of()));
    }

    @Test
    void trainingGoesOnFromACheckpointToTheSameBits(@TempDir Path folder) {
        TwoHeads whole = checkpointed(CHAINS, folder.resolve("whole"), 4).fit(EXAMPLES);
        Path killed = folder.resolve("killed");
        RuntimeException kill = new IllegalStateException("killed");
        Trainer<Tags, TwoHeads> first = checkpointed(CHAINS, killed, 4).listener(new TrainingListener() {
            @Override
            public void epoch(EpochReport report) {
                if (report.epoch() == 3) {
                    throw kill;
                }
            }
        });
        assertEquals(kill, assertThrows(IllegalStateException.class, () -> first.fit(EXAMPLES)));
        TwoHeads resumed = checkpointed(CHAINS, killed, 4).fit(EXAMPLES);
        for (List<String> words : SENTENCES) {
            assertEquals(whole.tag(words), resumed.tag(words));
            assertArrayEquals(whole.scoresUpos(words), resumed.scoresUpos(words));
        }
    }

    @Test
    void aCheckpointKnowsTheWeightsOfTheHeads(@TempDir Path folder) {
        checkpointed(PLAIN, folder, 1).fit(EXAMPLES);
        assertTrue(assertThrows(
                        TrainingException.class,
                        () -> checkpointed(HEAVY, folder, 1).fit(EXAMPLES))
                .getMessage()
                .contains("weights of the heads was [1.0, 0.5] and is [1.0, 5.0]"));
    }

    private static Trainer<Tags, TwoHeads> checkpointed(Source<TwoHeads> source, Path folder, int epochs) {
        return trainer(source).epochs(epochs).batchSize(2).development(EXAMPLES).checkpoint(folder, Every.epochs(1));
    }

    /** Threads share shards, of which each takes all heads. */
    @Test
    void theNumberOfThreadsChangesNoBit() {
        List<Example<Tags>> many = new ArrayList<>(Sentences.tagged(Sentences.many(11, 40), Tags.FIVE));
        many.add(Sentences.withAll(Tags.FIVE));
        TwoHeads one = trainer(CHAINS).epochs(2).batchSize(41).fit(many);
        TwoHeads three = trainer(CHAINS).epochs(2).batchSize(41).threads(3).fit(many);
        for (List<String> words : SENTENCES) {
            assertEquals(one.tag(words), three.tag(words));
            assertArrayEquals(one.scoresUpos(words), three.scoresUpos(words));
        }
    }

    @Test
    void labelSmoothingIsDoneToEachHead() {
        List<Sequence> batch = EXAMPLES.stream().map(Example::sequence).toList();
        List<List<Tags>> gold = EXAMPLES.stream().map(Example::tags).toList();
        Session<Tags, TwoHeads> plain = trainer(PLAIN).session(EXAMPLES);
        Session<Tags, TwoHeads> smooth = trainer(PLAIN).labelSmoothing(0.2f).session(EXAMPLES);
        plain.forward(batch);
        smooth.forward(batch);
        double expected = 0.8 * plain.loss(gold)
                + 0.2 * (evenLoss(smooth.logProbabilities("upos")) + 0.5 * evenLoss(smooth.logProbabilities("xpos")));
        assertEquals(expected, smooth.loss(gold), 1e-5);
        Session<Tags, TwoHeads> chain = trainer(CHAINS).labelSmoothing(0.2f).session(EXAMPLES);
        chain.forward(batch);
        assertThrows(IllegalArgumentException.class, () -> chain.loss(gold));
    }

    private static double evenLoss(List<float[][]> scores) {
        float[] all = Flat.of(scores);
        double sum = 0;
        for (float each : all) {
            sum -= each;
        }
        return sum / all.length;
    }

    @Test
    void crossValidationGivesRecords() {
        List<List<Tags>> predicted =
                trainer(PLAIN).epochs(1).crossValidate(EXAMPLES, 3).predicted();
        assertEquals(
                Arrays.asList(EXAMPLES.stream().map(Example::length).toArray()),
                Arrays.asList(predicted.stream().map(List::size).toArray()));
    }
}
