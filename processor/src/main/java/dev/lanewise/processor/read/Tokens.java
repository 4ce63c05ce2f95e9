package dev.lanewise.processor.read;

/** What a sequence consists of. */
public enum Tokens {
    /** {@code List<String> words}. */
    WORDS,
    /** {@code float[][] inputs}. */
    VECTORS
}
