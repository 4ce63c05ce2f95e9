package dev.lanewise.annotation;

/**
 * Which tags a {@link Crf} lets stand beside each other, and at the ends of a sentence. What is not allowed can neither be
 * trained nor decoded: its probability is zero.
 *
 * <p>Under {@link #BIO} and {@link #BIOES} every tag is {@code O}, or a letter, {@code -} or {@code _}, and the type of an
 * entity: the string {@code B-PER} or the enum constant {@code B_PER}.
 */
public enum Constraints {
    /** Every tag may follow every other. */
    NONE,
    /** IOB2: an entity begins with B and goes on with I of the same type. */
    BIO,
    /** An entity of one word is S; a longer one begins with B, goes on with I and ends with E, all of the same type. */
    BIOES
}
