package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleTest {

    @Test
    void holdsCopiesOfWordsAndTags() {
        List<String> tags = new ArrayList<>(List.of("DET", "NN"));
        Example<String> example = Example.of(List.of("The", "dog"), tags);
        tags.set(0, "V");
        assertEquals(List.of("DET", "NN"), example.tags());
        assertEquals(List.of("The", "dog"), example.words());
        assertEquals(Sequence.of(List.of("The", "dog")), example.sequence());
        assertEquals(2, example.length());
    }

    @Test
    void equalsByContent() {
        assertEquals(Example.of(List.of("a"), List.of(1)), Example.of(List.of("a"), List.of(1)));
        assertEquals(
                Example.of(List.of("a"), List.of(1)).hashCode(),
                Example.of(List.of("a"), List.of(1)).hashCode());
    }

    @Test
    void differentNumbersOfWordsAndTagsAreAnErrorThatShowsBoth() {
        var error =
                assertThrows(IllegalArgumentException.class, () -> Example.of(List.of("The", "dog"), List.of("DET")));
        assertEquals(
                "2 words or vectors, but 1 tags; give one tag for each,"
                        + " in WordSequence[words=[The, dog]] with [DET]",
                error.getMessage());
    }

    @Test
    void emptySentenceIsAnError() {
        var error = assertThrows(IllegalArgumentException.class, () -> Example.of(List.of(), List.of()));
        assertEquals("an example has no words or vectors; leave empty sentences out", error.getMessage());
    }

    @Test
    void vectorsHaveNoWords() {
        Example<String> example = Example.of(new float[][] {{1, 2}}, List.of("WALK"));
        assertEquals(1, example.length());
        var error = assertThrows(IllegalStateException.class, example::words);
        assertEquals("an example of vectors has no words; ask for sequence()", error.getMessage());
    }
}
