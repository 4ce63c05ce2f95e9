package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.CharLstmDecl;
import java.util.ArrayList;
import java.util.List;

/** Characters through an embedding and an LSTM; its last states, or an affine map of them, are the feature. */
public record CharLstm(
        String annotation, String name, ParameterPlan table, Lstm lstm, List<Linear> projection, int column)
        implements CharacterPlan {

    /** Copies the list. */
    public CharLstm {
        projection = List.copyOf(projection);
    }

    static CharLstm of(CharLstmDecl decl, Draft draft) {
        ParameterPlan table = draft.table(decl);
        Lstm lstm = new Lstm(
                decl.inFull(),
                decl.lstmName(),
                draft.identifier(decl.lstmName()),
                draft.recurrent(decl.lstmName(), 0, Lstm.GATES, decl.embedding(), decl.hidden(), decl.bidirectional()),
                draft.width(decl.embedding()),
                draft.width(decl.hidden()),
                decl.bidirectional());
        List<Linear> projection = new ArrayList<>();
        if (decl.projection() > 0) {
            Width output = draft.width(decl.projection());
            projection.add(Linear.of(decl.inFull(), decl.projectionName(), lstm.outputs(), output, draft));
        }
        return new CharLstm(decl.inFull(), decl.name(), table, lstm, projection, draft.before());
    }

    @Override
    public String identifier() {
        return lstm.identifier();
    }

    @Override
    public List<ParameterPlan> parameters() {
        List<ParameterPlan> all = new ArrayList<>();
        all.add(table);
        all.addAll(lstm.parameters());
        projection.forEach(affine -> all.addAll(affine.parameters()));
        return List.copyOf(all);
    }

    @Override
    public int outputs() {
        return projection.isEmpty() ? lstm.outputs() : projection.get(0).outputs();
    }

    @Override
    public long multiplyAdds() {
        long affine = projection.isEmpty() ? 0 : projection.get(0).multiplyAdds();
        return CHARACTERS_A_WORD * lstm.multiplyAdds() + affine;
    }
}
