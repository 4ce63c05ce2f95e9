package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.LinearDecl;
import dev.lanewise.processor.read.MethodDecl;
import dev.lanewise.processor.read.RecordTags;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Rules for records of tags, each component of which one head gives. */
final class RecordChecks {
    private final Visibility visibility;
    private final EnumChecks enums;
    private final Types types;

    RecordChecks(Visibility visibility, EnumChecks enums, Types types) {
        this.visibility = visibility;
        this.enums = enums;
        this.types = types;
    }

    /**
     * Checks the record of a declaration whose heads say what they give.
     *
     * @param whole the methods that speak of the record
     */
    void check(Declaration declaration, List<MethodDecl> whole, Report.Builder report) {
        List<LinearDecl> linears = declaration.of(LinearDecl.class);
        if (linears.stream().anyMatch(linear -> linear.of().isEmpty())) {
            return; // that it does not say what it gives has been said already
        }
        String wanted = String.join(", ", declaration.components());
        CharSequence name = declaration.type().getSimpleName();
        if (whole.isEmpty()) {
            report.add(Message.NO_RECORD, Place.at(declaration.markers().get(0)), name, wanted);
            return;
        }
        MethodDecl first = whole.get(0);
        Place place = MethodChecks.place(declaration, first.element());
        if (!(declaration.tags() instanceof RecordTags record)) {
            report.add(
                    Message.NOT_A_RECORD,
                    place,
                    MethodChecks.called(declaration, first),
                    types.asElement(first.tagType().orElseThrow()).getSimpleName(),
                    name,
                    wanted);
            return;
        }
        checkType(declaration, record, place, report);
        linears.forEach(linear -> checkComponent(linear, record, report));
        for (RecordTags.Component component : record.components()) {
            checkComponent(declaration, record, component, place, report);
        }
    }

    private void checkType(Declaration declaration, RecordTags record, Place place, Report.Builder report) {
        if (!record.type().getTypeParameters().isEmpty()) {
            report.add(Message.GENERIC_RECORD, place, record.type().getSimpleName());
        }
        visibility.check(record.type(), declaration, Message.HIDDEN_TOKENS, place, report);
    }

    private static void checkComponent(LinearDecl linear, RecordTags record, Report.Builder report) {
        if (record.component(linear.of()).isEmpty()) {
            report.add(
                    Message.NO_TAG_COMPONENT,
                    Place.at(linear.stated(), "of"),
                    linear.of(),
                    linear.stated().label(),
                    record.type().getSimpleName(),
                    record.components().stream().map(RecordTags.Component::name).collect(Collectors.joining(", ")));
        }
    }

    private void checkComponent(
            Declaration declaration,
            RecordTags record,
            RecordTags.Component component,
            Place place,
            Report.Builder report) {
        CharSequence of = record.type().getSimpleName();
        if (declaration.of(LinearDecl.class).stream()
                .noneMatch(linear -> linear.of().equals(component.name()))) {
            report.add(Message.COMPONENT_WITHOUT_HEAD, place, component.name(), of);
        } else if (!enums.isTagType(component.type())) {
            report.add(Message.TAG_COMPONENT_TYPE, place, component.name(), of, component.type());
        } else {
            enums.check(declaration, component.tags(), place, report);
        }
    }

    /** A method of one head speaks of the tags of its component. */
    void checkHead(Declaration declaration, MethodDecl method, Report.Builder report) {
        Optional<TypeMirror> wanted = declaration.tags() instanceof RecordTags record
                ? record.component(method.form().of()).map(RecordTags.Component::type)
                : Optional.empty();
        TypeMirror type = method.tagType().orElseThrow();
        if (wanted.isPresent() && !types.isSameType(wanted.get(), type)) {
            report.add(
                    Message.HEAD_TAG_TYPE,
                    MethodChecks.place(declaration, method.element()),
                    MethodChecks.called(declaration, method),
                    types.asElement(type).getSimpleName(),
                    method.form().of(),
                    wanted.get().toString().replaceAll(".*\\.", ""));
        }
    }
}
