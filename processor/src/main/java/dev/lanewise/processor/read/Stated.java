package dev.lanewise.processor.read;

import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * One annotation as it stands on a type, so that messages can point at it and at its values.
 *
 * @param name which annotation it is
 * @param on the type it stands on
 * @param mirror the annotation itself
 * @param number 0 if it stands there once, otherwise its number among the repeated ones, from 1
 * @param written the values that are written, by attribute
 * @param all the values that are written and the defaults of the others, by attribute
 */
public record Stated(
        AnnotationName name,
        TypeElement on,
        AnnotationMirror mirror,
        int number,
        Map<String, AnnotationValue> written,
        Map<String, AnnotationValue> all) {

    /** Copies the maps. */
    public Stated {
        written = Map.copyOf(written);
        all = Map.copyOf(all);
    }

    /** The value of an attribute, written or default. */
    public AnnotationValue value(String attribute) {
        return Objects.requireNonNull(all.get(attribute), () -> label() + " has no attribute " + attribute);
    }

    /** Whether the annotation has the attribute, written or not. */
    boolean has(String attribute) {
        return all.containsKey(attribute);
    }

    /** The attribute {@code of}; empty where there is none. */
    String of() {
        return has("of") ? text("of") : "";
    }

    /** Whether the attribute is written rather than left to its default. */
    public boolean writes(String attribute) {
        return written.containsKey(attribute);
    }

    /** What messages call it: {@code @Lstm}, or {@code @Lstm number 2} where it is repeated. */
    public String label() {
        return number == 0 ? name.written() : name.written() + " number " + number;
    }

    /** The value of an attribute of type {@code int}. */
    public int integer(String attribute) {
        return (Integer) value(attribute).getValue();
    }

    float number(String attribute) {
        return (Float) value(attribute).getValue();
    }

    boolean flag(String attribute) {
        return (Boolean) value(attribute).getValue();
    }

    String text(String attribute) {
        return (String) value(attribute).getValue();
    }

    /** The name of an enum's constant. */
    String constant(String attribute) {
        return ((VariableElement) value(attribute).getValue()).getSimpleName().toString();
    }
}
