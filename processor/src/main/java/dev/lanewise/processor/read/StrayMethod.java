package dev.lanewise.processor.read;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;

/**
 * An abstract method of no known shape.
 *
 * @param element the method, perhaps inherited
 * @param type its type as seen from the interface
 */
public record StrayMethod(ExecutableElement element, ExecutableType type) {
    /** Its name. */
    public String name() {
        return element.getSimpleName().toString();
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
