package dev.lanewise.processor.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * The annotations that users write, by name: the processor has no class of theirs on its path. This is the registry of the
 * read stage: one line for each kind of layer, with what reads it.
 */
public enum AnnotationName {
    TAGGER("Tagger"),
    ENCODER("Encoder"),
    INPUT("Input", Repeat.NEVER, InputDecl::of),
    EMBEDDING("Embedding", Repeat.ALLOWED, EmbeddingDecl::of),
    AFFIX("Affix", Repeat.ALLOWED, AffixDecl::of),
    SHAPE("Shape", Repeat.NEVER, ShapeDecl::of),
    CHAR_LSTM("CharLstm", Repeat.NEVER, CharLstmDecl::of),
    CHAR_CNN("CharCnn", Repeat.NEVER, CharCnnDecl::of),
    LSTM("Lstm", Repeat.ALLOWED, LstmDecl::of),
    GRU("Gru", Repeat.ALLOWED, GruDecl::of),
    LINEAR("Linear", Repeat.ALLOWED, LinearDecl::of),
    CRF("Crf", Repeat.ALLOWED, CrfDecl::of),
    HMM("Hmm", Repeat.NEVER, HmmDecl::of);

    /** Marks what Lanewise itself has written. */
    public static final String GENERATED = "dev.lanewise.annotation.LanewiseGenerated";

    private static final String PACKAGE = "dev.lanewise.annotation.";

    private final String simpleName;
    private final Repeat repeat;
    private final Optional<LayerFactory> layer;

    AnnotationName(String simpleName) {
        this.simpleName = simpleName;
        this.repeat = Repeat.NEVER;
        this.layer = Optional.empty();
    }

    AnnotationName(String simpleName, Repeat repeat, LayerFactory layer) {
        this.simpleName = simpleName;
        this.repeat = repeat;
        this.layer = Optional.of(layer);
    }

    /** The canonical name: {@code dev.lanewise.annotation.Lstm}. */
    public String qualifiedName() {
        return PACKAGE + simpleName;
    }

    /** As it is written: {@code @Lstm}. */
    public String written() {
        return "@" + simpleName;
    }

    /** Whether it says what kind of model the interface is. */
    public boolean isKind() {
        return this == TAGGER || this == ENCODER;
    }

    /** Whether it may stand on one type several times. */
    public boolean isRepeatable() {
        return repeat == Repeat.ALLOWED;
    }

    /** What reads it, if it declares a layer. */
    Optional<LayerFactory> layer() {
        return layer;
    }

    /** The canonical names of all of them, and of the containers of the repeatable ones. */
    public static List<String> qualifiedNames() {
        return Arrays.stream(values())
                .flatMap(name -> name.isRepeatable()
                        ? Stream.of(name.qualifiedName(), name.container())
                        : Stream.of(name.qualifiedName()))
                .toList();
    }

    /** Which of them the mirror is, if any. */
    public static Optional<AnnotationName> of(AnnotationMirror mirror) {
        return Arrays.stream(values())
                .filter(name -> isCalled(mirror, name.qualifiedName()))
                .findFirst();
    }

    /** Of which of them the mirror holds the repetitions, if any. */
    static Optional<AnnotationName> repeatedIn(AnnotationMirror mirror) {
        return Arrays.stream(values())
                .filter(name -> name.isRepeatable() && isCalled(mirror, name.container()))
                .findFirst();
    }

    private String container() {
        return qualifiedName() + ".List";
    }

    private static boolean isCalled(AnnotationMirror mirror, String qualifiedName) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        return type.getQualifiedName().contentEquals(qualifiedName);
    }

    /** Whether an annotation may stand there several times; if so, its container is the {@code List} nested in it. */
    private enum Repeat {
        NEVER,
        ALLOWED
    }
}
