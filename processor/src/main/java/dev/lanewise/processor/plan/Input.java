package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.InputDecl;
import java.util.List;

/** Dense vectors given by the caller. */
public record Input(String annotation, int dim) implements FeaturePlan {

    static Input of(InputDecl decl, Draft draft) {
        return new Input(decl.inFull(), decl.dim());
    }

    @Override
    public String name() {
        return "input";
    }

    @Override
    public String identifier() {
        return "input";
    }

    @Override
    public List<ParameterPlan> parameters() {
        return List.of();
    }

    /** It is the only feature. */
    @Override
    public int column() {
        return 0;
    }

    @Override
    public int inputs() {
        return dim;
    }

    @Override
    public int outputs() {
        return dim;
    }

    @Override
    public long multiplyAdds() {
        return 0;
    }
}
