package dev.lanewise.runtime.hmm;

import java.util.Arrays;

/**
 * The candidates of a sentence's words side by side, between boundaries: as many slots as the order with the boundary alone, a slot
 * for each word, and one more with the boundary. A lattice belongs to one thread and is filled anew for each sentence.
 */
public final class Lattice {

    private final int order;
    private final int boundary;
    private int slots;
    private int[] first = new int[16];
    private int[] tags = new int[64];
    private double[] emissions = new double[64];

    /**
     * An empty lattice.
     *
     * @param order how many boundaries stand in front
     * @param boundary the number of the boundary
     */
    Lattice(int order, int boundary) {
        this.order = order;
        this.boundary = boundary;
    }

    /** Forgets the sentence before, and stands the boundaries in front. */
    void begin() {
        slots = 0;
        for (int i = 0; i < order; i++) {
            addBoundary();
        }
    }

    void addBoundary() {
        reserve(1);
        tags[first[slots]] = boundary;
        emissions[first[slots]] = 1;
        close(1);
    }

    void add(Candidates candidates) {
        int count = candidates.tags().length;
        reserve(count);
        System.arraycopy(candidates.tags(), 0, tags, first[slots], count);
        System.arraycopy(candidates.weights(), 0, emissions, first[slots], count);
        close(count);
    }

    private void reserve(int count) {
        if (first[slots] + count > tags.length) {
            int size = Math.max(2 * tags.length, first[slots] + count);
            tags = Arrays.copyOf(tags, size);
            emissions = Arrays.copyOf(emissions, size);
        }
        if (slots + 2 > first.length) {
            first = Arrays.copyOf(first, 2 * first.length);
        }
    }

    private void close(int count) {
        first[slots + 1] = first[slots] + count;
        slots++;
    }

    /** The number of slots. */
    public int slots() {
        return slots;
    }

    /** Where the candidates of each slot begin, and behind the last slot where they end. */
    public int[] first() {
        return first;
    }

    /** The candidates' tags; {@code tags} of the model is the boundary. */
    public int[] tags() {
        return tags;
    }

    /** How probable the word is given the candidate, up to a factor of the word's. */
    public double[] emissions() {
        return emissions;
    }

    /** The number of pairs of candidates of neighbouring slots, which are the states of order 2. */
    long pairs() {
        long pairs = 0;
        for (int slot = 1; slot < slots; slot++) {
            pairs += (long) (first[slot] - first[slot - 1]) * (first[slot + 1] - first[slot]);
        }
        return pairs;
    }

    /** The slot of a word. */
    int slot(int word) {
        return order + word;
    }
}
