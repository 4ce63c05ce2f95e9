package dev.lanewise.processor.plan;

/** One layer, in one or both directions, that reads the sequence step by step and carries a state. */
public interface EncoderPlan extends LayerPlan {

    /** The layout of what it reads. */
    Width input();

    /** The layout of one direction's units. */
    Width hidden();

    /** Whether it runs from right to left as well. */
    boolean bidirectional();

    /** Blocks of rows in each weight matrix. */
    int gates();

    /**
     * Numbers of one row of gates: four blocks of padded units, and a vector more where rows would collide in the cache. Four is
     * the most that any kind of layer needs.
     */
    default int gateStride() {
        int blocks = 4 * hidden().stride();
        return blocks % 256 == 0 ? blocks + 16 : blocks;
    }

    @Override
    default long multiplyAdds() {
        return (long) gates() * hidden().size() * (input().size() + hidden().size()) * directions();
    }

    /** 1 or 2. */
    default int directions() {
        return bidirectional() ? 2 : 1;
    }

    @Override
    default int inputs() {
        return input().size();
    }

    @Override
    default int outputs() {
        return hidden().size() * directions();
    }
}
