package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CharacterWindowsTest {

    private static final Vocabulary CHARACTERS =
            Vocabulary.builder().addCharacters("abc").build();

    private static Characters characters(String... words) {
        FeatureSpec features = FeatureSpec.ofText().lookup("char_embeddings", LookupKind.CHARACTER, 0, 1, true);
        Vocabularies vocabularies = Vocabularies.ofTags(List.of()).with("char_embeddings", CHARACTERS);
        return new Batch(features, vocabularies)
                .add(Sequence.of(List.of(words)))
                .pack()
                .characters(0);
    }

    private static int[] kinds(CharacterWindows windows, int word) {
        return Arrays.copyOfRange(windows.kinds(), windows.starts()[word], windows.starts()[word + 1]);
    }

    @Test
    void everyWordStandsBetweenGaps() {
        CharacterWindows windows = new CharacterWindows(3);
        windows.pack(characters("b", "abba", "b"));
        int gap = 2;
        assertArrayEquals(new int[] {gap, 0, gap}, kinds(windows, 0));
        assertArrayEquals(new int[] {gap, 1, 0, 0, 1, gap}, kinds(windows, 1));
    }

    @Test
    void aWindowOfOneCharacterNeedsNoGaps() {
        CharacterWindows windows = new CharacterWindows(1);
        windows.pack(characters("ab"));
        assertArrayEquals(new int[] {0, 1}, kinds(windows, 0));
    }

    @Test
    void anotherBatchReplacesTheFirst() {
        CharacterWindows windows = new CharacterWindows(4);
        windows.pack(characters("abcabc", "c"));
        windows.pack(characters("a"));
        assertArrayEquals(new int[] {1, 1, 0, 1, 1}, kinds(windows, 0));
    }
}
