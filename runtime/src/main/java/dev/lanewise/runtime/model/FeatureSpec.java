package dev.lanewise.runtime.model;

/**
 * What a model reads: words (with or without their characters) or vectors.
 *
 * @param vectors the size of a dense input vector, 0 for a model of words
 * @param words whether words are looked up in a vocabulary
 * @param minCount how often a word must occur in the training data to get an entry
 * @param unknownWord whether the word vocabulary has an entry for unknown words
 * @param characters whether words are read character by character
 * @param unknownCharacter whether the character vocabulary has an entry for unknown characters
 */
public record FeatureSpec(
        int vectors, boolean words, int minCount, boolean unknownWord, boolean characters, boolean unknownCharacter) {

    /** A model of dense vectors. */
    public static FeatureSpec ofVectors(int size) {
        return new FeatureSpec(size, false, 1, false, false, false);
    }

    /** A model of words without features yet; see the other methods. */
    public static FeatureSpec ofText() {
        return new FeatureSpec(0, false, 1, false, false, false);
    }

    /** The same with a word vocabulary. */
    public FeatureSpec withWords(int least, boolean unknown) {
        return new FeatureSpec(vectors, true, least, unknown, characters, unknownCharacter);
    }

    /** The same with a character vocabulary. */
    public FeatureSpec withCharacters(boolean unknown) {
        return new FeatureSpec(vectors, words, minCount, unknownWord, true, unknown);
    }

    /** Whether a sequence is a list of words. */
    public boolean text() {
        return vectors == 0;
    }
}
