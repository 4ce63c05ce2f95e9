package dev.lanewise.runtime.eval;

/**
 * How well one tag was found. Measures whose denominator is 0 are 0, never {@code NaN}.
 *
 * @param tag the tag's name
 * @param support the number of words that have the tag
 * @param predicted the number of words that were given the tag
 * @param correct the number of words that have it and were given it
 */
public record TagScore(String tag, long support, long predicted, long correct) {

    /** The part of the words given the tag that have it, 0 to 1. */
    public double precision() {
        return Ratio.of(correct, predicted);
    }

    /** The part of the words with the tag that were given it, 0 to 1. */
    public double recall() {
        return Ratio.of(correct, support);
    }

    /** The harmonic mean of precision and recall, 0 to 1. */
    public double f1() {
        return Ratio.of(2 * correct, support + predicted);
    }
}
