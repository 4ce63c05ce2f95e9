package dev.lanewise.processor.read;

import java.util.List;

/**
 * {@code @Input}.
 *
 * @param stated the annotation
 * @param dim numbers in each vector
 */
public record InputDecl(Stated stated, int dim) implements FeatureDecl {
    static InputDecl of(Stated stated, String name) {
        return new InputDecl(stated, stated.integer("dim"));
    }

    @Override
    public int size() {
        return dim;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<String> tensors() {
        return List.of();
    }

    @Override
    public String inFull() {
        return "@Input(dim = " + dim + ")";
    }
}
