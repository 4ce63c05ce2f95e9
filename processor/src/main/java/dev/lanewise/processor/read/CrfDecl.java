package dev.lanewise.processor.read;

import java.util.List;

/**
 * {@code @Crf}.
 *
 * @param stated the annotation
 * @param constraints the scheme that its tags follow
 * @param name the module's name in the state dict
 */
public record CrfDecl(Stated stated, TagScheme constraints, String name) implements LayerDecl {
    static CrfDecl of(Stated stated, String name) {
        return new CrfDecl(stated, TagScheme.valueOf(stated.constant("constraints")), name);
    }

    @Override
    public int widest() {
        return 0; // the tags decide
    }

    @Override
    public List<String> tensors() {
        return List.of(name + ".start_transitions", name + ".end_transitions", name + ".transitions");
    }

    @Override
    public String inFull() {
        return "@Crf(constraints = Constraints." + constraints + ", name = \"" + name + "\")";
    }
}
