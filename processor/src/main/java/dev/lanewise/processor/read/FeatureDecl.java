package dev.lanewise.processor.read;

/** A layer that makes numbers from words, or takes them as they come. */
public interface FeatureDecl extends LayerDecl {
    /** Numbers it gives for each word. */
    int size();

    @Override
    default int widest() {
        return size();
    }
}
