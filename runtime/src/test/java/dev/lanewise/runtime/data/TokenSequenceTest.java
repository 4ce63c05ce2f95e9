package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenSequenceTest {

    private static final List<String> COLUMNS = List.of("form", "pos");

    @Test
    void theFirstColumnIsTheWords() {
        TokenSequence sequence =
                new TokenSequence(List.of(7, 8), COLUMNS, List.of(List.of("a", "b"), List.of("X", "Y")));
        assertEquals(2, sequence.length());
        assertEquals(List.of("a", "b"), sequence.words());
        assertEquals(List.of("a", "b"), Example.of(sequence, List.of(1, 2)).words());
    }

    @Test
    void aMissingTextIsNamed() {
        var error = assertThrows(
                NullPointerException.class,
                () -> new TokenSequence(List.of(7, 8), COLUMNS, List.of(List.of("a", "b"), Arrays.asList("X", null))));
        assertEquals(
                "pos of token 1 is null, in 8 (counted from 0); give it a text, such as \"_\" for none",
                error.getMessage());
    }

    @Test
    void everyTokenHasEveryText() {
        var texts = assertThrows(
                IllegalArgumentException.class,
                () -> new TokenSequence(List.of(7, 8), COLUMNS, List.of(List.of("a", "b"), List.of("X"))));
        assertEquals("2 tokens, but 1 texts of the component pos", texts.getMessage());
        var columns = assertThrows(
                IllegalArgumentException.class, () -> new TokenSequence(List.of(7), COLUMNS, List.of(List.of("a"))));
        assertEquals("there are texts for 1 components, not for [form, pos]", columns.getMessage());
    }
}
