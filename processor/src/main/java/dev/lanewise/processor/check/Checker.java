package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.Stated;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Judges declarations. */
public final class Checker {
    private final TypeChecks type;
    private final List<Check> others;
    private final List<Check> hmm;
    private final List<Check> last;

    /** A checker for one compilation. */
    public Checker(Elements elements, Types types, VectorOption vector) {
        type = new TypeChecks(elements);
        Check methods = new MethodChecks();
        Check tags = new TagChecks(elements, types);
        Check constants = new ConstantChecks(elements);
        others = List.of(
                new PipelineChecks(),
                new HeadChecks(),
                new ValueChecks(),
                new NameChecks(),
                methods,
                tags,
                new SchemeChecks(),
                new TokenChecks(elements),
                constants);
        hmm = List.of(new HmmChecks(), methods, tags, constants);
        last = List.of(new RuntimeChecks(elements), new VectorChecks(vector));
    }

    /** Says everything that is wrong with a declaration. */
    public Report check(Declaration declaration) {
        Report.Builder report = new Report.Builder();
        type.check(declaration, report);
        // A class, or a model of two kinds, would only draw messages that do not help.
        if (!report.build().hasErrors()) {
            List<Check> checks = declaration.hmm().isPresent() ? hmm : others;
            checks.forEach(check -> check.check(declaration, report));
        }
        // How a class is to be written is of no interest as long as none can be written.
        if (!report.build().hasErrors()) {
            last.forEach(check -> check.check(declaration, report));
        }
        return report.build();
    }

    /** Says that layers without {@code @Tagger} or {@code @Encoder} declare nothing. */
    public Report withoutKind(TypeElement type, List<Stated> annotations) {
        Stated first = annotations.get(0);
        return Report.of(Message.NO_KIND, Place.at(first), first.name().written(), type.getSimpleName());
    }

    /** One group of rules. */
    interface Check {
        /** Adds what is wrong with the declaration. */
        void check(Declaration declaration, Report.Builder report);
    }
}
