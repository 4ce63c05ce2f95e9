package dev.lanewise.processor.plan;

import java.util.List;

/** An affine layer. */
public record Linear(
        String annotation, String name, String identifier, List<ParameterPlan> parameters, Width input, Width output)
        implements LayerPlan {

    /** Copies the list. */
    public Linear {
        parameters = List.copyOf(parameters);
    }

    /** An affine layer whose outputs are a fixed number or, where that is not known, the tags. */
    static Linear of(String annotation, String name, int inputs, Width output, Draft draft) {
        ParameterPlan.Rows rows = output.known() ? ParameterPlan.Rows.FIXED : ParameterPlan.Rows.TAGS;
        List<ParameterPlan> parameters = List.of(
                draft.matrix(name + ".weight", rows, output.size(), inputs, inputs),
                draft.vector(name + ".bias", rows, output.size(), inputs));
        return new Linear(annotation, name, draft.identifier(name), parameters, draft.width(inputs), output);
    }

    @Override
    public int inputs() {
        return input.size();
    }

    @Override
    public int outputs() {
        return output.size();
    }

    @Override
    public long multiplyAdds() {
        return (long) input.size() * output.size();
    }
}
