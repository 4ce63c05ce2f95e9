package dev.lanewise.runtime.data;

import java.util.List;

/**
 * A sentence of words.
 *
 * @param words the words in their order, none of them empty; an immutable copy
 */
public record WordSequence(List<String> words) implements Sequence {

    /**
     * Copies and checks the words.
     *
     * @throws IllegalArgumentException if a word is empty
     * @throws NullPointerException if a word is null
     */
    public WordSequence {
        words = List.copyOf(words);
        int empty = words.indexOf("");
        if (empty >= 0) {
            throw new IllegalArgumentException(
                    "word " + empty + " of " + words + " is empty (counted from 0); leave it out or give it a form");
        }
    }

    @Override
    public int length() {
        return words.size();
    }
}
