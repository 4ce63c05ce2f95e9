package dev.lanewise.runtime.data;

/** Affixes and shapes of words, by code points. */
final class WordParts {

    private static final char START = '\u0002';
    private static final char END = '\u0003';

    private WordParts() {}

    /** The first characters; the whole word and a mark if it is shorter. */
    static void prefix(String word, int length, TextKey key) {
        int to = 0;
        for (int i = 0; i < length; i++) {
            if (to == word.length()) {
                key.append(word, 0, to).append(END);
                return;
            }
            to += Character.charCount(word.codePointAt(to));
        }
        key.append(word, 0, to);
    }

    /** The last characters; a mark and the whole word if it is shorter. */
    static void suffix(String word, int length, TextKey key) {
        int from = word.length();
        for (int i = 0; i < length; i++) {
            if (from == 0) {
                key.append(START);
                break;
            }
            from -= Character.charCount(word.codePointBefore(from));
        }
        key.append(word, from, word.length());
    }

    /** The signs of all characters, of a run of the same sign the first two; a word of nothing but marks is itself. */
    static void shape(String word, TextKey key) {
        for (int at = 0; at < word.length(); ) {
            int codePoint = word.codePointAt(at);
            at += Character.charCount(codePoint);
            char sign = sign(codePoint);
            if (sign != 0 && (key.last(1) != sign || key.last(2) != sign)) {
                key.append(sign);
            }
        }
        if (key.length() == 0) {
            key.append(word, 0, word.length());
        }
    }

    /** The sign of a character; 0 for none. */
    private static char sign(int codePoint) {
        if (Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint)) {
            return 'X';
        }
        if (Character.isLowerCase(codePoint)) {
            return 'x';
        }
        if (Character.isLetter(codePoint)) {
            return 'c';
        }
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> 'd';
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> codePoint < 0x80 ? (char) codePoint : isPunctuation(codePoint) ? 'p' : 's';
        };
    }

    private static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
