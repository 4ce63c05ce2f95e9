package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EncoderDecl;
import dev.lanewise.processor.read.Form;
import dev.lanewise.processor.read.InterfaceMethod;
import dev.lanewise.processor.read.Kind;
import dev.lanewise.processor.read.MethodDecl;
import dev.lanewise.processor.read.Nesting;
import dev.lanewise.processor.read.Shape;
import dev.lanewise.processor.read.TokenRecords;
import dev.lanewise.processor.read.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;

/** Rules for the abstract methods. */
final class MethodChecks implements Checker.Check {
    @Override
    public void check(Declaration declaration, Report.Builder report) {
        declaration.strays().forEach(stray -> checkStray(declaration, stray, report));
        for (MethodDecl method : declaration.methods()) {
            if (method.shape() == Shape.STEPPER) {
                checkStepper(declaration, method, report);
            }
        }
        for (InterfaceMethod method : declaration.defaults()) {
            if (ReservedMethods.of(declaration).contains(ReservedMethods.signature(method))) {
                report.add(
                        Message.RESERVED_METHOD,
                        place(declaration, method.element()),
                        written(declaration, method.element(), method.signature()),
                        declaration.modelName());
            }
        }
        if (declaration.methods().isEmpty() && declaration.strays().isEmpty()) {
            report.add(
                    Message.NO_METHODS,
                    Place.at(declaration.type()),
                    declaration.type().getSimpleName(),
                    shapes(declaration));
        }
    }

    private static void checkStray(Declaration declaration, InterfaceMethod stray, Report.Builder report) {
        Optional<Form> meant = NearestShape.of(declaration, stray);
        Message message = message(declaration, stray, meant);
        Optional<String> component = unknownComponent(declaration, stray);
        Place place = place(declaration, stray.element());
        String written = written(declaration, stray.element(), stray.signature());
        if (message == Message.MISSPELT_METHOD && component.isPresent()) {
            report.add(
                    Message.NO_SUCH_HEAD, place, written, component.get(), String.join(", ", declaration.components()));
            return;
        }
        report.add(
                message,
                place,
                written,
                declaration.kind().written(),
                shapes(declaration),
                meant.map(form -> form.signature(declaration.tokens())).orElse(""),
                declaration.tokens() instanceof Tokens.Records records
                        ? records.type().getSimpleName()
                        : "");
    }

    private static Message message(Declaration declaration, InterfaceMethod stray, Optional<Form> meant) {
        Kind kind = declaration.kind();
        if (!stray.type().getTypeVariables().isEmpty()) {
            return Message.GENERIC_METHOD;
        }
        if (Arrays.stream(Shape.values()).anyMatch(shape -> !shape.fits(kind) && isAny(new Form(shape, ""), stray))) {
            return kind == Kind.TAGGER ? Message.ENCODERS_METHOD : Message.TAGGERS_METHOD;
        }
        if (declaration.givesRecords() && isScores(stray)) {
            return Message.HEAD_METHOD;
        }
        if (declaration.forms().stream().anyMatch(form -> isAny(form, stray))) {
            return otherTokens(declaration.tokens(), TokenRecords.of(stray).isPresent());
        }
        return meant.isPresent() ? Message.MISSPELT_METHOD : Message.UNKNOWN_METHOD;
    }

    private static Message otherTokens(Tokens tokens, boolean takesRecords) {
        if (tokens instanceof Tokens.Records) {
            return Message.MIXED_TOKENS;
        }
        if (tokens == Tokens.VECTORS) {
            return Message.WORDS_METHOD;
        }
        // Only @Hmm reads words where a method takes records.
        return takesRecords ? Message.UNKNOWN_METHOD : Message.VECTORS_METHOD;
    }

    /** Whether it would be a method of the only head. */
    private static boolean isScores(InterfaceMethod stray) {
        return Shape.of(Kind.TAGGER).stream()
                .filter(shape -> !shape.fitsRecords())
                .anyMatch(shape -> isAny(new Form(shape, ""), stray));
    }

    /** The component, of several heads, that a method is of by its name and its types, where no head gives it. */
    private static Optional<String> unknownComponent(Declaration declaration, InterfaceMethod stray) {
        List<Form> forms = declaration.forms();
        if (!declaration.givesRecords() || forms.stream().anyMatch(form -> NearestShape.isSpeltAlike(form, stray))) {
            return Optional.empty();
        }
        return forms.stream()
                .filter(Form::isOfHead)
                .map(Form::shape)
                .filter(shape -> shape.hasTypesOf(stray, declaration.tokens()))
                .flatMap(shape -> Form.component(shape, stray.name()).stream())
                .findFirst();
    }

    private static boolean isAny(Form form, InterfaceMethod stray) {
        return form.isThatOf(stray, Tokens.WORDS)
                || form.isThatOf(stray, Tokens.VECTORS)
                || TokenRecords.of(stray).stream().anyMatch(type -> form.isThatOf(stray, new Tokens.Records(type)));
    }

    private static void checkStepper(Declaration declaration, MethodDecl method, Report.Builder report) {
        declaration.encoder().stream()
                .filter(EncoderDecl::bidirectional)
                .findFirst()
                .ifPresent(encoder -> report.add(
                        Message.STEPPER_BIDIRECTIONAL,
                        place(declaration, method.element()),
                        written(declaration, method.element(), Shape.STEPPER.signature(Tokens.VECTORS)),
                        encoder.stated().label()));
    }

    /** An inherited method may stand in a class file, or be right for others: the interface is what can be changed. */
    static Place place(Declaration declaration, ExecutableElement method) {
        return isInherited(declaration, method) ? Place.at(declaration.type()) : Place.at(method);
    }

    /** The method as messages quote it. */
    static String written(Declaration declaration, ExecutableElement method, String signature) {
        return isInherited(declaration, method)
                ? "`" + signature + "`, inherited from " + Nesting.owner(method).getSimpleName() + ","
                : "`" + signature + "`";
    }

    private static boolean isInherited(Declaration declaration, ExecutableElement method) {
        return !Nesting.owner(method).equals(declaration.type());
    }

    /** The method as messages quote it where its types do not matter. */
    static String called(Declaration declaration, MethodDecl method) {
        return written(declaration, method.element(), method.element().getSimpleName() + "()");
    }

    /** The methods that the model can have, as messages list them; of several heads those of the first one stand for all. */
    static String shapes(Declaration declaration) {
        List<String> components = declaration.components();
        String forms = declaration.forms().stream()
                .filter(form -> !form.isOfHead() || form.of().equals(components.get(0)))
                .map(form -> "`" + form.signature(declaration.tokens()) + "`")
                .collect(Collectors.joining(", "));
        return components.size() < 2
                ? forms
                : forms + " (and the like of " + String.join(", ", components.subList(1, components.size())) + ")";
    }
}
