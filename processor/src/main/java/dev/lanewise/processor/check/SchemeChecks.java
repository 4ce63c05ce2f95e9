package dev.lanewise.processor.check;

import dev.lanewise.processor.read.CrfDecl;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.HeadDecl;
import dev.lanewise.processor.read.TagScheme;
import java.util.List;
import java.util.Optional;

/** Rules for the names of an enum's constants under {@code @Crf(constraints = ...)}. */
final class SchemeChecks implements Checker.Check {
    @Override
    public void check(Declaration declaration, Report.Builder report) {
        for (HeadDecl head : declaration.heads()) {
            if (head.tags() instanceof EnumTags tags) {
                head.crf()
                        .filter(crf -> crf.constraints() != TagScheme.NONE)
                        .ifPresent(crf -> check(crf, tags, report));
            }
        }
    }

    private static void check(CrfDecl crf, EnumTags tags, Report.Builder report) {
        TagScheme scheme = crf.constraints();
        Place place = Place.at(crf.stated(), "constraints");
        CharSequence type = tags.type().getSimpleName();
        List<String> constants = tags.constants();
        Optional<String> stranger =
                constants.stream().filter(each -> !scheme.has(each)).findFirst();
        if (stranger.isPresent()) {
            report.add(Message.NOT_OF_SCHEME, place, stranger.get(), type, scheme, letters(scheme));
            return;
        }
        for (String constant : constants) {
            for (String partner : scheme.partners(constant)) {
                if (!constants.contains(partner)) {
                    report.add(Message.TAG_WITHOUT_PARTNER, place, constant, type, partner);
                    return;
                }
            }
        }
        if (constants.stream().noneMatch(scheme::standsAlone)) {
            report.add(Message.NO_SINGLE_TAG, place, type);
        }
    }

    private static String letters(TagScheme scheme) {
        return String.join(", ", scheme.letters().split(""));
    }
}
