package dev.lanewise.runtime.model;

/**
 * The sizes of a model that its data decide.
 *
 * @param words entries of the word vocabulary, the unknown word included
 * @param characters entries of the character vocabulary, the unknown character included
 * @param tags number of tags
 */
public record Sizes(int words, int characters, int tags) {}
