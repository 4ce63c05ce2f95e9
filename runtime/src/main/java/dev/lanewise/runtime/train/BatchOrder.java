package dev.lanewise.runtime.train;

import dev.lanewise.runtime.random.Shuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The batches of an epoch. Shuffled sentences are sorted by length inside pools of {@value #POOL} batches, so that the sentences
 * of a batch are of like length, and the batches are shuffled once more. Depends on seed and epoch alone.
 */
final class BatchOrder {

    private static final int POOL = 32;

    private final int[] lengths;
    private final int batchSize;
    private final boolean shuffle;
    private final long seed;

    BatchOrder(int[] lengths, int batchSize, boolean shuffle, long seed) {
        this.lengths = lengths;
        this.batchSize = batchSize;
        this.shuffle = shuffle;
        this.seed = seed;
    }

    /** The numbers of the sentences of each batch. */
    List<int[]> epoch(int epoch) {
        int size = lengths.length;
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        if (!shuffle) {
            return cut(order, 0, size);
        }
        Shuffle.shuffle(order, seed, 2L * epoch);
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < size; from += POOL * batchSize) {
            int to = Math.min(size, from + POOL * batchSize);
            sortByLength(order, from, to);
            batches.addAll(cut(order, from, to));
        }
        int[] places = Shuffle.permutation(batches.size(), seed, 2L * epoch + 1);
        return Arrays.stream(places).mapToObj(batches::get).toList();
    }

    private void sortByLength(int[] order, int from, int to) {
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = (long) lengths[order[i]] << 32 | i;
        }
        Arrays.sort(keys);
        int[] before = order.clone();
        for (int i = from; i < to; i++) {
            order[i] = before[(int) keys[i - from]];
        }
    }

    private List<int[]> cut(int[] order, int from, int to) {
        List<int[]> batches = new ArrayList<>();
        for (int at = from; at < to; at += batchSize) {
            batches.add(Arrays.copyOfRange(order, at, Math.min(to, at + batchSize)));
        }
        return batches;
    }
}
