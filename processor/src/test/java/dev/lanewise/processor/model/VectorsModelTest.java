package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.UnknownWordException;
import dev.lanewise.runtime.data.Vectors;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.TaggerCore;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.AdamW;
import dev.lanewise.runtime.train.Every;
import dev.lanewise.runtime.train.Optimizer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingException;
import dev.lanewise.runtime.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of words that begin with vectors from a file, beside a table that is learned. */
final class VectorsModelTest {

    private static final Source<TextTagger<Object>> SOURCE = Source.learned(
            "Pretrained", "@Embedding(dim = 2) @Embedding(dim = 3, name = \"learned\") @Lstm(hidden = 4) @Linear");
    private static final Source<TextTagger<Object>> CLOSED =
            Source.learned("Closed", "@Embedding(dim = 2, unknown = false) @Lstm(hidden = 4) @Linear");
    private static final Source<TokenTagger<Object>> TOKENS = Source.tokens(
            "PretrainedTokens",
            "@Embedding(dim = 2) @Embedding(of = \"pos\", dim = 2, minCount = 2) @Lstm(hidden = 4) @Linear");
    private static final String TABLE = "word_embeddings";

    private static final List<Example<Object>> EXAMPLES = List.of(
            Example.of(List.of("The", "cat", "xyzzy"), List.of("D", "N", "X")),
            Example.of(List.of("the", "cat"), List.of("D", "N")));

    @TempDir
    static Path directory;

    private static Compiled compiled;
    private static Vectors vectors;

    @BeforeAll
    static void compile() throws IOException {
        compiled = Compiled.into(directory, List.of(SOURCE, CLOSED, TOKENS));
        vectors = Vectors.read(Files.writeString(directory.resolve("v.txt"), "the 1 2\ncat 3 4\ndog 5 6\nin00 7 8\n"));
    }

    private static Trainer<Object, TextTagger<Object>> trainer(Vectors begin) {
        return compiled.model(SOURCE, Twin.VECTOR).<Object>trainer().vectors(TABLE, begin);
    }

    private static Session<Object, TextTagger<Object>> stepped(Vectors begin) {
        Session<Object, TextTagger<Object>> session = trainer(begin).session(EXAMPLES);
        for (int i = 0; i < 3; i++) {
            session.zeroGrad();
            session.forward(EXAMPLES.stream().map(Example::sequence).toList());
            session.loss(EXAMPLES.stream().map(Example::tags).toList());
            session.backward();
            session.step();
        }
        return session;
    }

    private static float[] row(float[] table, int row) {
        return Arrays.copyOfRange(table, 2 * row, 2 * row + 2);
    }

    @Test
    void tunedVectorsAreLearnedWhereTheTrainingHasTheWord() {
        float[] before = trainer(vectors).session(EXAMPLES).parameter(TABLE + ".weight");
        float[] after = stepped(vectors).parameter(TABLE + ".weight");
        // Unknown, The, cat, xyzzy, the; then dog and in00 of the file alone.
        assertEquals(2 * 7, after.length);
        assertArrayEquals(new float[] {1, 2}, row(before, 1));
        assertArrayEquals(new float[] {3, 4}, row(before, 2));
        assertArrayEquals(new float[] {1, 2}, row(before, 4));
        for (int row : new int[] {1, 2, 3, 4}) {
            assertFalse(Arrays.equals(row(before, row), row(after, row)), "row " + row);
        }
        assertArrayEquals(new float[] {5, 6, 7, 8}, Arrays.copyOfRange(after, 10, 14));
    }

    @Test
    void frozenVectorsStayAndOnlyTheUnknownEntryIsLearned() {
        float[] before = trainer(vectors.frozen()).session(EXAMPLES).parameter(TABLE + ".weight");
        Session<Object, TextTagger<Object>> session = stepped(vectors.frozen());
        float[] after = session.parameter(TABLE + ".weight");
        assertEquals(2 * 5, after.length);
        assertFalse(Arrays.equals(row(before, 0), row(after, 0)), "xyzzy is read as unknown");
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, Arrays.copyOfRange(after, 2, 10));
        assertArrayEquals(new float[8], Arrays.copyOfRange(session.gradient(TABLE + ".weight"), 2, 10));
    }

    @Test
    void aModelKnowsTheWordsOfTheFileAndKeepsThemInItsOwn(@TempDir Path files) {
        for (Vectors begin : List.of(vectors, vectors.frozen())) {
            Model<TextTagger<Object>> model = compiled.model(SOURCE, Twin.VECTOR);
            TextTagger<Object> tagger = trainer(begin).epochs(2).fit(EXAMPLES);
            float[][] dog = tagger.scores(List.of("dog"));
            assertArrayEquals(dog, tagger.scores(List.of("DOG")));
            assertArrayEquals(tagger.scores(List.of("in00")), tagger.scores(List.of("In97")));
            assertFalse(Arrays.equals(dog[0], tagger.scores(List.of("bird"))[0]), "bird is unknown");
            Path file = files.resolve("model.safetensors");
            model.save(tagger, file);
            TextTagger<Object> loaded = model.load(file);
            for (String word : List.of("dog", "DOG", "In97", "bird", "The", "the", "xyzzy")) {
                assertArrayEquals(tagger.scores(List.of(word)), loaded.scores(List.of(word)), word);
            }
        }
    }

    @Test
    void scoresAreTheSameBitsInBothTwinsAndForAnyThreads() {
        for (Vectors begin : List.of(vectors, vectors.frozen())) {
            TextTagger<Object> one = trainer(begin).epochs(3).batchSize(2).fit(EXAMPLES);
            TextTagger<Object> other = compiled.model(SOURCE, Twin.SCALAR)
                    .<Object>trainer()
                    .vectors(TABLE, begin)
                    .epochs(3)
                    .batchSize(2)
                    .threads(3)
                    .fit(EXAMPLES);
            List<String> words = List.of("the", "dog", "xyzzy", "bird");
            assertArrayEquals(one.scores(words), other.scores(words));
        }
    }

    @Test
    void vocabulariesTellWhatIsLearned() {
        Vocabulary learned = Vocabulary.of(List.of("The", "cat"), true);
        assertEquals(3, learned.with(vectors, false).learned());
        assertEquals(
                List.of("The", "cat", "the", "dog", "in00"),
                learned.with(vectors, false).words());
        assertEquals(1, learned.with(vectors, true).learned());
    }

    @Test
    void vectorsOfAnotherLengthAreOneErrorThatNamesAnnotationAndFile() {
        Trainer<Object, TextTagger<Object>> trainer =
                compiled.model(SOURCE, Twin.VECTOR).trainer();
        assertEquals(
                "@Embedding learned of Pretrained has dim = 3, but the vectors of " + directory.resolve("v.txt")
                        + " have 2 numbers: set dim = 2, or read other vectors",
                assertThrows(IllegalArgumentException.class, () -> trainer.vectors("learned", vectors))
                        .getMessage());
        assertEquals(
                "no @Embedding of Pretrained is called words; there are [word_embeddings, learned], and vectors go into one"
                        + " of them",
                assertThrows(IllegalArgumentException.class, () -> trainer.vectors("words", vectors))
                        .getMessage());
    }

    /** Weight decay, momentum of every row and averages would move a row in PyTorch's dense step; even a negative zero stays. */
    @Test
    void whatIsFrozenStaysToTheBit(@TempDir Path files) throws IOException {
        Vectors zeros =
                Vectors.read(Files.writeString(files.resolve("z.txt"), "the -0 1e-45\ncat -0.0 4\ndog -0 -0\n"));
        for (Optimizer optimizer : List.of(
                AdamW.learningRate(0.1f).dense(),
                Adam.learningRate(0.1f).weightDecay(0.1f),
                Sgd.learningRate(0.1f).momentum(0.9f).weightDecay(0.1f).dense())) {
            Model<TextTagger<Object>> model = compiled.model(SOURCE, Twin.VECTOR);
            model.save(
                    trainer(zeros.frozen())
                            .optimizer(optimizer)
                            .epochs(3)
                            .batchSize(1)
                            .averageWeights(0.5f)
                            .fit(EXAMPLES),
                    files.resolve("m"));
            Tensor table = SafeTensors.read(files.resolve("m")).tensor(TABLE + ".weight");
            assertEquals(List.of(4, 2), table.shape(), "PyTorch's layout: the unknown entry and three words");
            Flat.assertSameBits(
                    new float[] {-0f, 1e-45f, -0f, 4, -0f, -0f},
                    Arrays.copyOfRange(table.values(), 2, 8),
                    "" + optimizer);
        }
    }

    @Test
    void trainingGoesOnFromACheckpointThatHoldsOnlyWhatIsLearned(@TempDir Path files) throws IOException {
        for (Vectors begin : List.of(vectors, vectors.frozen())) {
            Model<TextTagger<Object>> model = compiled.model(SOURCE, Twin.VECTOR);
            Supplier<Trainer<Object, TextTagger<Object>>> settings =
                    () -> trainer(begin).epochs(4).batchSize(1).averageWeights(0.9f);
            model.save(settings.get().fit(EXAMPLES), files.resolve("whole"));
            Path checkpoints = files.resolve("frozen-" + begin.isFrozen());
            assertThrows(
                    IllegalStateException.class,
                    () -> settings.get()
                            .checkpoint(checkpoints, Every.batches(1))
                            .listener(new TrainingListener() {
                                @Override
                                public void batch(int epoch, long wordsDone, long words, double loss) {
                                    if (epoch == 3) {
                                        throw new IllegalStateException("stopped");
                                    }
                                }
                            })
                            .fit(EXAMPLES));
            SafeTensors stored = SafeTensors.read(checkpoints.resolve("checkpoint.safetensors"));
            for (String kind : List.of("weights/", "best/", "average/", "first_moment/")) {
                assertEquals(
                        List.of(begin.isFrozen() ? 1 : 5, 2),
                        stored.tensor(kind + TABLE + ".weight").shape(),
                        kind);
            }
            model.save(settings.get().checkpoint(checkpoints, Every.epochs(1)).fit(EXAMPLES), files.resolve("stopped"));
            assertArrayEquals(Files.readAllBytes(files.resolve("whole")), Files.readAllBytes(files.resolve("stopped")));
            Vectors others =
                    Vectors.read(Files.writeString(files.resolve("o.txt"), "the 1 2\ncat 3 4\ndog 5 9\nin00 7 8\n"));
            Trainer<Object, TextTagger<Object>> changed = settings.get()
                    .vectors(TABLE, begin.isFrozen() ? others.frozen() : others)
                    .checkpoint(checkpoints, Every.epochs(1));
            String message = assertThrows(TrainingException.class, () -> changed.fit(EXAMPLES))
                    .getMessage();
            assertTrue(message.contains("first weights and vectors was "), message);
        }
    }

    @Test
    void theWordCacheKnowsTheFormsOfAWord() {
        Model<TextTagger<Object>> model = compiled.model(SOURCE, Twin.VECTOR);
        TaggerCore<Object> core = model.core(trainer(vectors).epochs(2).fit(EXAMPLES));
        TaggerCore<Object> without = core.withWordCache(0);
        for (int pass = 0; pass < 2; pass++) {
            for (String word : List.of("the", "THE", "dog", "Dog", "in00", "In42", "IN12", "bird")) {
                Sequence sentence = Sequence.of(List.of(word, "cat"));
                assertArrayEquals(without.scores(sentence), core.scores(sentence), word);
            }
        }
    }

    @Test
    void everyTableOfTokensCanHaveVectorsOfItsOwn(@TempDir Path files) throws IOException {
        Vectors positions = Vectors.read(Files.writeString(files.resolve("p.txt"), "p0 1 1\np1 2 2\nq 3 3\n"));
        Model<TokenTagger<Object>> model = compiled.model(TOKENS, Twin.VECTOR);
        List<Token> tokens = List.of(new Token("Cat", "P0", 0), new Token("in99", "p2", 1), new Token("bird", "p2", 2));
        List<Example<Object>> examples = List.of(model.example(tokens, List.of("A", "B", "C")));
        Trainer<Object, TokenTagger<Object>> trainer =
                model.<Object>trainer().vectors(TABLE, vectors.frozen()).vectors("pos_embeddings", positions);
        assertEquals(
                Map.of(
                        TABLE,
                        vectors.coverage(List.of("Cat", "in99", "bird")),
                        "pos_embeddings",
                        positions.coverage(List.of("P0", "p2", "p2"))),
                trainer.coverage(examples));
        TokenTagger<Object> tagger = trainer.epochs(2).fit(examples);
        model.save(tagger, files.resolve("m"));
        TokenTagger<Object> loaded = model.load(files.resolve("m"));
        List<Token> unseen = List.of(new Token("DOG", "Q", 0));
        assertArrayEquals(tagger.scores(unseen), loaded.scores(unseen));
        assertArrayEquals(tagger.scores(List.of(new Token("dog", "q", 7))), loaded.scores(unseen));
        assertFalse(Arrays.equals(tagger.scores(List.of(new Token("bird", "zz", 0)))[0], loaded.scores(unseen)[0]));
    }

    @Test
    void withoutAnUnknownEntryAFrozenTableNamesTheWordThatTheFileLacks() {
        Trainer<Object, TextTagger<Object>> closed =
                compiled.model(CLOSED, Twin.VECTOR).trainer();
        closed.vectors(TABLE, vectors.frozen()).epochs(1);
        String message = assertThrows(UnknownWordException.class, () -> closed.fit(EXAMPLES))
                .getMessage();
        assertTrue(message.contains("xyzzy"), message);
        List<Example<Object>> covered = List.of(EXAMPLES.get(1));
        float[] table = closed.session(covered).parameter(TABLE + ".weight");
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, table);
        assertEquals(2, closed.fit(covered).tag(List.of("THE", "Dog")).size());
    }

    @Test
    void knownWordsAreThoseOfTheTraining() {
        FeatureSpec features =
                compiled.model(SOURCE, Twin.VECTOR).<Object>taggerType().spec().features();
        Vocabulary learned = Vocabulary.of(List.of("The", "cat"), true);
        Predicate<String> tuned = features.known(Vocabularies.ofTags(List.of("D", "N"))
                .with(TABLE, learned.with(vectors, false))
                .with("learned", learned));
        assertTrue(tuned.test("cat"));
        assertFalse(tuned.test("CAT"));
        assertFalse(tuned.test("dog"));
        Predicate<String> frozen = features.known(Vocabularies.ofTags(List.of("D", "N"))
                .with(TABLE, learned.with(vectors, true))
                .with("learned", learned));
        assertTrue(frozen.test("The"), "the table that is learned knows it");
        assertFalse(frozen.test("dog"));
    }

    @Test
    void aFileThatLearnsMoreThanItHoldsIsDamaged(@TempDir Path files) {
        Model<TextTagger<Object>> model = compiled.model(SOURCE, Twin.VECTOR);
        Path file = files.resolve("m");
        model.save(trainer(vectors).epochs(1).fit(EXAMPLES), file);
        SafeTensors good = SafeTensors.read(file);
        assertEquals("5", good.metadata().get("lanewise.learned.word_embeddings"));
        for (String wrong : List.of("8", "0", "-1", "x", "99999999999")) {
            Map<String, String> texts = new LinkedHashMap<>(good.metadata());
            texts.put("lanewise.learned.word_embeddings", wrong);
            SafeTensors.of(texts, good.tensors()).write(file);
            String message = assertThrows(ModelFormatException.class, () -> model.load(file))
                    .getMessage();
            assertTrue(message.startsWith(file + ": "), message);
        }
    }
}
