package dev.lanewise.processor.read;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The constants of an enum.
 *
 * @param type the enum
 * @param constants names of its constants in their order
 */
public record EnumTags(TypeElement type, List<String> constants) implements Tags {
    /** Copies the list. */
    public EnumTags {
        constants = List.copyOf(constants);
    }
}
