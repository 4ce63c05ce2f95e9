package dev.lanewise.processor.read;

import java.util.List;

/**
 * {@code @Embedding}.
 *
 * @param stated the annotation
 * @param dim numbers in each word's vector
 * @param minCount occurrences that a word needs to be in the vocabulary
 * @param unknown whether entry 0 stands for unknown words
 * @param name the module's name in the state dict, numbered where it is left out
 */
public record EmbeddingDecl(Stated stated, int dim, int minCount, boolean unknown, String name) implements FeatureDecl {
    static EmbeddingDecl of(Stated stated, String name) {
        return new EmbeddingDecl(
                stated, stated.integer("dim"), stated.integer("minCount"), stated.flag("unknown"), name);
    }

    @Override
    public int size() {
        return dim;
    }

    @Override
    public List<String> tensors() {
        return List.of(name + ".weight");
    }

    @Override
    public String inFull() {
        return "@Embedding(dim = " + dim + ", minCount = " + minCount + ", unknown = " + unknown + ", name = \"" + name
                + "\")";
    }
}
