package dev.lanewise.examples.tagging.model;

/**
 * A word with its part of speech, as another model has found it.
 *
 * @param form the word
 * @param pos its part of speech
 */
public record Token(String form, String pos) {}
