package dev.lanewise.runtime.eval;

/**
 * A mistake and how often it was made.
 *
 * @param gold the name of the right tag
 * @param predicted the name of the tag that was given instead
 * @param count the number of words
 */
public record Confusion(String gold, String predicted, long count) {}
