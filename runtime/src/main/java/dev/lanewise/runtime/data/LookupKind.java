package dev.lanewise.runtime.data;

/** What of a word is looked up in a vocabulary. */
public enum LookupKind {

    /** The word as it is written. */
    WORD {
        @Override
        public void learn(String text, int length, Vocabulary.Builder vocabulary) {
            vocabulary.add(text);
        }
    },

    /** Each of its characters (Unicode code points); one word has several ids then. */
    CHARACTER {
        @Override
        public void learn(String text, int length, Vocabulary.Builder vocabulary) {
            vocabulary.addCharacters(text);
        }
    };

    /**
     * Counts what is looked up of one word of the training data.
     *
     * @param text the word, not empty
     * @param length a number that some kinds need, as the lookup states it
     */
    public abstract void learn(String text, int length, Vocabulary.Builder vocabulary);
}
