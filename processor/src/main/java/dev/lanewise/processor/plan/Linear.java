package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.LinearDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An affine layer.
 *
 * @param parameters weight and bias; behind them, of a head that decodes by counts, these
 */
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
                draft.matrix(name + ".weight", rows, draft.rows(output), inputs, inputs),
                draft.vector(name + ".bias", rows, draft.rows(output), inputs));
        return new Linear(annotation, name, draft.identifier(name), parameters, draft.width(inputs), output);
    }

    /** The affine layer of a head. */
    static Linear head(LinearDecl decl, Width tags, Draft draft) {
        Linear affine = of(decl.inFull(), decl.name(), draft.before(), tags, draft);
        if (!decl.viterbi()) {
            return affine;
        }
        List<String> counts = decl.counts();
        List<ParameterPlan> all = new ArrayList<>(affine.parameters);
        all.add(draft.counts(counts.get(0), false));
        all.add(draft.counts(counts.get(1), false));
        all.add(draft.counts(counts.get(2), true));
        return new Linear(affine.annotation, affine.name, affine.identifier, all, affine.input, tags);
    }

    /** The first of the parameters that are counted. */
    public Optional<ParameterPlan> counts() {
        return parameters.stream().filter(ParameterPlan::counted).findFirst();
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
