package dev.lanewise.processor.read;

/** A layer that makes numbers from words, or takes them as they come. */
public sealed interface FeatureDecl extends LayerDecl permits EmbeddingDecl, CharLstmDecl, InputDecl {
    /** Numbers it gives for each word. */
    int size();
}
