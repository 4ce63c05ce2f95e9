package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.UnknownWordException;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchTest {

    private static final FeatureSpec FEATURES = FeatureSpec.ofText()
            .lookup("all", LookupKind.WORD, 0, 1, true)
            .lookup("frequent", LookupKind.WORD, 0, 2, true)
            .lookup("characters", LookupKind.CHARACTER, 0, 1, true)
            .lookup("suffixes", LookupKind.SUFFIX, 2, 1, true)
            .lookup("shapes", LookupKind.SHAPE, 0, 1, true);
    private static final Vocabularies VOCABULARIES = Vocabularies.ofTags(List.of())
            .with("characters", Vocabulary.of(List.of("t", "h", "e", "d"), true))
            .with("frequent", Vocabulary.of(List.of("the"), true))
            .with("suffixes", Vocabulary.of(List.of("nd", "he"), true))
            .with("shapes", Vocabulary.of(List.of("x", "xx"), true))
            .with("all", Vocabulary.of(List.of("dog", "the"), true));
    private static final Sequence SHORT = Sequence.of(List.of("the", "end"));
    private static final Sequence LONG = Sequence.of(List.of("the", "dog", "the"));

    private static int[] first(int count, int[] of) {
        return Arrays.copyOf(of, count);
    }

    @Test
    void everyLookupHasTheIdsOfItsOwnVocabulary() {
        Batch batch =
                new Batch(FEATURES, VOCABULARIES).clear().add(SHORT).add(LONG).pack();
        // Packed: the longer sentence first, then step after step.
        assertArrayEquals(new int[] {2, 2, 1, 0, 2}, first(5, batch.ids(0)));
        assertArrayEquals(new int[] {1, 1, 0, 0, 1}, first(5, batch.ids(1)));
        assertArrayEquals(new int[] {2, 2, 0, 1, 2}, first(5, batch.ids(3)));
        assertArrayEquals(new int[] {2, 2, 2, 2, 2}, first(5, batch.ids(4)));
    }

    @Test
    void aDistinctWordIsReadByItsCharactersOnce() {
        Batch batch =
                new Batch(FEATURES, VOCABULARIES).clear().add(SHORT).add(LONG).pack();
        Characters characters = batch.characters(2);
        assertEquals(3, characters.words());
        assertArrayEquals(new int[] {0, 0, 2, 1, 0}, first(5, characters.ofRows()));
        assertEquals(9, characters.packing().rows());
        // t, h, e and d, and one kind for all that are unknown.
        assertEquals(5, characters.kinds().count());
    }

    @Test
    void aFilterIsAskedForEveryIdOfEveryLookup() {
        Batch batch = new Batch(FEATURES, VOCABULARIES);
        batch.filter(new Batch.IdFilter() {
            @Override
            public int token(int lookup, int id, int sequence, int position) {
                return lookup == 0 && sequence == 1 && position == 2 ? 0 : id;
            }

            @Override
            public int character(int lookup, int id, int sequence, int position, int index) {
                assertEquals(2, lookup);
                return 0;
            }
        });
        batch.clear().add(SHORT).add(LONG).pack();
        assertArrayEquals(new int[] {2, 2, 1, 0, 0}, first(5, batch.ids(0)));
        assertArrayEquals(new int[] {1, 1, 0, 0, 1}, first(5, batch.ids(1)));
        assertEquals(1, batch.characters(2).kinds().count());
    }

    @Test
    void anUnknownWordWithoutAnEntryIsAnErrorThatNamesIt() {
        FeatureSpec features = FeatureSpec.ofText().lookup("all", LookupKind.WORD, 0, 1, false);
        Vocabularies vocabularies =
                Vocabularies.ofTags(List.of()).with("all", Vocabulary.of(List.of("dog", "the"), false));
        Batch batch = new Batch(features, vocabularies).clear().add(SHORT);
        assertEquals(
                "end", assertThrows(UnknownWordException.class, batch::pack).word());
    }

    @Test
    void aWarmBatchAllocatesNothing() {
        Batch batch = new Batch(FEATURES, VOCABULARIES);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (int i = 0; i < 50; i++) {
            batch.clear().add(SHORT).add(LONG);
            long before = threads.getCurrentThreadAllocatedBytes();
            batch.pack();
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(0, allocated);
    }
}
