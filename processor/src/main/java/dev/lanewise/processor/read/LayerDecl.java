package dev.lanewise.processor.read;

import java.util.List;

/** One layer as it is declared. */
public sealed interface LayerDecl permits FeatureDecl, LstmDecl, LinearDecl {
    /** The annotation, to point messages at. */
    Stated stated();

    /** Its name in the state dict, empty if it has none. */
    String name();

    /** Names of the layer's tensors in the state dict, in PyTorch's order. */
    List<String> tensors();

    /** The annotation with all its attributes, defaults too: the same text for the same layer. */
    String inFull();
}
