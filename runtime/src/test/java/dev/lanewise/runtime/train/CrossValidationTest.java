package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Folds part the data, depend on the seed alone, and are tagged by models that have not seen them. */
final class CrossValidationTest {

    private static final List<Example<String>> EXAMPLES = TinyTagger.examples(3, 53);

    @Test
    void foldsPartTheData() {
        List<Integer> all = new ArrayList<>();
        for (CrossValidation.Fold<String> fold : CrossValidation.folds(EXAMPLES, 5, 1)) {
            assertTrue(fold.test().size() == 10 || fold.test().size() == 11);
            assertEquals(EXAMPLES.size(), fold.train().size() + fold.test().size());
            assertEquals(fold.indices().stream().map(EXAMPLES::get).toList(), fold.test());
            List<Example<String>> rest = new ArrayList<>(EXAMPLES);
            fold.indices().stream().sorted(Collections.reverseOrder()).forEach(i -> rest.remove((int) i));
            assertEquals(rest, fold.train());
            all.addAll(fold.indices());
        }
        Collections.sort(all);
        assertEquals(IntStream.range(0, EXAMPLES.size()).boxed().toList(), all);
    }

    @Test
    void foldsDependOnTheSeed() {
        assertEquals(CrossValidation.folds(EXAMPLES, 5, 1), CrossValidation.folds(EXAMPLES, 5, 1));
        assertNotEquals(CrossValidation.folds(EXAMPLES, 5, 1), CrossValidation.folds(EXAMPLES, 5, 2));
    }

    @Test
    void everyFoldIsTaggedByAModelOfTheOthers() {
        Trainer<String, TinyTagger> trainer =
                TinyTagger.trainer().epochs(4).batchSize(4).seed(2);
        CrossValidation<String> result = trainer.crossValidate(EXAMPLES, 3);
        List<CrossValidation.Fold<String>> folds = CrossValidation.folds(EXAMPLES, 3, 2);
        long correct = 0;
        for (int f = 0; f < folds.size(); f++) {
            CrossValidation.Fold<String> fold = folds.get(f);
            TinyTagger model = trainer.fit(fold.train());
            List<List<String>> predicted = model.core.tagAll(
                    fold.test().stream().map(Example::sequence).toList());
            assertEquals(
                    predicted,
                    fold.indices().stream().map(result.predicted()::get).toList());
            assertEquals(
                    result.evaluations().get(f).accuracy(), result.metrics().get(f));
            correct += result.evaluations().get(f).correct();
        }
        assertEquals(
                DevMetric.<String>accuracy().value(EXAMPLES, result.predicted()),
                (double) correct / EXAMPLES.stream().mapToInt(Example::length).sum());
        assertEquals(result.predicted(), trainer.crossValidate(EXAMPLES, 3).predicted());
    }

    @Test
    void meanAndDeviationAreThoseOfASample() {
        CrossValidation<String> result = new CrossValidation<>(List.of(), List.of(0.5, 0.7, 0.9), List.of());
        assertEquals(0.7, result.mean(), 1e-12);
        assertEquals(0.2, result.deviation(), 1e-12);
    }

    @Test
    void moreFoldsThanSentencesAreRefused() {
        for (int folds : new int[] {1, 54}) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> TinyTagger.trainer().crossValidate(EXAMPLES, folds))
                    .getMessage();
            assertEquals("folds is " + folds + ", but needs to be from 2 to 53, the number of sentences", message);
        }
    }
}
