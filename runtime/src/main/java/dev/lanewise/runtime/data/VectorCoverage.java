package dev.lanewise.runtime.data;

import java.util.Locale;

/**
 * How much of a text has a vector in a file. A word counts for the first form under which it is found.
 *
 * @param file the file of vectors
 * @param words the distinct words of the text
 * @param exact those that are found as they are written
 * @param lowerCase those that are found in lower case
 * @param digits those that are found with their digits as 0 or #
 * @param tokens the words of the text, as often as they occur
 * @param tokensFound those of them that are found
 */
public record VectorCoverage(
        String file, long words, long exact, long lowerCase, long digits, long tokens, long tokensFound) {

    /** The distinct words that are not found. */
    public long missing() {
        return words - exact - lowerCase - digits;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d words (%.1f %%) have a vector (as written %d, in lower case %d, with digits folded %d), and %.1f %%"
                        + " of the text",
                file,
                words - missing(),
                words,
                percent(words - missing(), words),
                exact,
                lowerCase,
                digits,
                percent(tokensFound, tokens));
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
