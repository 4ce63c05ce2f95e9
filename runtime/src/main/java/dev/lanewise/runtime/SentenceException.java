package dev.lanewise.runtime;

/**
 * One of many sentences cannot be tagged, and which one: the cause says why. Thrown by {@code tagAll} in all its forms; sentences
 * before it have their results, and an iteration may go on with the next one.
 */
public final class SentenceException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final long sentence;

    /**
     * An exception.
     *
     * @param sentence the number of the sentence, counted from 0
     * @param cause what is wrong with it
     */
    public SentenceException(long sentence, RuntimeException cause) {
        super(
                "sentence " + sentence + " (counted from 0): "
                        + (cause.getMessage() == null ? cause : cause.getMessage()),
                cause);
        this.sentence = sentence;
    }

    /** The number of the sentence, counted from 0. */
    public long sentence() {
        return sentence;
    }
}
