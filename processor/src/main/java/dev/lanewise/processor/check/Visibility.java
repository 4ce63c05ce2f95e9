package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.Nesting;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Whether the class to be written can name a type. */
final class Visibility {
    private final Elements elements;

    Visibility(Elements elements) {
        this.elements = elements;
    }

    /**
     * Reports a type that is hidden from the class to be written.
     *
     * @param message takes the interface, the type, what hides it, and how
     * @param place what speaks of the type
     */
    void check(TypeElement type, Declaration declaration, Message message, Place place, Report.Builder report) {
        hidden(type, declaration)
                .ifPresent(hidden -> report.add(
                        message,
                        place,
                        declaration.type().getSimpleName(),
                        type.getSimpleName(),
                        hidden.getSimpleName(),
                        access(hidden)));
    }

    /** What hides the type: itself, or a type that it stands in. */
    private Optional<TypeElement> hidden(TypeElement type, Declaration declaration) {
        return Nesting.outwards(type).stream()
                .filter(each -> !isVisible(each, declaration))
                .findFirst();
    }

    private boolean isVisible(TypeElement type, Declaration declaration) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                || !type.getModifiers().contains(Modifier.PRIVATE)
                        && elements.getPackageOf(type).getQualifiedName().contentEquals(declaration.packageName());
    }

    /** How a hidden type is hidden, in words. */
    private static String access(TypeElement type) {
        if (type.getModifiers().contains(Modifier.PRIVATE)) {
            return "private";
        }
        return type.getModifiers().contains(Modifier.PROTECTED)
                ? "protected in another package"
                : "package-private in another package";
    }
}
