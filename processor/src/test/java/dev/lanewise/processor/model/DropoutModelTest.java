package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.LstmRun;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.Pass;
import dev.lanewise.runtime.model.TaggerType;
import dev.lanewise.runtime.model.Worker;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dropout is done in training, by masks that nothing else has a say in, and nowhere else. */
final class DropoutModelTest {

    private static final Source<TextTagger<Object>> DROPPING = Source.learned(
            "Dropping",
            "@Embedding(dim = 9, dropout = 0.3f) @CharLstm(embedding = 3, hidden = 5, dropout = 0.3f)"
                    + " @Lstm(hidden = 7, layers = 2, bidirectional = true, inputDropout = 0.2f, recurrentDropout = 0.3f, dropout = 0.3f)"
                    + " @Linear(dropout = 0.3f)");
    private static final Source<TextTagger<Object>> KEEPING = Source.learned(
            "Keeping",
            "@Embedding(dim = 9) @CharLstm(embedding = 3, hidden = 5) @Lstm(hidden = 7, layers = 2, bidirectional = true)"
                    + " @Linear");
    private static final Source<TextTagger<Object>> WITHOUT_UNKNOWN =
            Source.learned("WithoutUnknown", "@Embedding(dim = 2, unknown = false) @Lstm(hidden = 2) @Linear");
    private static final Source<SteppedEncoder> ENCODER = Source.stepped(
            "DroppingEncoder",
            "@Input(dim = 4) @Lstm(hidden = 8, inputDropout = 0.5f, recurrentDropout = 0.5f, dropout = 0.5f)");
    private static final Source<SteppedEncoder> KEEPING_ENCODER =
            Source.stepped("KeepingEncoder", "@Input(dim = 4) @Lstm(hidden = 8)");

    private static final List<Example<Object>> EXAMPLES =
            Sentences.tagged(Sentences.many(6, 40), List.copyOf(Sentences.names(4)));
    private static final List<Sequence> BATCH =
            EXAMPLES.stream().limit(5).map(Example::sequence).toList();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, List.of(DROPPING, KEEPING, WITHOUT_UNKNOWN, ENCODER, KEEPING_ENCODER));
    }

    private static Trainer<Object, TextTagger<Object>> trainer(Source<TextTagger<Object>> source) {
        return compiled.model(source, Twin.VECTOR).<Object>trainer().seed(3);
    }

    private static float[] scores(Session<Object, TextTagger<Object>> session) {
        return Flat.of(session.forward(BATCH));
    }

    @Test
    void aSessionDropsInTrainingOnly() {
        Session<Object, TextTagger<Object>> dropping = trainer(DROPPING).session(EXAMPLES);
        Session<Object, TextTagger<Object>> keeping = trainer(KEEPING).session(EXAMPLES);
        float[] first = scores(dropping);
        float[] second = scores(dropping);
        assertFalse(Arrays.equals(first, second), "two passes with the same masks");
        dropping.eval();
        Flat.assertSameBits(scores(keeping), scores(dropping), "scores without dropout");
        dropping.train();
        assertFalse(Arrays.equals(scores(keeping), scores(dropping)), "no dropout in training");
        Flat.assertSameBits(first, scores(trainer(DROPPING).session(EXAMPLES)), "scores with the same seed");
    }

    @Test
    void aModelDropsNothing() {
        Session<Object, TextTagger<Object>> session = trainer(DROPPING).session(EXAMPLES);
        session.forward(BATCH);
        TextTagger<Object> model = session.model();
        session.eval();
        for (Example<Object> example : EXAMPLES) {
            Flat.assertSameBits(session.forward(example.words()), model.scores(example.words()), "scores");
        }
    }

    /** Masks are matrices of the pass that grow when they are drawn. */
    @Test
    void inferenceDrawsNoMasks() throws ReflectiveOperationException {
        TaggerType<Object, TextTagger<Object>> type =
                compiled.model(DROPPING, Twin.VECTOR).taggerType();
        Heads<Object> heads = type.heads().of(Vocabularies.ofTags(List.of("t0", "t1")));
        Vocabularies vocabularies =
                TableKeys.learn(EXAMPLES, Set.of("word_embeddings.weight", "char_embeddings.weight"));
        ParameterSet parameters = new ParameterSet(type.spec(), type.sizes(vocabularies, heads));
        Worker worker = new Worker(type.spec(), vocabularies, type.maker().network(parameters));
        BATCH.forEach(worker.batch()::add);
        worker.forward();
        assertEquals(0, masks(worker.pass()));
        worker.batch().dropout().start(1, 0, new int[BATCH.size()], BATCH.size());
        worker.forward();
        assertTrue(masks(worker.pass()) > 0);
    }

    private static int masks(Pass pass) throws ReflectiveOperationException {
        int numbers = 0;
        for (Field field : pass.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.getName().endsWith("Mask")) {
                numbers += ((float[]) field.get(pass)).length;
            } else if (field.get(pass) instanceof LstmRun run) {
                numbers += run.mask().length;
            }
        }
        return numbers;
    }

    @Test
    void dropoutIsNoPartOfAModelFile() {
        TextTagger<Object> trained = trainer(DROPPING).epochs(2).fit(EXAMPLES);
        Path file = directory.resolve("dropping.safetensors");
        compiled.model(DROPPING, Twin.VECTOR).save(trained, file);
        TextTagger<Object> loaded = compiled.model(KEEPING, Twin.VECTOR).load(file);
        for (Example<Object> example : EXAMPLES) {
            Flat.assertSameBits(loaded.scores(example.words()), trained.scores(example.words()), "scores");
        }
    }

    @Test
    void trainingDoesNotDependOnThreads() {
        TextTagger<Object> one = regularised(1);
        TextTagger<Object> three = regularised(3);
        for (Example<Object> example : EXAMPLES) {
            Flat.assertSameBits(one.scores(example.words()), three.scores(example.words()), "scores");
        }
    }

    private static TextTagger<Object> regularised(int threads) {
        return trainer(DROPPING)
                .wordDropout(0.1f)
                .labelSmoothing(0.1f)
                .epochs(2)
                .batchSize(40)
                .threads(threads)
                .fit(EXAMPLES);
    }

    @Test
    void wordDropoutNeedsAnEntryForUnknownWords() {
        Trainer<Object, TextTagger<Object>> trainer = trainer(WITHOUT_UNKNOWN).wordDropout(0.1f);
        String message = assertThrows(IllegalArgumentException.class, () -> trainer.fit(EXAMPLES))
                .getMessage();
        assertTrue(message.contains("take unknown = false away from @Embedding"), message);
    }

    @Test
    void sharesHaveARange() {
        for (float share : new float[] {-0.1f, 1f, Float.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> trainer(KEEPING).wordDropout(share));
            assertThrows(IllegalArgumentException.class, () -> trainer(KEEPING).labelSmoothing(share));
        }
    }

    @Test
    void anEncodersSessionDropsInTrainingOnly() {
        EncoderSession<SteppedEncoder> dropping = session(ENCODER);
        EncoderSession<SteppedEncoder> keeping = session(KEEPING_ENCODER);
        float[][] inputs = new float[6][4];
        Arrays.stream(inputs).forEach(row -> Arrays.fill(row, 1f));
        List<float[][]> batch = Collections.singletonList(inputs);
        float[][] dropped = dropping.forward(batch).get(0);
        for (int unit = 0; unit < 8; unit++) {
            boolean zero = dropped[0][unit] == 0;
            for (float[] row : dropped) {
                assertEquals(zero, row[unit] == 0, "a unit is dropped for the whole sequence or not at all");
            }
        }
        dropping.eval();
        Flat.assertSameBits(Flat.of(keeping.forward(batch)), Flat.of(dropping.forward(batch)), "states");
        Flat.assertSameBits(
                Flat.of(keeping.forward(batch)), Flat.of(dropping.model().encode(inputs)), "states");
    }

    private static EncoderSession<SteppedEncoder> session(Source<SteppedEncoder> source) {
        return compiled.model(source, Twin.VECTOR)
                .session(Initializer.pytorch(4), Sgd.learningRate(0.1f))
                .seed(8);
    }
}
