package dev.lanewise.processor.read;

import java.util.List;

/**
 * {@code @Crf}.
 *
 * @param stated the annotation
 * @param of the component of the head that it belongs to; empty where there is only one
 * @param constraints the scheme that its tags follow
 * @param name the module's name in the state dict
 */
public record CrfDecl(Stated stated, String of, TagScheme constraints, String name) implements LayerDecl {
    static CrfDecl of(Stated stated, String name) {
        return new CrfDecl(stated, stated.of(), TagScheme.valueOf(stated.constant("constraints")), name);
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
        return "@Crf(" + LinearDecl.ofInFull(of) + "constraints = Constraints." + constraints + ", name = \"" + name
                + "\")";
    }
}
