package dev.lanewise.processor.check;

import dev.lanewise.processor.read.AnnotationName;
import dev.lanewise.processor.read.CrfDecl;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EncoderDecl;
import dev.lanewise.processor.read.FeatureDecl;
import dev.lanewise.processor.read.InputDecl;
import dev.lanewise.processor.read.Kind;
import dev.lanewise.processor.read.LayerDecl;
import dev.lanewise.processor.read.LinearDecl;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rules for which layers there are, and for their order. */
final class PipelineChecks implements Checker.Check {
    private static final int MAX_FEATURES = 64;

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        if (declaration.encoder().isEmpty()) {
            report.add(Message.NO_ENCODER, marker(declaration), name(declaration));
        }
        if (declaration.kind() == Kind.TAGGER) {
            checkTagger(declaration, report);
        } else {
            checkEncoder(declaration, report);
        }
        checkNumber(declaration, report);
        checkTwice(declaration, report);
        checkFeatureOrder(declaration.layers(), report);
    }

    private static void checkTagger(Declaration declaration, Report.Builder report) {
        List<FeatureDecl> features = declaration.features();
        if (features.isEmpty()) {
            report.add(Message.NO_FEATURES, marker(declaration), name(declaration));
        }
        declaration
                .input()
                .ifPresent(input -> features.stream()
                        .filter(feature -> !(feature instanceof InputDecl))
                        .findFirst()
                        .ifPresent(words -> report.add(
                                Message.INPUT_WITH_WORDS,
                                Place.at(input.stated()),
                                words.stated().name().written())));
        checkHeads(declaration, report);
    }

    private static void checkHeads(Declaration declaration, Report.Builder report) {
        List<LinearDecl> linears = declaration.of(LinearDecl.class);
        List<CrfDecl> chains = declaration.of(CrfDecl.class);
        if (linears.isEmpty()) {
            chains.forEach(crf -> report.add(Message.CRF_WITHOUT_LINEAR, Place.at(crf.stated()), name(declaration)));
            if (chains.isEmpty()) {
                report.add(Message.NO_HEAD, marker(declaration), name(declaration));
            }
            return;
        }
        List<LayerDecl> layers = declaration.layers();
        LinearDecl head = linears.get(0);
        chains.stream()
                .findFirst()
                .filter(crf -> first(CrfDecl.class, layers) < first(LinearDecl.class, layers))
                .ifPresent(crf -> report.add(Message.CRF_BEFORE_LINEAR, Place.at(crf.stated())));
        if (layers.subList(first(LinearDecl.class, layers), layers.size()).stream()
                .anyMatch(EncoderDecl.class::isInstance)) {
            report.add(
                    Message.HEAD_BEFORE_ENCODER,
                    Place.at(head.stated()),
                    head.stated().name().written());
        }
    }

    private static void checkEncoder(Declaration declaration, Report.Builder report) {
        for (LayerDecl layer : declaration.layers()) {
            if (layer instanceof FeatureDecl && !(layer instanceof InputDecl)) {
                report.add(
                        Message.WORDS_ON_ENCODER,
                        Place.at(layer.stated()),
                        layer.stated().name().written());
            } else if (layer instanceof LinearDecl || layer instanceof CrfDecl) {
                report.add(
                        Message.HEAD_ON_ENCODER,
                        Place.at(layer.stated()),
                        name(declaration),
                        layer.stated().name().written());
            }
        }
        if (declaration.features().isEmpty()) {
            report.add(Message.NO_INPUT, marker(declaration), name(declaration));
        }
    }

    /** The written class lists them in one expression, and compilers go down an expression by recursion. */
    private static void checkNumber(Declaration declaration, Report.Builder report) {
        List<FeatureDecl> features = declaration.features();
        if (features.size() > MAX_FEATURES) {
            report.add(
                    Message.TOO_MANY_FEATURES,
                    Place.at(features.get(MAX_FEATURES).stated()),
                    name(declaration),
                    features.size());
        }
    }

    /** The compiler rejects these itself, but some let the processors see them first. */
    private static void checkTwice(Declaration declaration, Report.Builder report) {
        Set<AnnotationName> seen = EnumSet.noneOf(AnnotationName.class);
        for (FeatureDecl feature : declaration.features()) {
            AnnotationName name = feature.stated().name();
            if (!seen.add(name) && !name.isRepeatable()) {
                report.add(
                        Message.FEATURE_TWICE,
                        Place.at(feature.stated()),
                        feature.stated().name().written());
            }
        }
    }

    private static void checkFeatureOrder(List<LayerDecl> layers, Report.Builder report) {
        List<LayerDecl> encoders =
                layers.stream().filter(EncoderDecl.class::isInstance).toList();
        if (encoders.isEmpty()) {
            return;
        }
        int first = first(EncoderDecl.class, layers);
        List<LayerDecl> late = layers.subList(first, layers.size()).stream()
                .filter(FeatureDecl.class::isInstance)
                .toList();
        boolean some = layers.subList(0, first).stream().anyMatch(FeatureDecl.class::isInstance);
        if (!some && !late.isEmpty()) {
            LayerDecl encoder = encoders.get(0);
            report.add(
                    Message.ENCODER_BEFORE_FEATURES,
                    Place.at(encoder.stated()),
                    encoder.stated().name().written());
        } else {
            late.forEach(feature -> report.add(
                    Message.FEATURE_AFTER_ENCODER,
                    Place.at(feature.stated()),
                    feature.stated().name().written()));
        }
    }

    /** Where the first layer of a kind stands that is there. Not by comparing records, for which a JVM makes code first. */
    private static int first(Class<? extends LayerDecl> kind, List<LayerDecl> layers) {
        int first = 0;
        while (!kind.isInstance(layers.get(first))) {
            first++;
        }
        return first;
    }

    private static Place marker(Declaration declaration) {
        return Place.at(declaration.markers().get(0));
    }

    private static CharSequence name(Declaration declaration) {
        return declaration.type().getSimpleName();
    }
}
