package dev.lanewise.runtime.eval;

/**
 * How well one tag was found.
 *
 * @param tag the tag's name
 * @param support the number of words that have the tag
 * @param predicted the number of words that were given the tag
 * @param correct the number of words that have it and were given it
 */
public record TagScore(String tag, long support, long predicted, long correct) implements Score {}
