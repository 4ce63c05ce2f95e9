package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.FeatureSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnknownWordsTest {

    private static final int TRIES = 40_000;

    /** Entry 1 was seen once, entry 2 nine times. */
    private static Vocabularies vocabularies(boolean unknown) {
        Vocabulary.Builder words = Vocabulary.builder().unknown(unknown);
        Vocabulary.Builder characters = Vocabulary.builder().unknown(unknown);
        for (String word : List.of("b", "a", "a", "a", "a", "a", "a", "a", "a", "a")) {
            words.add(word);
            characters.addCharacters(word);
        }
        return Vocabularies.ofTags(List.of()).with("words", words.build()).with("characters", characters.build());
    }

    private static UnknownWords filter(float alpha, float wordDropout, boolean unknown) {
        FeatureSpec features = FeatureSpec.ofText()
                .lookup("words", LookupKind.WORD, 0, 1, unknown)
                .lookup("characters", LookupKind.CHARACTER, 0, 1, unknown);
        UnknownWords filter = new UnknownWords(features, vocabularies(unknown), alpha, wordDropout, 1);
        filter.next(0, new int[] {17});
        return filter;
    }

    private static UnknownWords filter(float alpha, float wordDropout) {
        return filter(alpha, wordDropout, true);
    }

    private static double share(UnknownWords filter, int id) {
        int unknown = 0;
        for (int position = 0; position < TRIES; position++) {
            unknown += filter.token(0, id, 0, position) == 0 ? 1 : 0;
        }
        return unknown / (double) TRIES;
    }

    @Test
    void rareWordsAreReadAsUnknownMoreOften() {
        UnknownWords filter = filter(0.25f, 0f);
        assertEquals(0.25 / 1.25, share(filter, 1), 0.01);
        assertEquals(0.25 / 9.25, share(filter, 2), 0.005);
    }

    @Test
    void wordDropoutReadsAllWordsAlike() {
        UnknownWords filter = filter(0f, 0.1f);
        assertEquals(0.1, share(filter, 1), 0.008);
        assertEquals(0.1, share(filter, 2), 0.008);
    }

    @Test
    void bothHappenIndependently() {
        assertEquals(1 - 0.8 * 0.9, share(filter(0.25f, 0.1f), 1), 0.01);
    }

    @Test
    void wordDropoutLeavesCharacters() {
        UnknownWords filter = filter(0f, 0.9f);
        for (int position = 0; position < 100; position++) {
            assertEquals(1, filter.character(1, 1, 0, position, 0));
        }
    }

    @Test
    void withoutAnEntryForUnknownOnesNothingIsReplaced() {
        UnknownWords filter = filter(0.25f, 0.9f, false);
        for (int position = 0; position < 100; position++) {
            assertEquals(1, filter.token(0, 1, 0, position));
        }
    }
}
