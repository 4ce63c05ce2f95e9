package dev.lanewise.runtime.data;

/**
 * The forms under which a word is looked for where words come from a file of vectors, from the closest on: as it is written; in lower
 * case; with every ASCII digit as 0, as it is and in lower case; with every digit as #, the same.
 */
final class Folding {

    /** The number of forms; form 0 is the word as it is written. */
    static final int FORMS = 6;

    static final int LOWER_CASE = 1;
    private static final char[] DIGITS = {0, 0, '0', '0', '#', '#'};

    private Folding() {}

    /**
     * The number of a word under one of its forms, or -1.
     *
     * @param scratch overwritten
     */
    static int find(WordTable table, String word, int form, TextKey scratch) {
        if (form == 0) {
            return table.id(word);
        }
        if (DIGITS[form] != 0 && !hasDigit(word)) {
            return -1;
        }
        fold(word, form % 2 == LOWER_CASE, DIGITS[form], scratch.clear());
        return table.id(scratch);
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Lower case is that of each code point alone, the same in every locale. */
    private static void fold(String word, boolean lower, char digit, TextKey key) {
        for (int at = 0; at < word.length(); ) {
            int codePoint = word.codePointAt(at);
            at += Character.charCount(codePoint);
            if (digit != 0 && isDigit(codePoint)) {
                key.append(digit);
            } else {
                key.appendCodePoint(lower ? Character.toLowerCase(codePoint) : codePoint);
            }
        }
    }
}
