package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.MethodDecl;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Rules for the tags of a tagger. */
final class TagChecks implements Checker.Check {
    private final Visibility visibility;
    private final Types types;

    TagChecks(Elements elements, Types types) {
        this.visibility = new Visibility(elements);
        this.types = types;
    }

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        List<MethodDecl> speaking = declaration.methods().stream()
                .filter(method -> method.tagType().isPresent())
                .toList();
        if (speaking.isEmpty()) {
            return;
        }
        MethodDecl first = speaking.get(0);
        for (MethodDecl method : speaking) {
            TypeMirror type = method.tagType().orElseThrow();
            if (!isEnum(type) && !isString(type)) {
                report.add(
                        Message.TAG_TYPE, place(declaration, method), written(declaration, method), simpleName(type));
            } else if (!types.isSameType(first.tagType().orElseThrow(), type)) {
                report.add(
                        Message.MIXED_TAG_TYPES,
                        place(declaration, method),
                        written(declaration, method),
                        simpleName(type),
                        written(declaration, first),
                        simpleName(first.tagType().orElseThrow()));
            }
        }
        if (declaration.tags() instanceof EnumTags tags) {
            checkEnum(declaration, tags, place(declaration, first), report);
        }
    }

    private void checkEnum(Declaration declaration, EnumTags tags, Place place, Report.Builder report) {
        int constants = tags.constants().size();
        if (constants < 2) {
            report.add(
                    Message.TOO_FEW_TAGS,
                    place,
                    tags.type().getSimpleName(),
                    constants == 0 ? "no constants" : "one constant");
        }
        visibility
                .hidden(tags.type(), declaration)
                .ifPresent(hidden -> report.add(
                        Message.HIDDEN_TAGS,
                        place,
                        declaration.type().getSimpleName(),
                        tags.type().getSimpleName(),
                        hidden.getSimpleName(),
                        Visibility.access(hidden)));
    }

    private boolean isEnum(TypeMirror type) {
        return types.asElement(type) instanceof TypeElement element && element.getKind() == ElementKind.ENUM;
    }

    private boolean isString(TypeMirror type) {
        return types.asElement(type) instanceof TypeElement element
                && element.getQualifiedName().contentEquals("java.lang.String");
    }

    private CharSequence simpleName(TypeMirror type) {
        return types.asElement(type).getSimpleName();
    }

    private static Place place(Declaration declaration, MethodDecl method) {
        return MethodChecks.place(declaration, method.element());
    }

    private static String written(Declaration declaration, MethodDecl method) {
        return MethodChecks.written(
                declaration, method.element(), method.element().getSimpleName() + "()");
    }
}
