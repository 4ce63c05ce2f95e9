package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.Tags;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Rules for the type of the tags of one head. */
final class EnumChecks {
    private final Visibility visibility;
    private final Types types;

    EnumChecks(Visibility visibility, Types types) {
        this.visibility = visibility;
        this.types = types;
    }

    /** Whether it is an enum or {@code String}. */
    boolean isTagType(TypeMirror type) {
        return types.asElement(type) instanceof TypeElement element
                && (element.getKind() == ElementKind.ENUM
                        || element.getQualifiedName().contentEquals("java.lang.String"));
    }

    /**
     * Checks the tags if they are an enum.
     *
     * @param place what speaks of them
     */
    void check(Declaration declaration, Tags tags, Place place, Report.Builder report) {
        if (!(tags instanceof EnumTags constants)) {
            return;
        }
        int count = constants.constants().size();
        if (count < 2) {
            report.add(
                    Message.TOO_FEW_TAGS,
                    place,
                    constants.type().getSimpleName(),
                    count == 0 ? "no constants" : "one constant");
        }
        visibility.check(constants.type(), declaration, Message.HIDDEN_TAGS, place, report);
    }
}
