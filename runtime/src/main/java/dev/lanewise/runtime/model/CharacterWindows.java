package dev.lanewise.runtime.model;

/**
 * The characters of every distinct word one after the other, with gaps before and behind each word, so that a window of a given
 * width can be laid over it at every position. Reused from batch to batch; allocates only when it grows.
 */
public final class CharacterWindows {

    private final int width;
    private int[] kinds = new int[0];
    private int[] starts = new int[1];

    /**
     * Windows of nothing.
     *
     * @param width the characters in a window; half of them, rounded down, may lie outside the word
     */
    public CharacterWindows(int width) {
        this.width = width;
    }

    /** Lays out the distinct words of a batch. */
    public void pack(Characters words) {
        Packing packing = words.packing();
        int[] kindOfRow = words.kinds().ofRows();
        int gap = words.kinds().count();
        int around = width / 2;
        int count = words.words();
        kinds = TextColumn.grown(kinds, packing.rows() + 2 * around * count);
        starts = TextColumn.grown(starts, count + 1);
        int at = 0;
        for (int word = 0; word < count; word++) {
            starts[word] = at;
            at = gaps(at, around, gap);
            int length = packing.length(packing.place(word));
            for (int step = 0; step < length; step++) {
                kinds[at++] = kindOfRow[packing.row(word, step)];
            }
            at = gaps(at, around, gap);
        }
        starts[count] = at;
    }

    private int gaps(int from, int count, int gap) {
        for (int i = 0; i < count; i++) {
            kinds[from + i] = gap;
        }
        return from + count;
    }

    /** The kind of every character, the number of kinds standing for a gap. */
    public int[] kinds() {
        return kinds;
    }

    /**
     * Where each word begins, with the gap before it, and where the last one ends: its windows are those that begin from there on
     * and end before the next word does.
     */
    public int[] starts() {
        return starts;
    }
}
