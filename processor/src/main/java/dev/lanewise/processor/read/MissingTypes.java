package dev.lanewise.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds what is not there yet: another processor may write it in this round. */
final class MissingTypes {
    // What javac gives as the value of an attribute that it cannot resolve.
    private static final String UNRESOLVED = "<error>";

    private final InterfaceMethods methods;

    MissingTypes(Types types) {
        methods = new InterfaceMethods(types);
    }

    /** The first type or value that is missing, in words. */
    Optional<String> in(TypeElement type, List<Stated> annotations) {
        Stream<Optional<String>> values = annotations.stream().flatMap(MissingTypes::inValues);
        Stream<Optional<String>> signatures = type.getKind() != ElementKind.INTERFACE
                ? Stream.empty()
                : methods.withSuperInterfaces(type).stream().flatMap(MissingTypes::inMembers);
        return Stream.concat(values, signatures).flatMap(Optional::stream).findFirst();
    }

    private static Stream<Optional<String>> inValues(Stated stated) {
        return ElementFilter.methodsIn(
                        stated.mirror().getAnnotationType().asElement().getEnclosedElements())
                .stream()
                .filter(attribute -> !isThere(attribute.getReturnType().getKind(), stated.value(name(attribute))))
                .map(attribute -> Optional.of("the value of " + name(attribute) + " of " + stated.label()));
    }

    private static String name(ExecutableElement attribute) {
        return attribute.getSimpleName().toString();
    }

    private static boolean isThere(TypeKind type, AnnotationValue value) {
        Object content = value.getValue();
        return switch (type) {
            case INT -> content instanceof Integer;
            case FLOAT -> content instanceof Float;
            case BOOLEAN -> content instanceof Boolean;
            default -> !content.equals(UNRESOLVED);
        };
    }

    private static Stream<Optional<String>> inMembers(TypeElement type) {
        Stream<Optional<String>> parents =
                type.getInterfaces().stream().map(parent -> in(parent, "super-interface of " + type.getSimpleName()));
        Stream<Optional<String>> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .flatMap(MissingTypes::inSignature);
        return Stream.concat(parents, methods);
    }

    private static Stream<Optional<String>> inSignature(ExecutableElement method) {
        String place = method.getSimpleName() + "()";
        return Stream.of(
                        Stream.of(in(method.getReturnType(), "result of " + place)),
                        method.getParameters().stream().map(each -> in(each.asType(), "parameter of " + place)),
                        method.getThrownTypes().stream().map(each -> in(each, "exception of " + place)))
                .flatMap(each -> each);
    }

    private static Optional<String> in(TypeMirror type, String place) {
        if (type.getKind() == TypeKind.ERROR) {
            return Optional.of("the type " + type + " (" + place + ")");
        }
        if (type instanceof ArrayType array) {
            return in(array.getComponentType(), place);
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(
                            Optional.ofNullable(wildcard.getExtendsBound()),
                            Optional.ofNullable(wildcard.getSuperBound()))
                    .flatMap(Optional::stream)
                    .flatMap(bound -> in(bound, place).stream())
                    .findFirst();
        }
        if (type instanceof DeclaredType declared) {
            return Stream.concat(
                            inComponents(declared),
                            declared.getTypeArguments().stream().flatMap(argument -> in(argument, place).stream()))
                    .findFirst();
        }
        return Optional.empty();
    }

    private static Stream<String> inComponents(DeclaredType record) {
        return ElementFilter.recordComponentsIn(record.asElement().getEnclosedElements()).stream()
                .filter(component -> component.asType().getKind() == TypeKind.ERROR)
                .map(component -> "the type " + component.asType() + " (component " + component.getSimpleName() + " of "
                        + record.asElement().getSimpleName() + ")");
    }
}
