package dev.lanewise.runtime.eval;

/**
 * How well the spans of a type, or all of them, were found.
 *
 * @param type the type; empty for all types together
 * @param support the number of right spans
 * @param predicted the number of spans found
 * @param correct the number of right spans that were found, from the first to the last word and with their type
 */
public record SpanScore(String type, long support, long predicted, long correct) implements Score {}
