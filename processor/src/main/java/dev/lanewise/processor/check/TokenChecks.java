package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.FeatureDecl;
import dev.lanewise.processor.read.MethodDecl;
import dev.lanewise.processor.read.Tokens;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.util.Elements;

/** Rules for records that stand for tokens, and for the components that features read. */
final class TokenChecks implements Checker.Check {
    private final Visibility visibility;

    TokenChecks(Elements elements) {
        visibility = new Visibility(elements);
    }

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        if (declaration.tokens() instanceof Tokens.Records records) {
            checkRecord(declaration, records, report);
            declaration.features().forEach(feature -> checkOf(feature, records, report));
        } else if (declaration.tokens() == Tokens.WORDS) {
            declaration.features().stream()
                    .filter(feature -> !feature.of().isEmpty())
                    .forEach(feature -> report.add(
                            Message.OF_WITHOUT_TOKENS,
                            Place.at(feature.stated(), "of"),
                            feature.of(),
                            feature.stated().label()));
        }
    }

    private void checkRecord(Declaration declaration, Tokens.Records records, Report.Builder report) {
        Place place = declaration.methods().stream()
                .map(MethodDecl::element)
                .findFirst()
                .map(method -> MethodChecks.place(declaration, method))
                .orElse(Place.at(declaration.type()));
        if (records.texts().isEmpty()) {
            report.add(Message.NO_TEXTS, place, records.type().getSimpleName());
        }
        visibility.check(records.type(), declaration, Message.HIDDEN_TOKENS, place, report);
    }

    private static void checkOf(FeatureDecl feature, Tokens.Records records, Report.Builder report) {
        String of = feature.of();
        List<String> texts = records.texts();
        if (of.isEmpty() || texts.isEmpty() || texts.contains(of)) {
            return;
        }
        Optional<String> near = texts.stream()
                .filter(text -> distance(text, of) <= Math.max(1, text.length() / 3))
                .min(Comparator.comparingInt(text -> distance(text, of)));
        Message message = !records.named(of).isEmpty()
                ? Message.COMPONENT_NO_TEXT
                : near.isPresent() ? Message.MISSPELT_COMPONENT : Message.NO_COMPONENT;
        report.add(
                message,
                Place.at(feature.stated(), "of"),
                of,
                feature.stated().label(),
                records.type().getSimpleName(),
                String.join(", ", texts),
                near.orElse(""));
    }

    private static int distance(String one, String other) {
        return NearestShape.distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
