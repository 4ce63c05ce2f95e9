package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A method that a model can have: of a shape, of the model as a whole or of one of its heads.
 *
 * @param shape its shape
 * @param of the component that the head gives, whose name stands behind the method's; empty for the model as a whole
 */
public record Form(Shape shape, String of) {
    /**
     * The methods that a model can have.
     *
     * @param hmm whether it is a hidden Markov model
     * @param components what the heads give, where tags are records
     */
    static List<Form> of(Kind kind, boolean hmm, List<String> components) {
        List<Form> forms = new ArrayList<>();
        for (Shape shape : Shape.of(kind)) {
            if ((!hmm || shape.fitsHmm()) && (components.isEmpty() || shape.fitsRecords())) {
                forms.add(new Form(shape, ""));
            }
        }
        for (String component : components) {
            Shape.of(kind).stream().filter(Shape::fitsHead).forEach(shape -> forms.add(new Form(shape, component)));
        }
        return forms;
    }

    /** Whether it is of one head of several. */
    public boolean isOfHead() {
        return !of.isEmpty();
    }

    /** Its name: {@code tag}, or {@code tagUpos}. */
    public String method() {
        return of.isEmpty()
                ? shape.method()
                : shape.method() + of.substring(0, 1).toUpperCase(Locale.ROOT) + of.substring(1);
    }

    /** What stands behind a shape's name in that of a method of one head: {@code upos} in {@code tagUpos}. */
    public static Optional<String> component(Shape shape, String method) {
        int end = shape.method().length();
        return method.startsWith(shape.method()) && method.length() > end && Character.isUpperCase(method.charAt(end))
                ? Optional.of(method.substring(end, end + 1).toLowerCase(Locale.ROOT) + method.substring(end + 1))
                : Optional.empty();
    }

    /** As it is written: {@code List<T> tagUpos(List<String> words)}. */
    public String signature(Tokens tokens) {
        return shape.signature(method(), tokens);
    }

    /** Whether a method has this name and the shape's parameter types and result type. */
    public boolean isThatOf(InterfaceMethod stray, Tokens tokens) {
        return method().equals(stray.name()) && shape.hasTypesOf(stray, tokens);
    }
}
