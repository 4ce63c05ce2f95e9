package dev.lanewise.processor.read;

import java.util.List;

/**
 * {@code @Linear}.
 *
 * @param stated the annotation
 * @param name the module's name in the state dict
 */
public record LinearDecl(Stated stated, String name) implements LayerDecl {
    static LinearDecl of(Stated stated, String name) {
        return new LinearDecl(stated, name);
    }

    @Override
    public int widest() {
        return 0; // the tags decide
    }

    @Override
    public List<String> tensors() {
        return tensors(name);
    }

    static List<String> tensors(String name) {
        return List.of(name + ".weight", name + ".bias");
    }

    @Override
    public String inFull() {
        return "@Linear(name = \"" + name + "\")";
    }
}
