package dev.lanewise.processor.read;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The type of a parameter or result in a {@link Shape}, compared by structure. */
sealed interface TypePattern {
    TypePattern VOID = new Plain(TypeKind.VOID);
    TypePattern INT = new Plain(TypeKind.INT);
    TypePattern FLOAT_ROWS = new Array(new Array(new Plain(TypeKind.FLOAT)));
    TypePattern TAG = new Tag();
    TypePattern TOKENS = new TokenSequence();

    /** A type of this name with these type arguments. */
    static TypePattern named(String qualifiedName, TypePattern... arguments) {
        return new Named(qualifiedName, List.of(arguments));
    }

    /** A {@code List} of these. */
    static TypePattern list(TypePattern element) {
        return named("java.util.List", element);
    }

    /** A {@code Stream} of these. */
    static TypePattern stream(TypePattern element) {
        return named("java.util.stream.Stream", element);
    }

    /** An {@code Iterable} of these. */
    static TypePattern iterable(TypePattern element) {
        return named("java.lang.Iterable", element);
    }

    /**
     * Whether the type is of this form.
     *
     * @param tag told the type that stands in the tag's place
     */
    boolean matches(TypeMirror type, Tokens tokens, Consumer<TypeMirror> tag);

    /** As it is written in source. */
    String text(Tokens tokens);

    /** A type as it is written in source, with simple names. */
    static String text(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return text(array.getComponentType()) + "[]";
        }
        if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
            String arguments = declared.getTypeArguments().stream()
                    .map(TypePattern::text)
                    .collect(Collectors.joining(", ", "<", ">"));
            String name = declared.asElement().getSimpleName().toString();
            return declared.getTypeArguments().isEmpty() ? name : name + arguments;
        }
        if (type instanceof WildcardType wildcard) {
            return wildcardText(wildcard);
        }
        return type.toString();
    }

    private static String wildcardText(WildcardType wildcard) {
        if (wildcard.getExtendsBound() != null) {
            return "? extends " + text(wildcard.getExtendsBound());
        }
        return wildcard.getSuperBound() != null ? "? super " + text(wildcard.getSuperBound()) : "?";
    }

    /** A primitive type or {@code void}. */
    record Plain(TypeKind kind) implements TypePattern {
        @Override
        public boolean matches(TypeMirror type, Tokens tokens, Consumer<TypeMirror> tag) {
            return type.getKind() == kind;
        }

        @Override
        public String text(Tokens tokens) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** An array. */
    record Array(TypePattern component) implements TypePattern {
        @Override
        public boolean matches(TypeMirror type, Tokens tokens, Consumer<TypeMirror> tag) {
            return type instanceof ArrayType array && component.matches(array.getComponentType(), tokens, tag);
        }

        @Override
        public String text(Tokens tokens) {
            return component.text(tokens) + "[]";
        }
    }

    /** A class or interface, with exactly these type arguments. */
    record Named(String qualifiedName, List<TypePattern> arguments) implements TypePattern {
        @Override
        public boolean matches(TypeMirror type, Tokens tokens, Consumer<TypeMirror> tag) {
            if (type.getKind() != TypeKind.DECLARED || !(type instanceof DeclaredType declared)) {
                return false;
            }
            List<? extends TypeMirror> actual = declared.getTypeArguments();
            if (!isNamed(declared, qualifiedName) || actual.size() != arguments.size()) {
                return false;
            }
            for (int i = 0; i < actual.size(); i++) {
                if (!arguments.get(i).matches(actual.get(i), tokens, tag)) {
                    return false;
                }
            }
            return true;
        }

        static boolean isNamed(DeclaredType type, String qualifiedName) {
            return type.asElement() instanceof TypeElement element
                    && element.getQualifiedName().contentEquals(qualifiedName);
        }

        @Override
        public String text(Tokens tokens) {
            String name = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
            String list = arguments.stream().map(each -> each.text(tokens)).collect(Collectors.joining(", ", "<", ">"));
            return arguments.isEmpty() ? name : name + list;
        }
    }

    /** {@code T}: any class without type arguments, so that a wrong one is reported as a wrong tag type. */
    record Tag() implements TypePattern {
        @Override
        public boolean matches(TypeMirror type, Tokens tokens, Consumer<TypeMirror> tag) {
            boolean fits = type.getKind() == TypeKind.DECLARED
                    && type instanceof DeclaredType declared
                    && declared.getTypeArguments().isEmpty()
                    && !Named.isNamed(declared, "java.util.List");
            if (fits) {
                tag.accept(type);
            }
            return fits;
        }

        @Override
        public String text(Tokens tokens) {
            return "T";
        }
    }

    /** One sequence: words, tokens or vectors, as the model has it. */
    record TokenSequence() implements TypePattern {
        private static final TypePattern WORDS = list(named("java.lang.String"));

        @Override
        public boolean matches(TypeMirror type, Tokens tokens, Consumer<TypeMirror> tag) {
            return form(tokens).matches(type, tokens, tag);
        }

        @Override
        public String text(Tokens tokens) {
            return form(tokens).text(tokens);
        }

        private static TypePattern form(Tokens tokens) {
            if (tokens instanceof Tokens.Records records) {
                return list(named(records.type().getQualifiedName().toString()));
            }
            return tokens == Tokens.WORDS ? WORDS : FLOAT_ROWS;
        }
    }
}
