package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vectors;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of words that begin with vectors from a file, beside a table that is learned. */
final class VectorsModelTest {

    private static final Source<TextTagger<Object>> SOURCE = Source.learned(
            "Pretrained", "@Embedding(dim = 2) @Embedding(dim = 3, name = \"learned\") @Lstm(hidden = 4) @Linear");
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
        compiled = Compiled.into(directory, List.of(SOURCE));
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
}
