package dev.lanewise.processor.check;

import dev.lanewise.processor.read.AnnotationName;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.Nesting;
import dev.lanewise.processor.read.Stated;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Rules for the interface itself. */
final class TypeChecks implements Checker.Check {
    private final Elements elements;

    TypeChecks(Elements elements) {
        this.elements = elements;
    }

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        TypeElement type = declaration.type();
        Stated marker = declaration.markers().get(0);
        Place place = Place.at(type);
        if (type.getKind() != ElementKind.INTERFACE) {
            report.add(Message.NOT_AN_INTERFACE, Place.at(marker), marker.name().written(), type.getSimpleName());
            return;
        }
        if (declaration.markers().size() > 1) {
            report.add(Message.TWO_KINDS, Place.at(declaration.markers().get(1)), type.getSimpleName());
        }
        if (!type.getTypeParameters().isEmpty()) {
            report.add(Message.GENERIC_INTERFACE, place, type.getSimpleName());
        }
        if (type.getModifiers().contains(Modifier.SEALED)) {
            report.add(Message.SEALED_INTERFACE, place, type.getSimpleName());
        }
        checkPrivate(type, place, report);
        checkModelName(declaration, place, report);
    }

    private static void checkPrivate(TypeElement type, Place place, Report.Builder report) {
        if (type.getModifiers().contains(Modifier.PRIVATE)) {
            report.add(Message.PRIVATE_INTERFACE, place, type.getSimpleName());
        }
        Nesting.outwards(type).stream()
                .skip(1)
                .filter(outer -> outer.getModifiers().contains(Modifier.PRIVATE))
                .forEach(outer ->
                        report.add(Message.PRIVATE_ENCLOSING, place, type.getSimpleName(), outer.getSimpleName()));
    }

    private void checkModelName(Declaration declaration, Place place, Report.Builder report) {
        // In the interface's own module: the search in all modules takes long where there is no such class.
        ModuleElement module = elements.getModuleOf(declaration.type());
        String model = declaration.qualifiedModelName();
        TypeElement existing = module == null ? elements.getTypeElement(model) : elements.getTypeElement(module, model);
        if (existing != null && !isOurs(existing)) {
            report.add(Message.MODEL_NAME_TAKEN, place, declaration.type().getSimpleName(), model);
        }
    }

    /** In an incremental build the class path still has what was written the last time. */
    private static boolean isOurs(TypeElement existing) {
        return existing.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().asElement() instanceof TypeElement annotation
                        && annotation.getQualifiedName().contentEquals(AnnotationName.GENERATED));
    }
}
