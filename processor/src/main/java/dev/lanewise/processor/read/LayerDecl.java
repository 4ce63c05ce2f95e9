package dev.lanewise.processor.read;

import java.util.List;

/** One layer as it is declared: a {@link FeatureDecl}, an {@link EncoderDecl} or of the head. */
public interface LayerDecl {
    /** The annotation, to point messages at. */
    Stated stated();

    /** Its name in the state dict, empty if it has none. */
    String name();

    /** Names of the layer's tensors in the state dict, in PyTorch's order. */
    List<String> tensors();

    /** The most numbers that lie side by side in this layer; 0 where it only passes on what it gets. */
    int widest();

    /**
     * The weight matrices whose size attributes decide.
     *
     * @param inputs the numbers that the layer reads of every word
     */
    default List<Matrix> matrices(int inputs) {
        return List.of();
    }

    /** The annotation with all its attributes, defaults too: the same text for the same layer. */
    String inFull();

    /**
     * A weight matrix.
     *
     * @param attribute the attribute that makes it large
     */
    record Matrix(String attribute, int rows, int columns) {}
}
