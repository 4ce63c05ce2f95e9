package dev.lanewise.processor.model;

/**
 * What a token may be: a word, what is known of it already, and what no model looks at.
 *
 * @param form the word
 * @param pos its part of speech
 * @param position its place in the text
 */
public record Token(String form, String pos, int position) {}
