package dev.lanewise.processor.plan;

/**
 * A number of outputs laid into whole vectors.
 *
 * @param size the outputs themselves; 0 where only the data tell (tags that are learned)
 * @param lanes the widest vector that is worth it: 4, 8 or 16 lanes
 */
public record Width(int size, int lanes) {

    /** The width of a size that only the data tell. */
    public static final Width LEARNED = new Width(0, 8);

    /**
     * Chooses the vector: the widest one, unless a narrower one saves a fifth of the padding or more.
     *
     * @param size at least 1
     */
    public static Width of(int size) {
        int lanes = size <= 4 ? 4 : size <= 8 ? 8 : 16;
        while (lanes > 4 && size > 8 && roundUp(size, lanes / 2) * 5 <= roundUp(size, lanes) * 4) {
            lanes /= 2;
        }
        return new Width(size, lanes);
    }

    /** Whether the size is a constant of the generated code. */
    public boolean known() {
        return size > 0;
    }

    /** The size, padded to whole vectors. */
    public int stride() {
        return roundUp(size, lanes);
    }

    private static int roundUp(int size, int lanes) {
        return (size + lanes - 1) / lanes * lanes;
    }
}
