package dev.lanewise.runtime.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words to numbers, by open addressing: lookups make no boxes, and none makes a string of a {@link TextKey}. */
final class WordTable {

    private final @Nullable String[] keys;
    private final int[] ids;
    private final int shift;

    /**
     * Takes up words, the first with the number {@code first}.
     *
     * @throws IllegalArgumentException if a word stands twice
     */
    WordTable(List<String> words, int first) {
        int bits = 64 - Long.numberOfLeadingZeros(2L * words.size() + 1); // at most half full
        keys = new String[1 << bits];
        ids = new int[1 << bits];
        shift = Integer.SIZE - bits;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int slot = slot(word);
            if (keys[slot] != null) {
                throw new IllegalArgumentException("the entry \"" + word + "\" stands twice, with id " + ids[slot]
                        + " and " + (first + i) + "; list each entry once");
            }
            keys[slot] = word;
            ids[slot] = first + i;
        }
    }

    /** The number of a word, or -1. */
    int id(String word) {
        int slot = slot(word);
        return keys[slot] == null ? -1 : ids[slot];
    }

    /** The number of the word that a key spells, or -1. */
    int id(TextKey key) {
        int slot = start(key.hashCode());
        for (String found = keys[slot]; found != null; found = keys[slot]) {
            if (key.contentEquals(found)) {
                return ids[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return -1;
    }

    /** The slot that holds the word, or else the free one where it would stand. */
    private int slot(String word) {
        int slot = start(word.hashCode());
        for (String found = keys[slot]; found != null && !found.equals(word); found = keys[slot]) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private int start(int hash) {
        return hash * 0x9E3779B9 >>> shift;
    }
}
