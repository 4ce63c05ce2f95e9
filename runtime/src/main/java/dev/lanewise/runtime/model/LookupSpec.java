package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Vocabulary;

/**
 * One lookup table that a model reads words through, and how its vocabulary is learned.
 *
 * @param name the table's state-dict name without {@code .weight}, for example {@code word_embeddings}
 * @param column the number of the tokens' component that is looked up; 0 for a model of words
 * @param kind what of a word is looked up
 * @param length the characters of an affix, otherwise 0
 * @param minCount how often an entry must occur in the training data
 * @param unknown whether there is an entry for unknown ones
 */
public record LookupSpec(String name, int column, LookupKind kind, int length, int minCount, boolean unknown) {

    /** Whether it looks up the word itself: of tokens, the component that stands for the word. */
    public boolean isWord() {
        return kind == LookupKind.WORD && column == 0;
    }

    /** An empty vocabulary to learn from training data. */
    public Vocabulary.Builder builder() {
        return Vocabulary.builder().minCount(minCount).unknown(unknown);
    }
}
