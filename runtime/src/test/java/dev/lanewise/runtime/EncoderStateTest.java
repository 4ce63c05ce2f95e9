package dev.lanewise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class EncoderStateTest {

    private static final float[][] HIDDEN = {{1f, 2f}, {3f, 4f, 5f}};

    @Test
    void aLayerWithoutCellsHasAnEmptyRow() {
        EncoderState state = EncoderState.of(HIDDEN);
        assertEquals(2, state.rows());
        assertEquals(3, state.size(1));
        assertEquals(0, state.cells(1));
        assertArrayEquals(new float[2][0], state.cell());
        assertEquals(state, EncoderState.of(HIDDEN, new float[2][0]));
        assertNotEquals(state, EncoderState.of(HIDDEN, HIDDEN));
    }

    @Test
    void layersOfBothKindsMayBeStacked() {
        EncoderState state = EncoderState.of(HIDDEN, new float[][] {{}, {6f, 7f, 8f}});
        assertEquals(0, state.cells(0));
        assertEquals(3, state.cells(1));
    }

    @Test
    void arraysAreCopiedInAndOut() {
        float[][] given = {{1f}};
        EncoderState state = EncoderState.of(given, given);
        given[0][0] = 9f;
        state.hidden()[0][0] = 9f;
        state.cell()[0][0] = 9f;
        assertEquals(EncoderState.of(new float[][] {{1f}}, new float[][] {{1f}}), state);
    }

    @Test
    void rowsBelongTogether() {
        assertEquals(
                "a state has as many rows of hidden as of cell states, but there are 2 and 1",
                assertThrows(IllegalArgumentException.class, () -> EncoderState.of(HIDDEN, new float[1][2]))
                        .getMessage());
        assertEquals(
                "row 1 of a state has 3 hidden and 2 cell numbers; both need the layer's hidden size, but a layer without"
                        + " cells has none of the latter",
                assertThrows(IllegalArgumentException.class, () -> EncoderState.of(HIDDEN, new float[2][2]))
                        .getMessage());
    }
}
