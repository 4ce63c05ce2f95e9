package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RecurrentRunTest {

    private static final int STRIDE = 32;
    private static final int LENGTH = 10_000;
    private static final int CHUNK = 128;

    private final LstmRun run = new LstmRun(3, 8, STRIDE, false);
    private final Packing packing = new Packing();

    RecurrentRunTest() {
        packing.pack(new int[] {LENGTH, 2}, 2);
    }

    @Test
    void keepsAllGatesForABackwardPass() {
        run.start(packing, true);
        run.startChunk(packing.offset(500), packing.rows(500, 600));
        assertEquals(packing.offset(500), run.kept(packing.offset(500)));
        assertTrue(run.gates().length >= packing.rows() * STRIDE);
        run.startBackward(packing);
    }

    @Test
    void refusesMoreRowsThanABackwardPassCouldHold() {
        LstmRun wide = new LstmRun(3, 8, 1 << 20, false);
        assertThrows(IllegalArgumentException.class, () -> wide.start(packing, false));
    }

    @Test
    void keepsThoseOfAChunkOtherwise() {
        run.start(packing, false);
        int from = 0;
        while (from < packing.steps()) {
            int end = packing.chunkEnd(from, CHUNK);
            run.startChunk(packing.offset(from), packing.rows(from, end));
            assertEquals(0, run.kept(packing.offset(from)));
            assertTrue(run.kept(packing.offset(end)) * STRIDE <= run.gates().length, "room for the chunk");
            from = end;
        }
        assertTrue(run.gates().length < LENGTH, run.gates().length + " numbers for " + LENGTH + " words");
        assertThrows(IllegalStateException.class, () -> run.startBackward(packing));
    }

    @Test
    void fewRowsAreNoChunkOfTheirOwn() {
        int[] lengths = new int[16];
        Arrays.fill(lengths, 25);
        packing.pack(lengths, lengths.length);
        for (int from = 0, end; from < packing.steps(); from = end) {
            end = packing.chunkEnd(from, CHUNK);
            checkChunk(from, end);
        }
        for (int end = packing.steps(), from; end > 0; end = from) {
            from = packing.chunkStart(end, CHUNK);
            checkChunk(from, end);
        }
    }

    private void checkChunk(int from, int end) {
        int rows = packing.rows(from, end);
        assertTrue(
                rows >= 100 && rows <= CHUNK + CHUNK / 4 + packing.sequences(),
                rows + " rows from step " + from + " to " + end);
    }
}
