package dev.lanewise.runtime.data;

/** What the vocabularies need to know about the text of their entries. */
final class CodePoints {

    private CodePoints() {}

    /** Whether the text is exactly one character, which may take two {@code char}s. */
    static boolean isSingle(String text) {
        return !text.isEmpty() && text.length() == Character.charCount(text.codePointAt(0));
    }

    /** Refuses what cannot be written as UTF-8 and read back: empty entries and halves of surrogate pairs. */
    static String checkEntry(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a vocabulary entry is empty; leave it out");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return checkPairs(text);
            }
        }
        return text;
    }

    private static String checkPairs(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException(String.format(
                        "half a surrogate pair (U+%04X) at char %d of an entry, \"%s\"; decode the text again",
                        codePoint, at, text.replaceAll("\\p{Cs}", "?")));
            }
        }
        return text;
    }
}
