package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Stated;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * What a message points at, as closely as it can.
 *
 * @param element an element of the source; empty for the compilation as a whole
 * @param mirror an annotation on it
 * @param value a value in that annotation
 */
public record Place(Optional<Element> element, Optional<AnnotationMirror> mirror, Optional<AnnotationValue> value) {
    /** No place in the source. */
    public static Place nowhere() {
        return new Place(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A type or method. */
    public static Place at(Element element) {
        return new Place(Optional.of(element), Optional.empty(), Optional.empty());
    }

    /** An annotation. */
    public static Place at(Stated stated) {
        return new Place(Optional.of(stated.on()), Optional.of(stated.mirror()), Optional.empty());
    }

    /** The value of an attribute, or the annotation if the value is its default. */
    public static Place at(Stated stated, String attribute) {
        return stated.writes(attribute)
                ? new Place(
                        Optional.of(stated.on()), Optional.of(stated.mirror()), Optional.of(stated.value(attribute)))
                : at(stated);
    }
}
