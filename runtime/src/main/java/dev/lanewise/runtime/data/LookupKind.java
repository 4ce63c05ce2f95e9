package dev.lanewise.runtime.data;

/** What of a word is looked up in a vocabulary. */
public enum LookupKind {

    /** The word as it is written. */
    WORD,

    /** Each of its characters (Unicode code points): one word has several ids then. */
    CHARACTER,

    /** Its first characters; a shorter word is marked with U+0003 behind it. */
    PREFIX,

    /** Its last characters; a shorter word is marked with U+0002 before it. */
    SUFFIX,

    /** Its pattern of case, digits and punctuation. */
    SHAPE;

    /**
     * Counts what is looked up of one word of the training data.
     *
     * @param word the word, not empty
     * @param length the characters of an affix
     * @throws IllegalArgumentException if the word is empty or holds half a surrogate pair
     */
    public void learn(String word, int length, Vocabulary.Builder vocabulary) {
        if (this == CHARACTER) {
            vocabulary.addCharacters(word);
        } else {
            vocabulary.add(key(word, length, new TextKey()).toString());
        }
    }

    /**
     * The numbers of words; not for {@link #CHARACTER}.
     *
     * @param words the words, not null up to {@code count}
     * @param length the characters of an affix
     * @param scratch overwritten
     * @param ids where the numbers go
     * @throws UnknownWordException if a word is not held and there is no entry for unknown ones; it names the first such word
     */
    public void ids(String[] words, int count, int length, Vocabulary vocabulary, TextKey scratch, int[] ids) {
        if (this == WORD) {
            vocabulary.ids(words, count, ids, scratch);
            return;
        }
        for (int i = 0; i < count; i++) {
            ids[i] = vocabulary.id(key(words[i], length, scratch));
        }
    }

    private TextKey key(String word, int length, TextKey key) {
        key.clear();
        switch (this) {
            case WORD, CHARACTER -> key.append(word, 0, word.length());
            case PREFIX -> WordParts.prefix(word, length, key);
            case SUFFIX -> WordParts.suffix(word, length, key);
            case SHAPE -> WordParts.shape(word, key);
        }
        return key;
    }
}
