package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Which types stand in which. */
public final class Nesting {
    private Nesting() {}

    /** The type, the type around it, and so on to the top-level one. */
    public static List<TypeElement> outwards(TypeElement type) {
        List<TypeElement> found = new ArrayList<>();
        Element each = type;
        while (each instanceof TypeElement element) {
            found.add(element);
            each = element.getEnclosingElement();
        }
        return found;
    }

    /** The type in which a method or constant stands. */
    public static TypeElement owner(Element member) {
        if (member.getEnclosingElement() instanceof TypeElement owner) {
            return owner;
        }
        throw new IllegalStateException("no type around " + member);
    }

    static boolean isPublic(TypeElement type) {
        return outwards(type).stream().allMatch(each -> each.getModifiers().contains(Modifier.PUBLIC));
    }

    static String modelName(TypeElement type) {
        StringBuilder name = new StringBuilder("Model");
        List<TypeElement> types = outwards(type);
        for (int i = 0; i < types.size(); i++) {
            name.insert(0, types.get(i).getSimpleName() + (i == 0 ? "" : "_"));
        }
        return name.toString();
    }
}
