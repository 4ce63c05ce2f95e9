package dev.lanewise.processor.read;

import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What a sequence consists of. */
public sealed interface Tokens {
    /** {@code List<String> words}. */
    Tokens WORDS = Plain.WORDS;
    /** {@code float[][] inputs}. */
    Tokens VECTORS = Plain.VECTORS;

    /** What needs no type of the user's. */
    enum Plain implements Tokens {
        WORDS,
        VECTORS
    }

    /**
     * {@code List<Token> tokens}.
     *
     * @param type a record
     */
    record Records(TypeElement type) implements Tokens {
        /** The names of its components that are texts, in their order. */
        public List<String> texts() {
            return type.getRecordComponents().stream()
                    .filter(component -> isString(component.asType()))
                    .map(component -> component.getSimpleName().toString())
                    .toList();
        }

        /** The component of a name, whatever its type; the list is empty if there is none. */
        public List<? extends RecordComponentElement> named(String name) {
            return type.getRecordComponents().stream()
                    .filter(component -> component.getSimpleName().contentEquals(name))
                    .toList();
        }

        private static boolean isString(TypeMirror type) {
            return type instanceof DeclaredType declared
                    && declared.asElement() instanceof TypeElement element
                    && element.getQualifiedName().contentEquals("java.lang.String");
        }
    }
}
