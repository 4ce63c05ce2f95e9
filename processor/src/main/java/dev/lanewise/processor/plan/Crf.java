package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.CrfDecl;
import dev.lanewise.processor.read.TagScheme;
import java.util.List;

/**
 * A linear chain over the tags.
 *
 * @param tags the number of tags
 * @param constraints the scheme that they follow
 */
public record Crf(
        String annotation,
        String name,
        String identifier,
        List<ParameterPlan> parameters,
        Width tags,
        TagScheme constraints)
        implements LayerPlan {

    /** Half the width of pytorch-crf's initialisation. */
    private static final float BOUND = 0.1f;

    /** Copies the list. */
    public Crf {
        parameters = List.copyOf(parameters);
    }

    static Crf of(CrfDecl decl, Width tags, Draft draft) {
        List<String> tensors = decl.tensors();
        List<ParameterPlan> parameters = List.of(
                draft.ofTags(tensors.get(0), tags, false, BOUND),
                draft.ofTags(tensors.get(1), tags, false, BOUND),
                draft.ofTags(tensors.get(2), tags, true, BOUND));
        return new Crf(decl.inFull(), decl.name(), draft.identifier(decl.name()), parameters, tags, decl.constraints());
    }

    @Override
    public int inputs() {
        return tags.size();
    }

    @Override
    public int outputs() {
        return tags.size();
    }

    @Override
    public long multiplyAdds() {
        return (long) tags.size() * tags.size();
    }
}
