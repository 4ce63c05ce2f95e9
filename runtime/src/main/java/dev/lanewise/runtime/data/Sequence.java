package dev.lanewise.runtime.data;

import java.util.List;

/** One input of a model: a sentence of words or of tokens, or a run of vectors in time. */
public sealed interface Sequence permits WordSequence, TokenSequence, VectorSequence {

    /** The number of words, tokens or vectors; 0 for an empty sequence. */
    int length();

    /**
     * A sequence of words.
     *
     * @param words the words, none of them empty; the list is copied
     * @throws IllegalArgumentException if a word is empty
     * @throws NullPointerException if a word is null
     */
    static Sequence of(List<String> words) {
        return new WordSequence(words);
    }

    /**
     * A sequence of vectors, shape {@code [time][dim]}.
     *
     * @param vectors the vectors, all of one length; <b>not</b> copied, so leave them alone while they are in use
     * @throws IllegalArgumentException if the vectors have no or different lengths
     */
    static Sequence of(float[][] vectors) {
        return new VectorSequence(vectors);
    }

    /** The sequences of many sentences. */
    static List<Sequence> ofSentences(List<List<String>> sentences) {
        return sentences.stream().map(Sequence::of).toList();
    }

    /** The sequences of many runs of vectors. */
    static List<Sequence> ofVectors(List<float[][]> runs) {
        return runs.stream().map(Sequence::of).toList();
    }
}
