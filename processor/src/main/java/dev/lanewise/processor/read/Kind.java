package dev.lanewise.processor.read;

/** What the interface declares. */
public enum Kind {
    /** Gives every word or vector a tag. */
    TAGGER(AnnotationName.TAGGER),
    /** Gives hidden states. */
    ENCODER(AnnotationName.ENCODER);

    private final AnnotationName annotation;

    Kind(AnnotationName annotation) {
        this.annotation = annotation;
    }

    /** As it is written: {@code @Tagger}. */
    public String written() {
        return annotation.written();
    }

    static Kind of(AnnotationName annotation) {
        return annotation == AnnotationName.ENCODER ? ENCODER : TAGGER;
    }
}
