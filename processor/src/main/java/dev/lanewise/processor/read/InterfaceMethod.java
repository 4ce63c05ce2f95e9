package dev.lanewise.processor.read;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;

/**
 * A method that the interface has, its own or inherited.
 *
 * @param element the method
 * @param type its type as seen from the interface
 */
public record InterfaceMethod(ExecutableElement element, ExecutableType type) {
    /** Its name. */
    public String name() {
        return element.getSimpleName().toString();
    }

    /** Whether a class that implements the interface has to write it. */
    public boolean isAbstract() {
        return element.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** As it would be written: {@code List<Tag> tags(List<String> words)}. */
    public String signature() {
        String parameters = IntStream.range(0, type.getParameterTypes().size())
                .mapToObj(i -> TypePattern.text(type.getParameterTypes().get(i)) + " "
                        + element.getParameters().get(i).getSimpleName())
                .collect(Collectors.joining(", "));
        return TypePattern.text(type.getReturnType()) + " " + name() + "(" + parameters + ")";
    }
}
