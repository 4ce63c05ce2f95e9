package dev.lanewise.processor.plan;

/** One layer, in one or both directions, that reads the sequence step by step and carries a state. */
public interface EncoderPlan extends LayerPlan {

    /** The layout of what it reads. */
    Width input();

    /** The layout of one direction's units. */
    Width hidden();

    /** Whether it runs from right to left as well. */
    boolean bidirectional();

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
