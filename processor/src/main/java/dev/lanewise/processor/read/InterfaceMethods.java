package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the methods that a class implementing an interface inherits or has to write. */
final class InterfaceMethods {
    private static final TypePattern OBJECT = TypePattern.named("java.lang.Object");

    private final Types types;

    InterfaceMethods(Types types) {
        this.types = types;
    }

    /** The abstract and default methods that are not overridden, own ones first, no two with the same signature. */
    List<InterfaceMethod> of(TypeElement type) {
        DeclaredType self = (DeclaredType) type.asType();
        List<InterfaceMethod> candidates = new ArrayList<>();
        for (TypeElement each : withSuperInterfaces(type)) {
            for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
                if (!method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE)) {
                    candidates.add(new InterfaceMethod(method, (ExecutableType) types.asMemberOf(self, method)));
                }
            }
        }
        List<InterfaceMethod> found = new ArrayList<>();
        for (InterfaceMethod candidate : candidates) {
            if (!belongsToObject(candidate)
                    && candidates.stream().noneMatch(other -> overrides(other, candidate))
                    && found.stream().noneMatch(other -> sameSignature(other, candidate))) {
                found.add(candidate);
            }
        }
        return found;
    }

    /** The interface and all that it extends, each once, from the bottom up. */
    Set<TypeElement> withSuperInterfaces(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    private void collect(TypeElement type, Set<TypeElement> found) {
        if (found.add(type)) {
            for (TypeMirror parent : type.getInterfaces()) {
                if (types.asElement(parent) instanceof TypeElement element
                        && element.getKind() == ElementKind.INTERFACE) {
                    collect(element, found);
                }
            }
        }
    }

    private boolean overrides(InterfaceMethod below, InterfaceMethod above) {
        TypeMirror lower = types.erasure(Nesting.owner(below.element()).asType());
        TypeMirror upper = types.erasure(Nesting.owner(above.element()).asType());
        return below.element() != above.element()
                && !types.isSameType(lower, upper)
                && types.isSubtype(lower, upper)
                && sameSignature(below, above);
    }

    private boolean sameSignature(InterfaceMethod one, InterfaceMethod other) {
        return one.name().equals(other.name())
                && (types.isSubsignature(one.type(), other.type()) || types.isSubsignature(other.type(), one.type()));
    }

    /** Interfaces may repeat public methods of Object, which every class has already. */
    private static boolean belongsToObject(InterfaceMethod method) {
        List<? extends TypeMirror> parameters = method.type().getParameterTypes();
        return switch (method.name()) {
            case "hashCode", "toString" -> parameters.isEmpty();
            case "equals" -> parameters.size() == 1 && OBJECT.matches(parameters.get(0), Tokens.WORDS, tag -> {});
            default -> false;
        };
    }
}
