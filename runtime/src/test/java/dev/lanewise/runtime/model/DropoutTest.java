package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DropoutTest {

    private static final int[] LENGTHS = {3, 6, 1, 4};
    private static final int[] SENTENCES = {10, 7, 3, 99};
    private static final int COLUMNS = 12;
    private static final int STRIDE = 16;
    private static final float P = 0.5f;

    private static Packing packing(int... lengths) {
        Packing packing = new Packing();
        packing.pack(lengths, lengths.length);
        return packing;
    }

    private static Dropout started(long epoch, int... sentences) {
        Dropout dropout = new Dropout();
        dropout.start(1, epoch, sentences, sentences.length);
        return dropout;
    }

    private static float[] each(Dropout dropout, int place, Packing packing) {
        float[] mask = new float[packing.rows() * STRIDE];
        dropout.each(place, P, packing, mask, 2, STRIDE, COLUMNS);
        return mask;
    }

    private static float[] locked(Dropout dropout, int place, Packing packing) {
        float[] mask = new float[packing.sequences() * STRIDE];
        dropout.locked(place, P, packing, mask, STRIDE, COLUMNS);
        return mask;
    }

    private static float[] row(float[] mask, int row) {
        return Arrays.copyOfRange(mask, row * STRIDE, (row + 1) * STRIDE);
    }

    @Test
    void isOffUntilItIsStarted() {
        Dropout dropout = new Dropout();
        assertFalse(dropout.isOn());
        dropout.start(1, 0, new int[] {0}, 1);
        assertTrue(dropout.isOn());
        dropout.stop();
        assertFalse(dropout.isOn());
    }

    @Test
    void masksOfASentenceDoNotDependOnTheOthers() {
        Packing all = packing(LENGTHS);
        float[] words = each(started(4, SENTENCES), 2, all);
        float[] sequences = locked(started(4, SENTENCES), 2, all);
        for (int s = 0; s < LENGTHS.length; s++) {
            Packing one = packing(LENGTHS[s]);
            float[] alone = each(started(4, SENTENCES[s]), 2, one);
            for (int t = 0; t < LENGTHS[s]; t++) {
                assertArrayEquals(row(alone, t), row(words, all.row(s, t)));
            }
            assertArrayEquals(locked(started(4, SENTENCES[s]), 2, one), row(sequences, all.place(s)));
        }
    }

    @Test
    void everyWordEpochPlaceAndSentenceHasAMaskOfItsOwn() {
        Packing packing = packing(5, 5);
        Set<String> masks = new HashSet<>();
        int expected = 0;
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int place = 0; place < 3; place++) {
                float[] words = new float[packing.rows() * 64];
                float[] sequences = new float[packing.sequences() * 64];
                Dropout dropout = started(epoch, 1, 2);
                dropout.each(place, P, packing, words, 0, 64, 64);
                dropout.locked(place, P, packing, sequences, 64, 64);
                for (int row = 0; row < packing.rows() + packing.sequences(); row++) {
                    float[] from = row < packing.rows() ? words : sequences;
                    int at = row % packing.rows() * 64;
                    masks.add(Arrays.toString(Arrays.copyOfRange(from, at, at + 64)));
                    expected++;
                }
            }
        }
        assertEquals(expected, masks.size());
    }

    @Test
    void drawingAllocatesNothingWhenWarm() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Packing packing = packing(LENGTHS);
        Dropout dropout = started(0, SENTENCES);
        float[] mask = new float[packing.rows() * STRIDE];
        long before = 0;
        for (int epoch = 0; epoch < 10; epoch++) {
            before = threads.getCurrentThreadAllocatedBytes();
            dropout.start(1, epoch, SENTENCES, SENTENCES.length);
            dropout.each(0, P, packing, mask, 0, STRIDE, COLUMNS);
            dropout.locked(1, P, packing, mask, STRIDE, COLUMNS);
        }
        assertEquals(0, threads.getCurrentThreadAllocatedBytes() - before);
    }

    @Test
    void onlyTheColumnsAskedForAreFilled() {
        Packing packing = packing(LENGTHS);
        float[] mask = each(started(0, SENTENCES), 0, packing);
        Dropout.keep(packing, mask, 0, STRIDE, 2);
        for (int row = 0; row < packing.rows(); row++) {
            float[] numbers = row(mask, row);
            assertArrayEquals(new float[] {1f, 1f}, Arrays.copyOf(numbers, 2));
            assertArrayEquals(new float[2], Arrays.copyOfRange(numbers, 2 + COLUMNS, STRIDE));
        }
    }
}
