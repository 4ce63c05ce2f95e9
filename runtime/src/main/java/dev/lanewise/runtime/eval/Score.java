package dev.lanewise.runtime.eval;

/** How well things of one kind were found. Measures whose denominator is 0 are 0, never {@code NaN}. */
public sealed interface Score permits TagScore, SpanScore {

    /** The number there are. */
    long support();

    /** The number that were predicted. */
    long predicted();

    /** The number that were predicted and are right. */
    long correct();

    /** The part of the predicted ones that are right, 0 to 1. */
    default double precision() {
        return Ratio.of(correct(), predicted());
    }

    /** The part of those there are that were predicted, 0 to 1. */
    default double recall() {
        return Ratio.of(correct(), support());
    }

    /** The harmonic mean of precision and recall, 0 to 1. */
    default double f1() {
        return Ratio.of(2 * correct(), support() + predicted());
    }
}
