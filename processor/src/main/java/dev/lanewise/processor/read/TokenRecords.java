package dev.lanewise.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the record that stands for a token in a method's parameters: in {@code List<Token>}, or in a {@code List}, {@code Stream} or
 * {@code Iterable} of such.
 */
public final class TokenRecords {
    private static final Set<String> MANY = Set.of("java.util.List", "java.util.stream.Stream", "java.lang.Iterable");

    private TokenRecords() {}

    /** The record of the method's first parameter, if it is of such. */
    public static Optional<TypeElement> of(InterfaceMethod method) {
        return method.type().getParameterTypes().stream().findFirst().flatMap(TokenRecords::inside);
    }

    private static Optional<TypeElement> inside(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED || !(type instanceof DeclaredType many) || !isMany(many)) {
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = many.getTypeArguments();
        if (arguments.size() != 1 || !(arguments.get(0) instanceof DeclaredType element)) {
            return Optional.empty();
        }
        if (isMany(element)) {
            return inside(element);
        }
        return element.asElement() instanceof TypeElement found
                        && found.getKind() == ElementKind.RECORD
                        && found.getTypeParameters().isEmpty()
                ? Optional.of(found)
                : Optional.empty();
    }

    private static boolean isMany(DeclaredType type) {
        return type.asElement() instanceof TypeElement element
                && MANY.contains(element.getQualifiedName().toString());
    }
}
