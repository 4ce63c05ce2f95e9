package dev.lanewise.processor.read;

/** Reads an annotation of one kind into a layer. */
@FunctionalInterface
interface LayerFactory {
    /**
     * Makes the layer.
     *
     * @param stated the annotation
     * @param name the value of its attribute {@code name}, numbered where several layers leave it out; empty without one
     */
    LayerDecl read(Stated stated, String name);
}
