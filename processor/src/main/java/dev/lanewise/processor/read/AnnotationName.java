package dev.lanewise.processor.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** The annotations that users write, by name: the processor has no class of theirs on its path. */
public enum AnnotationName {
    TAGGER("Tagger"),
    ENCODER("Encoder"),
    INPUT("Input"),
    EMBEDDING("Embedding"),
    EMBEDDING_LIST("Embedding.List", EMBEDDING),
    CHAR_LSTM("CharLstm"),
    LSTM("Lstm"),
    LSTM_LIST("Lstm.List", LSTM),
    LINEAR("Linear");

    /** Marks what Lanewise itself has written. */
    public static final String GENERATED = "dev.lanewise.annotation.LanewiseGenerated";

    private final String simpleName;
    private final Optional<AnnotationName> repeated;

    AnnotationName(String simpleName) {
        this.simpleName = simpleName;
        this.repeated = Optional.empty();
    }

    AnnotationName(String simpleName, AnnotationName repeated) {
        this.simpleName = simpleName;
        this.repeated = Optional.of(repeated);
    }

    /** The canonical name: {@code dev.lanewise.annotation.Lstm.List}. */
    public String qualifiedName() {
        return "dev.lanewise.annotation." + simpleName;
    }

    /** As it is written: {@code @Lstm}. */
    public String written() {
        return "@" + simpleName;
    }

    /** Which annotation it holds, if it is what the compiler puts repeated ones into. */
    Optional<AnnotationName> repeated() {
        return repeated;
    }

    /** Whether it says what kind of model the interface is. */
    public boolean isKind() {
        return this == TAGGER || this == ENCODER;
    }

    /** The canonical names of all of them. */
    public static List<String> qualifiedNames() {
        return Arrays.stream(values()).map(AnnotationName::qualifiedName).toList();
    }

    /** Which of them the mirror is, if any. */
    public static Optional<AnnotationName> of(AnnotationMirror mirror) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        return Arrays.stream(values())
                .filter(name -> type.getQualifiedName().contentEquals(name.qualifiedName()))
                .findFirst();
    }
}
