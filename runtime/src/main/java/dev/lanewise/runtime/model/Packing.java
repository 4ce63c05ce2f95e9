package dev.lanewise.runtime.model;

import java.util.Arrays;

/**
 * How sequences of different lengths lie in one matrix without padding: longest first, time step after time step, so that the
 * active sequences of a step are a prefix. The order is PyTorch's {@code pack_padded_sequence} with
 * {@code enforce_sorted=False}; among equal lengths the earlier sequence comes first.
 *
 * <p>A packing is reused from batch to batch and allocates only when it grows.
 */
public final class Packing {

    private int sequences;
    private int steps;
    private int[] lengths = new int[8];
    private int[] order = new int[8];
    private int[] rank = new int[8];
    private int[] offsets = new int[9];

    /** A packing of nothing. */
    public Packing() {}

    /**
     * Packs anew.
     *
     * @param sequenceLengths the length of each sequence, at least 1
     * @param count how many of them
     */
    public void pack(int[] sequenceLengths, int count) {
        if (count == 1) {
            packOne(sequenceLengths[0]);
            return;
        }
        sequences = count;
        steps = 0;
        for (int i = 0; i < count; i++) {
            steps = Math.max(steps, sequenceLengths[i]);
        }
        reserve();
        // A counting sort by falling length keeps the order of equals: offsets serve as the counters first.
        Arrays.fill(offsets, 0, steps + 1, 0);
        for (int i = 0; i < count; i++) {
            offsets[steps - sequenceLengths[i]]++;
        }
        int before = 0;
        for (int i = 0; i <= steps; i++) {
            int here = offsets[i];
            offsets[i] = before;
            before += here;
        }
        for (int i = 0; i < count; i++) {
            int at = offsets[steps - sequenceLengths[i]]++;
            order[at] = i;
            rank[i] = at;
            lengths[at] = sequenceLengths[i];
        }
        int active = count;
        offsets[0] = 0;
        for (int t = 0; t < steps; t++) {
            while (lengths[active - 1] <= t) {
                active--;
            }
            offsets[t + 1] = offsets[t] + active;
        }
    }

    /** A single sequence lies as it is. */
    private void packOne(int length) {
        sequences = 1;
        steps = length;
        reserve();
        order[0] = 0;
        rank[0] = 0;
        lengths[0] = length;
        for (int t = 0; t <= length; t++) {
            offsets[t] = t;
        }
    }

    private void reserve() {
        if (order.length < sequences) {
            int size = Math.max(sequences, order.length * 2);
            lengths = new int[size];
            order = new int[size];
            rank = new int[size];
        }
        if (offsets.length <= steps) {
            offsets = new int[Math.max(steps + 1, offsets.length * 2)];
        }
    }

    /** Number of sequences. */
    public int sequences() {
        return sequences;
    }

    /** Number of time steps: the length of the longest sequence. */
    public int steps() {
        return steps;
    }

    /** Number of rows in all: the sum of the lengths. */
    public int rows() {
        return offsets[steps];
    }

    /** The first row of a time step. */
    public int offset(int step) {
        return offsets[step];
    }

    /**
     * The end of the time steps, from a given one on, that a layer takes together.
     *
     * @param chunk how many rows they have at least, if there are so many; the last ones go along where they are a quarter of it
     *     or less, for which a chunk of their own would read all weights
     * @return the step behind the last of them
     */
    public int chunkEnd(int from, int chunk) {
        int end = from + 1;
        while (end < steps && offsets[end] - offsets[from] < chunk) {
            end++;
        }
        return rows() - offsets[end] <= chunk / 4 ? steps : end;
    }

    /** The first of the time steps, up to a given one, that a layer takes together; see {@link #chunkEnd}. */
    public int chunkStart(int end, int chunk) {
        int from = end - 1;
        while (from > 0 && offsets[end] - offsets[from] < chunk) {
            from--;
        }
        return offsets[from] <= chunk / 4 ? 0 : from;
    }

    /** Number of rows of some time steps; the last step is not among them. */
    public int rows(int from, int end) {
        return offsets[end] - offsets[from];
    }

    /** How many sequences reach a time step; 0 past the end. */
    public int active(int step) {
        return step < steps ? offsets[step + 1] - offsets[step] : 0;
    }

    /** The sequence that stands at a place of the packed order. */
    public int sequence(int place) {
        return order[place];
    }

    /** The place of a sequence in the packed order. */
    public int place(int sequence) {
        return rank[sequence];
    }

    /** The length of the sequence at a place. */
    public int length(int place) {
        return lengths[place];
    }

    /** The row of a sequence's time step. */
    public int row(int sequence, int step) {
        return offsets[step] + rank[sequence];
    }
}
