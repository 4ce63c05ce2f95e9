package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.AffixDecl;
import dev.lanewise.processor.read.CharCnnDecl;
import dev.lanewise.processor.read.CharLstmDecl;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EmbeddingDecl;
import dev.lanewise.processor.read.EncoderDecl;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.FeatureDecl;
import dev.lanewise.processor.read.GruDecl;
import dev.lanewise.processor.read.HeadDecl;
import dev.lanewise.processor.read.InputDecl;
import dev.lanewise.processor.read.LayerDecl;
import dev.lanewise.processor.read.LstmDecl;
import dev.lanewise.processor.read.ShapeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives every layer of a checked declaration its sizes, names and parameters. */
public final class Planner {

    private static final Registry<FeatureDecl, Draft, FeaturePlan> FEATURES = new Registry<
                    FeatureDecl, Draft, FeaturePlan>()
            .with(InputDecl.class, Input::of)
            .with(EmbeddingDecl.class, Embedding::of)
            .with(AffixDecl.class, Embedding::of)
            .with(ShapeDecl.class, Embedding::of)
            .with(CharLstmDecl.class, CharLstm::of)
            .with(CharCnnDecl.class, CharCnn::of);

    private static final Registry<EncoderDecl, Draft, List<EncoderPlan>> ENCODERS = new Registry<
                    EncoderDecl, Draft, List<EncoderPlan>>()
            .with(LstmDecl.class, Lstm::of)
            .with(GruDecl.class, Gru::of);

    private Planner() {}

    /** Plans a declaration without errors. */
    public static ModelPlan plan(Declaration declaration) {
        Draft draft = Draft.of(lanes(declaration), declaration::column);
        int width = 0;
        List<FeaturePlan> features = new ArrayList<>();
        for (FeatureDecl feature : declaration.features()) {
            features.add(FEATURES.make(feature, draft.layer(feature, width)));
            width += feature.size();
        }
        List<EncoderPlan> encoder = new ArrayList<>();
        for (EncoderDecl layers : declaration.encoder()) {
            encoder.addAll(ENCODERS.make(layers, draft.layer(layers, width)));
            width = layers.size();
        }
        int encoded = width;
        List<HeadPlan> heads = declaration.heads().stream()
                .map(head -> head(head, encoded, draft))
                .toList();
        DropoutPlan dropout = DropoutPlan.of(declaration);
        return new ModelPlan(text(declaration), draft.lookups(), features, encoder, heads, dropout);
    }

    /** The widest layer decides for the whole model: the JIT boxes vectors where it meets two species. */
    private static int lanes(Declaration declaration) {
        int widest = declaration.features().stream().mapToInt(FeatureDecl::size).sum();
        for (HeadDecl head : declaration.heads()) {
            widest = Math.max(widest, tags(head));
        }
        for (LayerDecl layer : declaration.layers()) {
            widest = Math.max(widest, layer.widest());
        }
        return widest <= 8 ? 8 : 16;
    }

    private static HeadPlan head(HeadDecl head, int encoded, Draft draft) {
        Width tags = draft.width(tags(head));
        int number = head.number();
        Linear linear = Linear.head(head.linear(), tags, draft.head(head.linear(), encoded, number));
        return new HeadPlan(
                number, linear, head.crf().map(crf -> Crf.of(crf, tags, draft.head(crf, tags.size(), number))));
    }

    /** The number of its tags, 0 where they are learned. */
    private static int tags(HeadDecl head) {
        return head.tags() instanceof EnumTags known ? known.constants().size() : 0;
    }

    private static String text(Declaration declaration) {
        return Stream.concat(
                        Stream.of(declaration.kind().written() + components(declaration)),
                        declaration.layers().stream().map(layer -> layer.inFull()))
                .collect(Collectors.joining(" "));
    }

    /** Which components of its tokens it reads is a part of what a model is. */
    private static String components(Declaration declaration) {
        List<String> columns = declaration.columns();
        return columns.isEmpty() ? "" : " of (" + String.join(", ", columns) + ")";
    }
}
