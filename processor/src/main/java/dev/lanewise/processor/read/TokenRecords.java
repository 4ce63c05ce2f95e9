package dev.lanewise.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the record that stands for a token in a method's parameters: in {@code List<Token>} or {@code List<List<Token>>}. */
public final class TokenRecords {
    private static final String LIST = "java.util.List";

    private TokenRecords() {}

    /** The record of the method's first parameter, if it is a list of such. */
    public static Optional<TypeElement> of(InterfaceMethod method) {
        return method.type().getParameterTypes().stream().findFirst().flatMap(TokenRecords::inList);
    }

    private static Optional<TypeElement> inList(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED || !(type instanceof DeclaredType list) || !isList(list)) {
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = list.getTypeArguments();
        if (arguments.size() != 1 || !(arguments.get(0) instanceof DeclaredType element)) {
            return Optional.empty();
        }
        if (isList(element)) {
            return inList(element);
        }
        return element.asElement() instanceof TypeElement found
                        && found.getKind() == ElementKind.RECORD
                        && found.getTypeParameters().isEmpty()
                ? Optional.of(found)
                : Optional.empty();
    }

    private static boolean isList(DeclaredType type) {
        return type.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(LIST);
    }
}
