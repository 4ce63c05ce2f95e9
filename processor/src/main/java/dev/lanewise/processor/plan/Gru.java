package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.GruDecl;
import java.util.List;

/** One layer of gated recurrent units, in one or both directions. */
public record Gru(
        String annotation,
        String name,
        String identifier,
        List<ParameterPlan> parameters,
        Width input,
        Width hidden,
        boolean bidirectional)
        implements EncoderPlan {

    /** Copies the list. */
    public Gru {
        parameters = List.copyOf(parameters);
    }

    static List<EncoderPlan> of(GruDecl decl, Draft draft) {
        return draft.stack(
                decl,
                (identifier, parameters, input, hidden) -> new Gru(
                        decl.inFull(), decl.name(), identifier, parameters, input, hidden, decl.bidirectional()));
    }

    @Override
    public int gates() {
        return 3;
    }
}
