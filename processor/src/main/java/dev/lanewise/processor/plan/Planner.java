package dev.lanewise.processor.plan;

import dev.lanewise.processor.plan.LayerPlan.Characters;
import dev.lanewise.processor.plan.LayerPlan.Embedding;
import dev.lanewise.processor.plan.LayerPlan.Linear;
import dev.lanewise.processor.plan.LayerPlan.Lstm;
import dev.lanewise.processor.plan.ParameterPlan.Rows;
import dev.lanewise.processor.read.CharLstmDecl;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EmbeddingDecl;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.FeatureDecl;
import dev.lanewise.processor.read.InputDecl;
import dev.lanewise.processor.read.LayerDecl;
import dev.lanewise.processor.read.LinearDecl;
import dev.lanewise.processor.read.LstmDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives every layer of a checked declaration its sizes, names and parameters. */
public final class Planner {

    private final Declaration declaration;
    private final Identifiers identifiers = new Identifiers();
    private final List<ParameterPlan> parameters = new ArrayList<>();
    private final List<LookupPlan> lookups = new ArrayList<>();
    private final List<LayerPlan> features = new ArrayList<>();
    private final List<Lstm> encoder = new ArrayList<>();

    private final int lanes;

    private Planner(Declaration declaration) {
        this.declaration = declaration;
        this.lanes = widest() <= 8 ? 8 : 16;
    }

    /** The widest layer decides for the whole model: the JIT boxes vectors where it meets two species. */
    private int widest() {
        int widest =
                declaration.tags() instanceof EnumTags tags ? tags.constants().size() : 1;
        int features = 0;
        for (LayerDecl layer : declaration.layers()) {
            if (layer instanceof FeatureDecl feature) {
                features += feature.size();
            }
            if (layer instanceof CharLstmDecl characters) {
                widest = Math.max(widest, Math.max(characters.embedding(), characters.hidden()));
            } else if (layer instanceof LstmDecl lstm) {
                widest = Math.max(widest, lstm.size());
            }
        }
        return Math.max(widest, features);
    }

    private Width width(int size) {
        return new Width(size, lanes);
    }

    /** Plans a declaration without errors. */
    public static ModelPlan plan(Declaration declaration) {
        return new Planner(declaration).plan();
    }

    private ModelPlan plan() {
        int width = 0;
        Optional<LayerPlan.Input> input = Optional.empty();
        for (FeatureDecl feature : declaration.features()) {
            if (feature instanceof EmbeddingDecl embedding) {
                features.add(embedding(embedding, width));
            } else if (feature instanceof CharLstmDecl characters) {
                features.add(characters(characters, width));
            } else if (feature instanceof InputDecl dense) {
                input = Optional.of(new LayerPlan.Input(dense.inFull(), dense.dim()));
            }
            width += feature.size();
        }
        for (LstmDecl lstm : declaration.encoder()) {
            width = encoder(lstm, width);
        }
        int encoded = width;
        Optional<Linear> head = declaration.head().map(linear -> head(linear, encoded));
        DropoutPlan dropout = DropoutPlan.of(declaration);
        return new ModelPlan(text(), lookups, features, input, encoder, head, parameters, dropout);
    }

    private String text() {
        return Stream.concat(
                        Stream.of(declaration.kind().written()),
                        declaration.layers().stream().map(layer -> layer.inFull()))
                .collect(Collectors.joining(" "));
    }

    private Embedding embedding(EmbeddingDecl decl, int column) {
        int first = parameters.size();
        LookupPlan lookup = new LookupPlan(decl.name(), LookupPlan.Kind.WORD, 0, decl.minCount(), decl.unknown());
        int number = table(lookup, "@Embedding", decl.dim());
        return new Embedding(
                decl.inFull(), decl.name(), identifiers.layer(decl.name()), first, number, decl.dim(), column);
    }

    /** Adds a lookup table and its parameter; returns its number. */
    private int table(LookupPlan lookup, String annotation, int columns) {
        int number = lookups.size();
        lookups.add(lookup);
        parameter(lookup.name() + ".weight", annotation, number, Rows.LOOKUP, columns, columns, 0);
        return number;
    }

    private Characters characters(CharLstmDecl decl, int column) {
        int first = parameters.size();
        String annotation = "@CharLstm";
        LookupPlan lookup = new LookupPlan(decl.embeddingName(), LookupPlan.Kind.CHARACTER, 0, 1, decl.unknown());
        int number = table(lookup, annotation, decl.embedding());
        Lstm lstm = lstm(
                annotation,
                decl.inFull(),
                decl.lstmName(),
                identifiers.layer(decl.lstmName()),
                0,
                decl.embedding(),
                decl.hidden(),
                decl.bidirectional());
        List<Linear> projection = new ArrayList<>();
        if (decl.projection() > 0) {
            projection.add(linear(
                    annotation,
                    decl.inFull(),
                    decl.projectionName(),
                    lstm.outputs(),
                    width(decl.projection()),
                    Rows.FIXED));
        }
        return new Characters(
                decl.inFull(), decl.name(), lstm.identifier(), first, number, lstm, List.copyOf(projection), column);
    }

    private int encoder(LstmDecl decl, int inputs) {
        String base = identifiers.layer(decl.name().isEmpty() ? "lstm" : decl.name());
        int width = inputs;
        for (int layer = 0; layer < decl.layers(); layer++) {
            String identifier = decl.layers() == 1 ? base : base + "L" + layer;
            Lstm lstm = lstm(
                    "@Lstm", decl.inFull(), decl.name(), identifier, layer, width, decl.hidden(), decl.bidirectional());
            encoder.add(lstm);
            width = lstm.outputs();
        }
        return width;
    }

    private Lstm lstm(
            String annotation,
            String inFull,
            String name,
            String identifier,
            int layer,
            int inputs,
            int hidden,
            boolean bidirectional) {
        int first = parameters.size();
        Width input = width(inputs);
        Width units = width(hidden);
        String prefix = name.isEmpty() ? "" : name + ".";
        for (String direction : bidirectional ? List.of("", "_reverse") : List.of("")) {
            String end = "_l" + layer + direction;
            parameter(prefix + "weight_ih" + end, annotation, 4 * hidden, Rows.FIXED, inputs, input.stride(), hidden);
            parameter(prefix + "weight_hh" + end, annotation, 4 * hidden, Rows.FIXED, hidden, units.stride(), hidden);
            parameter(prefix + "bias_ih" + end, annotation, 4 * hidden, Rows.FIXED, 0, 0, hidden);
            parameter(prefix + "bias_hh" + end, annotation, 4 * hidden, Rows.FIXED, 0, 0, hidden);
        }
        return new Lstm(inFull, name, identifier, first, input, units, bidirectional);
    }

    private Linear head(LinearDecl decl, int inputs) {
        boolean known = declaration.tags() instanceof EnumTags;
        Width output = declaration.tags() instanceof EnumTags tags
                ? width(tags.constants().size())
                : Width.learned(lanes);
        return linear("@Linear", decl.inFull(), decl.name(), inputs, output, known ? Rows.FIXED : Rows.TAGS);
    }

    private Linear linear(String annotation, String inFull, String name, int inputs, Width output, Rows rows) {
        int first = parameters.size();
        Width input = width(inputs);
        parameter(name + ".weight", annotation, output.size(), rows, inputs, input.stride(), inputs);
        parameter(name + ".bias", annotation, output.size(), rows, 0, 0, inputs);
        return new Linear(inFull, name, identifiers.layer(name), first, input, output);
    }

    private void parameter(String name, String annotation, int rows, Rows rowsOf, int columns, int stride, int fanIn) {
        parameters.add(
                new ParameterPlan(name, annotation, identifiers.constant(name), rows, rowsOf, columns, stride, fanIn));
    }
}
