package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.LstmDecl;
import java.util.List;

/** One layer of an LSTM, in one or both directions. */
public record Lstm(
        String annotation,
        String name,
        String identifier,
        List<ParameterPlan> parameters,
        Width input,
        Width hidden,
        boolean bidirectional)
        implements EncoderPlan {

    static final int GATES = 4;

    /** Copies the list. */
    public Lstm {
        parameters = List.copyOf(parameters);
    }

    static List<EncoderPlan> of(LstmDecl decl, Draft draft) {
        return draft.stack(
                decl,
                (identifier, parameters, input, hidden) -> new Lstm(
                        decl.inFull(), decl.name(), identifier, parameters, input, hidden, decl.bidirectional()));
    }

    @Override
    public int gates() {
        return GATES;
    }
}
