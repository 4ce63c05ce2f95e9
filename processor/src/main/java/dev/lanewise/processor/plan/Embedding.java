package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.TableDecl;
import java.util.List;

/**
 * A lookup table of words, or of parts of them.
 *
 * @param table its only parameter
 */
public record Embedding(String annotation, String name, String identifier, ParameterPlan table, int column)
        implements FeaturePlan {

    static Embedding of(TableDecl decl, Draft draft) {
        return new Embedding(
                decl.inFull(), decl.name(), draft.identifier(decl.name()), draft.table(decl), draft.before());
    }

    /** The number of its vocabulary in {@link ModelPlan#lookups}. */
    public int lookup() {
        return table.rows();
    }

    @Override
    public List<ParameterPlan> parameters() {
        return List.of(table);
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public int outputs() {
        return table.columns();
    }

    @Override
    public long multiplyAdds() {
        return 0;
    }
}
