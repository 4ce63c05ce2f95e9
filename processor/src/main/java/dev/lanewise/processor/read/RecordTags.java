package dev.lanewise.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Records of tags: each component is given by a head of its own.
 *
 * @param type the record
 * @param components its components in their order
 */
public record RecordTags(TypeElement type, List<Component> components) implements Tags {
    /** Copies the list. */
    public RecordTags {
        components = List.copyOf(components);
    }

    /**
     * One component.
     *
     * @param name its name
     * @param type its type, an enum or {@code String} once checked
     * @param tags its tags
     */
    public record Component(String name, TypeMirror type, Tags tags) {}

    /** The component of a name. */
    public Optional<Component> component(String name) {
        return components.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
