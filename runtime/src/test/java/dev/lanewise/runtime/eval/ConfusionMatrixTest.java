package dev.lanewise.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.data.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    private static final ConfusionMatrix MATRIX = Evaluation.of(
                    List.of(Example.of(List.of("a", "b", "c", "d", "e", "f"), List.of("A", "A", "B", "B", "C", "D"))),
                    List.of(List.of("A", "A", "B", "C", "B", "D")),
                    word -> true)
            .matrix();

    @Test
    void tagsWithMostMistakesComeFirst() {
        assertEquals(List.of("B", "C", "A", "D"), MATRIX.tags());
        assertEquals(
                List.of(
                        List.of(1L, 1L, 0L, 0L),
                        List.of(1L, 0L, 0L, 0L),
                        List.of(0L, 0L, 2L, 0L),
                        List.of(0L, 0L, 0L, 1L)),
                MATRIX.counts());
        assertEquals(1, MATRIX.count("B", "C"));
        assertEquals(0, MATRIX.count("B", "none"));
    }

    @Test
    void tableShowsTheFirstTags() {
        assertEquals("""
            gold \\ predicted  B  C  A
            B                 1  1  .
            C                 1  .  .
            A                 .  .  2
            """, MATRIX.table(3));
        assertEquals(5, MATRIX.table(100).lines().count());
        assertThrows(IllegalArgumentException.class, () -> MATRIX.table(0));
    }
}
