package dev.lanewise.processor.read;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * An abstract method of a known shape.
 *
 * @param element the method, perhaps inherited
 * @param form its shape, and whose it is
 * @param tagType the enum or {@code String} it speaks of, as seen from the interface; empty where the shape has no tags
 */
public record MethodDecl(ExecutableElement element, Form form, Optional<TypeMirror> tagType) {
    /** Its shape. */
    public Shape shape() {
        return form.shape();
    }
}
