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
    private final BatchSize batchSize;
    private final boolean shuffle;
    private final long seed;

    BatchOrder(int[] lengths, BatchSize batchSize, boolean shuffle, long seed) {
        this.lengths = lengths;
        this.batchSize = batchSize;
        this.shuffle = shuffle;
        this.seed = seed;
    }

    /** The numbers of the sentences of each batch. */
    List<int[]> epoch(int epoch) {
        int size = lengths.length;
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        List<int[]> batches = new ArrayList<>();
        if (!shuffle) {
            cut(order, 0, size, batches);
            return batches;
        }
        Shuffle.shuffle(order, seed, 2L * epoch);
        for (int from = 0; from < size; ) {
            int to = end(order, from, size, (long) POOL * batchSize.limit());
            sortByLength(order, from, to);
            cut(order, from, to, batches);
            from = to;
        }
        List<int[]> shuffled = new ArrayList<>();
        for (int place : Shuffle.permutation(batches.size(), seed, 2L * epoch + 1)) {
            shuffled.add(batches.get(place));
        }
        return shuffled;
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

    private void cut(int[] order, int from, int to, List<int[]> into) {
        for (int at = from; at < to; ) {
            int end = end(order, at, to, batchSize.limit());
            into.add(Arrays.copyOfRange(order, at, end));
            at = end;
        }
    }

    /** Where a run of sentences ends that together count no more than a limit; it has at least one. */
    private int end(int[] order, int from, int to, long limit) {
        long cost = batchSize.cost(lengths[order[from]]);
        int end = from + 1;
        while (end < to && cost + batchSize.cost(lengths[order[end]]) <= limit) {
            cost += batchSize.cost(lengths[order[end++]]);
        }
        return end;
    }
}
