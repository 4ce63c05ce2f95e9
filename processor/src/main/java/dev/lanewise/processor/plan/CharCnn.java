package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.CharCnnDecl;
import java.util.List;

/**
 * Characters through an embedding and a convolution, of which each filter's largest value is the feature.
 *
 * @param table the characters' table
 * @param weight the filters' weights
 * @param bias the filters' biases
 * @param input the layout of a character's vector
 * @param filters the layout of the filters
 * @param width characters that a filter reads at a time
 */
public record CharCnn(
        String annotation,
        String name,
        String identifier,
        ParameterPlan table,
        ParameterPlan weight,
        ParameterPlan bias,
        Width input,
        Width filters,
        int width,
        int column)
        implements CharacterPlan {

    static CharCnn of(CharCnnDecl decl, Draft draft) {
        ParameterPlan table = draft.table(decl);
        int fanIn = decl.embedding() * decl.width();
        String cnn = decl.cnnName();
        return new CharCnn(
                decl.inFull(),
                decl.name(),
                draft.identifier(cnn),
                table,
                draft.convolution(cnn + ".weight", decl.filters(), decl.embedding(), decl.width()),
                draft.vector(cnn + ".bias", ParameterPlan.Rows.FIXED, decl.filters(), fanIn),
                draft.width(decl.embedding()),
                draft.width(decl.filters()),
                decl.width(),
                draft.before());
    }

    @Override
    public List<ParameterPlan> parameters() {
        return List.of(table, weight, bias);
    }

    @Override
    public int outputs() {
        return filters.size();
    }

    @Override
    public long multiplyAdds() {
        return (long) CHARACTERS_A_WORD * filters.size() * input.size() * width;
    }
}
