package dev.lanewise.processor.plan;

/**
 * A number of outputs laid into whole vectors.
 *
 * @param size the outputs themselves; 0 where only the data tell (tags that are learned)
 * @param lanes the lanes of a vector, the same in the whole model
 */
public record Width(int size, int lanes) {

    /** Whether the size is a constant of the generated code. */
    public boolean known() {
        return size > 0;
    }

    /** The size, padded to whole vectors. */
    public int stride() {
        return (size + lanes - 1) / lanes * lanes;
    }

    /**
     * The distance of rows of a recurrent layer's weight matrix over these numbers: a vector more where rows would collide in
     * the cache.
     */
    public int weightStride() {
        return stride() % 128 == 0 ? stride() + lanes : stride();
    }
}
