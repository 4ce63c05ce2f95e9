package dev.lanewise.runtime.data;

/**
 * The characters (code points) of a word that features of characters read: all of them, but of a word of more than
 * {@value #MOST} the first and the last {@value #HALF}, as if those stood side by side. So the memory that a word takes is bounded, and
 * training and tagging read a word alike.
 */
public final class WordCharacters {

    /** The most characters that are read of a word. */
    public static final int MOST = 1024;

    private static final int HALF = MOST / 2;

    private WordCharacters() {}

    /** How many characters are read of a word. */
    public static int count(String word) {
        return Math.min(MOST, word.codePointCount(0, word.length()));
    }

    /**
     * Where the character that is read next begins.
     *
     * @param word the word
     * @param at where the present one begins
     * @param step its number, from 0
     * @return an index of {@code word}, its length behind the last one
     */
    public static int next(String word, int at, int step) {
        int behind = at + Character.charCount(word.codePointAt(at));
        // The second half begins no earlier, wherever the word has up to MOST characters.
        return step == HALF - 1 && word.length() > MOST
                ? Math.max(behind, word.offsetByCodePoints(word.length(), -HALF))
                : behind;
    }
}
