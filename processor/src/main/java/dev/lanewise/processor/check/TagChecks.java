package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.MethodDecl;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Rules for the type of the tags: an enum, {@code String}, or a record of such where there are several heads. */
final class TagChecks implements Checker.Check {
    private final EnumChecks enums;
    private final RecordChecks records;
    private final Types types;

    TagChecks(Elements elements, Types types) {
        Visibility visibility = new Visibility(elements);
        this.enums = new EnumChecks(visibility, types);
        this.records = new RecordChecks(visibility, enums, types);
        this.types = types;
    }

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        List<MethodDecl> speaking = declaration.methods().stream()
                .filter(method -> method.tagType().isPresent())
                .toList();
        List<MethodDecl> whole =
                speaking.stream().filter(method -> !method.form().isOfHead()).toList();
        if (declaration.givesRecords()) {
            records.check(declaration, whole, report);
            speaking.stream()
                    .filter(method -> method.form().isOfHead())
                    .forEach(method -> records.checkHead(declaration, method, report));
        } else if (!whole.isEmpty()) {
            whole.forEach(method -> checkType(declaration, method, report));
            enums.check(
                    declaration,
                    declaration.tags(),
                    MethodChecks.place(declaration, whole.get(0).element()),
                    report);
        }
        whole.stream().skip(1).forEach(method -> checkSame(declaration, whole.get(0), method, report));
    }

    private void checkType(Declaration declaration, MethodDecl method, Report.Builder report) {
        TypeMirror type = method.tagType().orElseThrow();
        if (!enums.isTagType(type)) {
            report.add(
                    Message.TAG_TYPE,
                    MethodChecks.place(declaration, method.element()),
                    MethodChecks.called(declaration, method),
                    simpleName(type));
        }
    }

    private void checkSame(Declaration declaration, MethodDecl first, MethodDecl method, Report.Builder report) {
        TypeMirror wanted = first.tagType().orElseThrow();
        TypeMirror type = method.tagType().orElseThrow();
        boolean wrongAnyway = !declaration.givesRecords() && !enums.isTagType(type);
        if (!wrongAnyway && !types.isSameType(wanted, type)) {
            report.add(
                    Message.MIXED_TAG_TYPES,
                    MethodChecks.place(declaration, method.element()),
                    MethodChecks.called(declaration, method),
                    simpleName(type),
                    MethodChecks.called(declaration, first),
                    simpleName(wanted));
        }
    }

    private CharSequence simpleName(TypeMirror type) {
        return types.asElement(type).getSimpleName();
    }
}
