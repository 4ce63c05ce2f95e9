package dev.lanewise.runtime.data;

import java.util.Locale;

/**
 * How much of a text has a vector in a file. A word counts for the first form under which it is found.
 *
 * @param file the file of vectors
 * @param exact the words that are found as they are written
 * @param lowerCase those that are found in lower case
 * @param digits those that are found with their digits as 0 or #
 * @param missing those that are not found
 */
public record VectorCoverage(String file, Words exact, Words lowerCase, Words digits, Words missing) {

    /**
     * Some of the words of a text.
     *
     * @param types how many different ones
     * @param tokens how often they occur
     */
    public record Words(long types, long tokens) {

        static Words of(long[] types, long[] tokens, int from, int to) {
            Words sum = new Words(0, 0);
            for (int i = from; i < to; i++) {
                sum = sum.plus(new Words(types[i], tokens[i]));
            }
            return sum;
        }

        private Words plus(Words other) {
            return new Words(types + other.types, tokens + other.tokens);
        }

        @Override
        public String toString() {
            return types + " (" + tokens + ")";
        }
    }

    /** The words that are found in one form or another. */
    public Words found() {
        return exact.plus(lowerCase).plus(digits);
    }

    /** All words. */
    public Words all() {
        return found().plus(missing);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d words (%.1f %%) have a vector, and %d of their %d occurrences (%.1f %%);"
                        + " as written %s, in lower case %s, with digits folded %s, missing %s",
                file,
                found().types(),
                all().types(),
                percent(found().types(), all().types()),
                found().tokens(),
                all().tokens(),
                percent(found().tokens(), all().tokens()),
                exact,
                lowerCase,
                digits,
                missing);
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
