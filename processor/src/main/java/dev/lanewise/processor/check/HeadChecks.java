package dev.lanewise.processor.check;

import dev.lanewise.processor.read.CrfDecl;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.DropoutRate;
import dev.lanewise.processor.read.HeadDecl;
import dev.lanewise.processor.read.Kind;
import dev.lanewise.processor.read.LinearDecl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules for the heads of a tagger beside each other, and for the chains over them. */
final class HeadChecks implements Checker.Check {
    private static final int MAX_HEADS = 64;

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        List<LinearDecl> linears = declaration.of(LinearDecl.class);
        if (declaration.kind() == Kind.ENCODER || linears.isEmpty()) {
            return;
        }
        CharSequence name = declaration.type().getSimpleName();
        if (linears.size() > MAX_HEADS) {
            report.add(Message.TOO_MANY_HEADS, Place.at(linears.get(MAX_HEADS).stated()), name, linears.size());
        }
        checkComponents(linears, name, report);
        linears.forEach(linear -> checkWeight(linear, linears.size() == 1, report));
        checkDropout(linears, report);
        checkChains(declaration.of(CrfDecl.class), linears, name, report);
        for (HeadDecl head : declaration.heads()) {
            if (head.linear().viterbi() && head.crf().isPresent()) {
                report.add(Message.VITERBI_WITH_CRF, Place.at(head.linear().stated(), "decoder"));
            }
        }
    }

    private static void checkComponents(List<LinearDecl> linears, CharSequence name, Report.Builder report) {
        if (linears.size() > 1) {
            linears.stream()
                    .filter(linear -> linear.of().isEmpty())
                    .findFirst()
                    .ifPresent(linear -> report.add(
                            Message.HEAD_WITHOUT_OF,
                            Place.at(linear.stated(), "of"),
                            name,
                            linear.stated().label()));
        }
        Map<String, LinearDecl> givers = new HashMap<>();
        for (LinearDecl linear : linears) {
            LinearDecl other = givers.putIfAbsent(linear.of(), linear);
            if (other != null && !linear.of().isEmpty()) {
                report.add(
                        Message.COMPONENT_TWICE,
                        Place.at(linear.stated(), "of"),
                        linear.of(),
                        linear.stated().label(),
                        other.stated().label());
            }
        }
    }

    private static void checkWeight(LinearDecl linear, boolean only, Report.Builder report) {
        Place place = Place.at(linear.stated(), "weight");
        float weight = linear.weight();
        if (!(weight > 0 && weight < Float.POSITIVE_INFINITY)) { // NaN is neither
            report.add(
                    Message.HEAD_WEIGHT,
                    place,
                    "weight",
                    weight,
                    linear.stated().label());
        } else if (only && linear.stated().writes("weight")) {
            report.add(Message.ONLY_WEIGHT, place, weight);
        }
    }

    /** They read one matrix. */
    private static void checkDropout(List<LinearDecl> linears, Report.Builder report) {
        LinearDecl first = linears.get(0);
        float wanted = DropoutRate.OWN.of(first);
        for (LinearDecl linear : linears) {
            float dropout = DropoutRate.OWN.of(linear);
            if (Float.compare(dropout, wanted) != 0) {
                report.add(
                        Message.HEAD_DROPOUT,
                        Place.at(linear.stated(), "dropout"),
                        dropout,
                        linear.stated().label(),
                        wanted,
                        first.stated().label());
            }
        }
    }

    private static void checkChains(
            List<CrfDecl> chains, List<LinearDecl> linears, CharSequence name, Report.Builder report) {
        List<String> components = linears.stream().map(LinearDecl::of).toList();
        Set<String> taken = new HashSet<>();
        for (CrfDecl crf : chains) {
            boolean ofTheOnly = crf.of().isEmpty() && linears.size() == 1;
            String of = ofTheOnly ? components.get(0) : crf.of();
            Place place = Place.at(crf.stated(), "of");
            if (of.isEmpty() && !ofTheOnly) {
                report.add(Message.CRF_WITHOUT_OF, place, name, crf.stated().label());
            } else if (!components.contains(of)) {
                String given =
                        components.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
                report.add(
                        Message.CRF_OF_NO_HEAD,
                        place,
                        of,
                        crf.stated().label(),
                        given.isEmpty() ? "leave `of` away" : "choose one of " + given);
            } else if (!taken.add(of)) {
                report.add(Message.CRF_TWICE, place, crf.stated().label());
            }
        }
    }
}
