package dev.lanewise.runtime.data;

/** A word or character that a vocabulary without an unknown entry does not hold. */
public final class UnknownWordException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String word;

    private UnknownWordException(String kind, String word, String detail) {
        super("unknown " + kind + " \"" + word + "\"" + detail
                + ": it did not occur in training and this vocabulary has"
                + " no entry for unknown ones; train with it, or with unknown = true");
        this.word = word;
    }

    static UnknownWordException word(String word) {
        return new UnknownWordException("word", word, "");
    }

    static UnknownWordException character(int codePoint) {
        return new UnknownWordException(
                "character", Character.toString(codePoint), String.format(" (U+%04X)", codePoint));
    }

    /** The word, or the character as a string. */
    public String word() {
        return word;
    }
}
