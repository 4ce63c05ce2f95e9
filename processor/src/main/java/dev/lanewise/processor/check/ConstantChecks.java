package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.Nesting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The written class inherits the constants of the interface, and a constant hides a class or package of its name. */
final class ConstantChecks implements Checker.Check {
    /** Where the classes are that written classes use; keep in step with the write stage. */
    private static final List<String> PACKAGES = List.of(
            "java.lang.",
            "java.util.",
            "jdk.incubator.vector.",
            "dev.lanewise.runtime.",
            "dev.lanewise.runtime.data.",
            "dev.lanewise.runtime.hmm.",
            "dev.lanewise.runtime.lane.",
            "dev.lanewise.runtime.model.",
            "dev.lanewise.runtime.train.");

    private static final Set<String> ROOTS = Set.of("java", "jdk", "dev");

    private final Elements elements;

    ConstantChecks(Elements elements) {
        this.elements = elements;
    }

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        TypeElement type = declaration.type();
        for (VariableElement constant : ElementFilter.fieldsIn(elements.getAllMembers(type))) {
            TypeElement owner = Nesting.owner(constant);
            hidden(constant.getSimpleName().toString(), declaration)
                    .ifPresent(name -> report.add(
                            Message.HIDING_CONSTANT,
                            Place.at(owner.equals(type) ? constant : type),
                            constant.getSimpleName(),
                            owner.getSimpleName(),
                            name));
        }
    }

    /** What a constant of this name hides. A name in capitals is that of no class that is used. */
    private Optional<String> hidden(String name, Declaration declaration) {
        if (name.chars().noneMatch(Character::isLowerCase)) {
            return Optional.empty();
        }
        if (ROOTS.contains(name)) {
            return Optional.of("the package " + name);
        }
        if (name.equals(declaration.modelName())) {
            return Optional.of("that class itself");
        }
        return PACKAGES.stream()
                .map(each -> each + name)
                .filter(each -> elements.getTypeElement(each) != null)
                .map(each -> "the class " + each)
                .findFirst();
    }
}
