package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.HmmDecl;
import dev.lanewise.processor.read.Kind;
import dev.lanewise.processor.read.LayerDecl;
import dev.lanewise.processor.read.MethodDecl;

/** Rules for hidden Markov models, which have no layers to check. */
final class HmmChecks implements Checker.Check {
    private static final int MAX_SUFFIX = 32;

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        HmmDecl hmm = declaration.hmm().orElseThrow();
        if (declaration.kind() == Kind.ENCODER) {
            report.add(
                    Message.HMM_ON_ENCODER,
                    Place.at(hmm.stated()),
                    declaration.type().getSimpleName());
            return;
        }
        for (LayerDecl layer : declaration.layers()) {
            if (!(layer instanceof HmmDecl)) {
                report.add(
                        Message.HMM_WITH_LAYER,
                        Place.at(layer.stated()),
                        layer.stated().name().written());
            }
        }
        if (hmm.order() < 1 || hmm.order() > 2) {
            report.add(Message.HMM_ORDER, Place.at(hmm.stated(), "order"), hmm.order());
        }
        if (hmm.suffix() < 0 || hmm.suffix() > MAX_SUFFIX) {
            range(Message.HMM_SUFFIX, hmm, "suffix", hmm.suffix(), report);
        }
        if (hmm.rare() < 1) {
            range(Message.HMM_RARE, hmm, "rare", hmm.rare(), report);
        }
        for (MethodDecl method : declaration.methods()) {
            if (!declaration.forms().contains(method.form())) {
                report.add(
                        Message.HMM_METHOD,
                        MethodChecks.place(declaration, method.element()),
                        MethodChecks.written(
                                declaration, method.element(), method.form().signature(declaration.tokens())),
                        MethodChecks.shapes(declaration));
            }
        }
    }

    private static void range(Message message, HmmDecl hmm, String attribute, int value, Report.Builder report) {
        report.add(
                message,
                Place.at(hmm.stated(), attribute),
                attribute,
                value,
                hmm.stated().label());
    }
}
