package dev.lanewise.runtime.hmm;

/**
 * The tags that a word may have.
 *
 * @param tags their numbers, ascending, at least one
 * @param weights how probable the word is given each of them, up to a factor that they share; greater than 0
 */
record Candidates(int[] tags, double[] weights) {}
