package dev.lanewise.processor.read;

/** A layer that makes numbers from words, or takes them as they come. */
public interface FeatureDecl extends LayerDecl {
    /** Numbers it gives for each word. */
    int size();

    @Override
    default int widest() {
        return size();
    }

    /** The component of the tokens that it reads; empty for the one that stands for the word. */
    default String of() {
        return stated().of();
    }

    /** The attribute {@code of} as it is written in full, with a comma behind it; empty where it is not written. */
    default String ofInFull() {
        return of().isEmpty() ? "" : "of = \"" + of() + "\", ";
    }
}
