package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    void wordsAreCopied() {
        List<String> words = new ArrayList<>(List.of("The", "dog"));
        Sequence sequence = Sequence.of(words);
        words.set(0, "A");
        assertEquals(new WordSequence(List.of("The", "dog")), sequence);
        assertEquals(2, sequence.length());
    }

    @Test
    void emptyWordIsAnErrorThatNamesItsPlace() {
        var error = assertThrows(IllegalArgumentException.class, () -> Sequence.of(List.of("a", "", "b")));
        assertEquals(
                "word 1 of [a, , b] is empty (counted from 0); leave it out or give it a form", error.getMessage());
    }

    @Test
    void vectorsKeepTheirShape() {
        var sequence = new VectorSequence(new float[][] {{1, 2, 3}, {4, 5, 6}});
        assertEquals(2, sequence.length());
        assertEquals(3, sequence.dim());
        assertEquals("VectorSequence[2 x 3]", sequence.toString());
    }

    @Test
    void vectorsAreComparedByTheirNumbers() {
        var sequence = new VectorSequence(new float[][] {{1, 2}, {3, 4}});
        assertEquals(sequence, new VectorSequence(new float[][] {{1, 2}, {3, 4}}));
        assertEquals(sequence.hashCode(), new VectorSequence(new float[][] {{1, 2}, {3, 4}}).hashCode());
        assertNotEquals(sequence, new VectorSequence(new float[][] {{1, 2}, {3, 5}}));
    }

    @Test
    void noVectorsAreAnEmptySequence() {
        assertEquals(0, new VectorSequence(new float[0][]).length());
        assertEquals(0, new VectorSequence(new float[0][]).dim());
    }

    @Test
    void vectorOfAnotherLengthIsAnErrorThatNamesIt() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> Sequence.of(new float[][] {{1, 2}, {1, 2}, {1, 2, 3}}));
        assertEquals(
                "vector 2 has length 3, vector 0 has length 2; give all vectors of a sequence one length",
                error.getMessage());
    }

    @Test
    void emptyVectorIsAnErrorThatNamesIt() {
        var error = assertThrows(IllegalArgumentException.class, () -> Sequence.of(new float[][] {{}}));
        assertEquals("vector 0 is empty (counted from 0); give it elements", error.getMessage());
    }
}
