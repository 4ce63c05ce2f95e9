package dev.lanewise.annotation;

/** How a {@link Linear} head chooses tags. Training and log-probabilities are the same under both. */
public enum Decoder {
    /** The most probable tag of each word by itself. */
    GREEDY,
    /**
     * The best tagging of the whole sentence (Viterbi, 1967), exact: beside what the model says about each word, it counts how
     * much more often than by chance a tag stood after another one in the training data, and at the ends of a sentence.
     */
    VITERBI
}
