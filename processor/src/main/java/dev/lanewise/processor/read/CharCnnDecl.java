package dev.lanewise.processor.read;

import java.util.List;

/**
 * {@code @CharCnn}.
 *
 * @param stated the annotation
 * @param embedding numbers in each character's vector
 * @param filters filters of the convolution
 * @param width characters that a filter reads at a time
 * @param unknown whether entry 0 stands for unknown characters
 * @param name stem of the modules' names in the state dict
 */
public record CharCnnDecl(Stated stated, int embedding, int filters, int width, boolean unknown, String name)
        implements CharacterDecl {
    static CharCnnDecl of(Stated stated, String name) {
        return new CharCnnDecl(
                stated,
                stated.integer("embedding"),
                stated.integer("filters"),
                stated.integer("width"),
                stated.flag("unknown"),
                name);
    }

    @Override
    public int size() {
        return filters;
    }

    @Override
    public int widest() {
        return Math.max(embedding, filters);
    }

    @Override
    public List<Matrix> matrices(int inputs) {
        return List.of(new Matrix("filters", filters * width, embedding));
    }

    @Override
    public List<String> tensors() {
        return List.of(embeddingName() + ".weight", cnnName() + ".weight", cnnName() + ".bias");
    }

    /** Name of the convolution in the state dict. */
    public String cnnName() {
        return name + "_cnn";
    }

    @Override
    public String inFull() {
        return "@CharCnn(" + ofInFull() + "embedding = " + embedding + ", filters = " + filters + ", width = " + width
                + ", unknown = " + unknown + ", name = \"" + name + "\")";
    }
}
