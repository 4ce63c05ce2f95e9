package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.CharacterDecl;
import dev.lanewise.processor.read.EncoderDecl;
import dev.lanewise.processor.read.FeatureDecl;
import dev.lanewise.processor.read.LayerDecl;
import dev.lanewise.processor.read.LookupKind;
import dev.lanewise.processor.read.TableDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** What one layer is planned on: what comes before it, the lanes of the model's vectors, and names that are free. */
final class Draft {

    private final Identifiers identifiers;
    private final List<LookupPlan> lookups;
    private final ToIntFunction<FeatureDecl> columns;
    private final int lanes;
    private final String annotation;
    private final int before;
    private final int head;

    private Draft(
            Identifiers identifiers,
            List<LookupPlan> lookups,
            ToIntFunction<FeatureDecl> columns,
            int lanes,
            String annotation,
            int before,
            int head) {
        this.identifiers = identifiers;
        this.lookups = lookups;
        this.columns = columns;
        this.lanes = lanes;
        this.annotation = annotation;
        this.before = before;
        this.head = head;
    }

    /**
     * A draft of nothing yet.
     *
     * @param columns the number of the tokens' component that a feature reads
     */
    static Draft of(int lanes, ToIntFunction<FeatureDecl> columns) {
        return new Draft(new Identifiers(), new ArrayList<>(), columns, lanes, "", 0, 0);
    }

    /**
     * The draft of a layer.
     *
     * @param width the numbers that a feature stands behind, or that any other layer reads
     */
    Draft layer(LayerDecl decl, int width) {
        return head(decl, width, 0);
    }

    /** The draft of a layer of the head of a number. */
    Draft head(LayerDecl decl, int width, int number) {
        return new Draft(
                identifiers, lookups, columns, lanes, decl.stated().name().written(), width, number);
    }

    /** The numbers that a feature stands behind, or that any other layer reads. */
    int before() {
        return before;
    }

    /** So many numbers in vectors of this model. */
    Width width(int size) {
        return new Width(size, lanes);
    }

    /** A layer's name in generated code. */
    String identifier(String name) {
        return identifiers.layer(name);
    }

    /** All tables that words are looked up in, so far. */
    List<LookupPlan> lookups() {
        return lookups;
    }

    /** The parameter of a new table that words are looked up in; its rows are the number of the lookup. */
    private ParameterPlan table(LookupPlan lookup, int dim) {
        String name = lookup.name() + ".weight";
        int number = lookups.size();
        lookups.add(lookup);
        ParameterPlan.Rows rows = ParameterPlan.Rows.LOOKUP;
        return new ParameterPlan(name, annotation, identifiers.constant(name), number, rows, dim, 0, dim, 0);
    }

    /** The parameter of a new table of words, or of parts of them. */
    ParameterPlan table(TableDecl decl) {
        LookupPlan lookup = new LookupPlan(
                decl.name(), columns.applyAsInt(decl), decl.kind(), decl.length(), decl.minCount(), decl.unknown());
        return table(lookup, decl.dim());
    }

    /** The parameter of a new table of characters. */
    ParameterPlan table(CharacterDecl decl) {
        LookupPlan lookup = new LookupPlan(
                decl.embeddingName(), columns.applyAsInt(decl), LookupKind.CHARACTER, 0, 1, decl.unknown());
        return table(lookup, decl.embedding());
    }

    /** A weight matrix, each of its rows in whole vectors. */
    ParameterPlan matrix(String name, ParameterPlan.Rows rowsOf, int rows, int columns, int fanIn) {
        return matrix(name, rowsOf, rows, columns, width(columns).stride(), fanIn);
    }

    private ParameterPlan matrix(String name, ParameterPlan.Rows rowsOf, int rows, int columns, int stride, int fanIn) {
        return new ParameterPlan(name, annotation, identifiers.constant(name), rows, rowsOf, columns, 0, stride, fanIn);
    }

    /** The weight of a convolution. */
    ParameterPlan convolution(String name, int filters, int inputs, int width) {
        int columns = inputs * width;
        return new ParameterPlan(
                name,
                annotation,
                identifiers.constant(name),
                filters,
                ParameterPlan.Rows.FIXED,
                columns,
                width,
                width(columns).stride(),
                columns);
    }

    /** A bias. */
    ParameterPlan vector(String name, ParameterPlan.Rows rowsOf, int size, int fanIn) {
        return new ParameterPlan(name, annotation, identifiers.constant(name), size, rowsOf, 0, 0, 0, fanIn);
    }

    /** What says how many rows there are, one for each output: their number, or where only the data tell, that of the head. */
    int rows(Width output) {
        return output.known() ? output.size() : head;
    }

    /** Scores of tags, or of pairs of tags; the tags are a fixed number or learned. */
    ParameterPlan ofTags(String name, Width tags, boolean pairs, float bound) {
        ParameterPlan.Rows rows = tags.known() ? ParameterPlan.Rows.FIXED : ParameterPlan.Rows.TAGS;
        int columns = !pairs ? 0 : tags.known() ? tags.size() : ParameterPlan.AS_ROWS;
        int stride = pairs ? tags.size() : 0;
        String constant = identifiers.constant(name);
        return new ParameterPlan(name, annotation, constant, rows(tags), rows, columns, 0, stride, 0, bound);
    }

    /** Counts of tags, or of pairs of tags. */
    ParameterPlan counts(String name, boolean pairs) {
        return new ParameterPlan(
                name,
                annotation,
                identifiers.constant(name),
                head,
                ParameterPlan.Rows.TAGS,
                pairs ? ParameterPlan.AS_ROWS : 0,
                0,
                0,
                0,
                ParameterPlan.COUNTED);
    }

    /** The four parameters that a layer of PyTorch's recurrent modules has in each direction. */
    List<ParameterPlan> recurrent(String module, int layer, int gates, int inputs, int hidden, boolean bidirectional) {
        String prefix = module.isEmpty() ? "" : module + ".";
        int rows = gates * hidden;
        ParameterPlan.Rows fixed = ParameterPlan.Rows.FIXED;
        List<ParameterPlan> parameters = new ArrayList<>();
        for (String direction : bidirectional ? List.of("", "_reverse") : List.of("")) {
            String end = "_l" + layer + direction;
            parameters.add(gates(prefix + "weight_ih" + end, rows, inputs, hidden));
            parameters.add(gates(prefix + "weight_hh" + end, rows, hidden, hidden));
            parameters.add(vector(prefix + "bias_ih" + end, fixed, rows, hidden));
            parameters.add(vector(prefix + "bias_hh" + end, fixed, rows, hidden));
        }
        return parameters;
    }

    private ParameterPlan gates(String name, int rows, int columns, int hidden) {
        return matrix(
                name, ParameterPlan.Rows.FIXED, rows, columns, width(columns).weightStride(), hidden);
    }

    /** The layers of an encoder from bottom to top, each of which reads what the one below gives. */
    List<EncoderPlan> stack(EncoderDecl decl, LayerMaker maker) {
        String base =
                identifier(decl.name().isEmpty() ? annotation.substring(1).toLowerCase(Locale.ROOT) : decl.name());
        List<EncoderPlan> stack = new ArrayList<>();
        int inputs = before;
        for (int layer = 0; layer < decl.layers(); layer++) {
            String identifier = decl.layers() == 1 ? base : base + "L" + layer;
            List<ParameterPlan> parameters =
                    recurrent(decl.name(), layer, decl.gates(), inputs, decl.hidden(), decl.bidirectional());
            stack.add(maker.make(identifier, parameters, width(inputs), width(decl.hidden())));
            inputs = decl.size();
        }
        return stack;
    }

    /** Makes one layer of an encoder. */
    interface LayerMaker {
        EncoderPlan make(String identifier, List<ParameterPlan> parameters, Width input, Width hidden);
    }
}
