package dev.lanewise.runtime.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Words to numbers, by open addressing: lookups make no boxes, and none makes a string of a {@link TextKey}. A lookup looks at 64
 * places at the most; words that found all of theirs taken, which takes crafted hash codes, are looked for by binary search.
 */
final class WordTable {

    private static final int MOST_PLACES = 64;

    private final @Nullable String[] keys;
    private final int[] ids;
    private final int shift;
    private final String[] crowded;
    private final int[] crowdedIds;

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
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int slot = slot(word);
            if (slot < 0) {
                without.add(i);
            } else if (keys[slot] != null) {
                throw twice(word, ids[slot], first + i);
            } else {
                keys[slot] = word;
                ids[slot] = first + i;
            }
        }
        crowded = new String[without.size()];
        crowdedIds = new int[without.size()];
        if (!without.isEmpty()) {
            without.sort(Comparator.comparing(words::get));
        }
        for (int i = 0; i < crowded.length; i++) {
            crowded[i] = words.get(without.get(i));
            crowdedIds[i] = first + without.get(i);
        }
        for (int i = 1; i < crowded.length; i++) {
            if (crowded[i].equals(crowded[i - 1])) {
                throw twice(crowded[i], crowdedIds[i - 1], crowdedIds[i]);
            }
        }
    }

    private static IllegalArgumentException twice(String word, int id, int other) {
        return new IllegalArgumentException(
                "the entry \"" + word + "\" stands twice, with id " + id + " and " + other + "; list each entry once");
    }

    /** The number of a word, or -1. */
    int id(String word) {
        int slot = slot(word);
        if (slot < 0) {
            return crowded(word::compareTo);
        }
        return keys[slot] == null ? -1 : ids[slot];
    }

    /** The number of the word that a key spells, or -1. */
    int id(TextKey key) {
        int slot = start(key.hashCode());
        for (int place = 0; place < MOST_PLACES; place++) {
            String found = keys[slot];
            if (found == null) {
                return -1;
            }
            if (key.contentEquals(found)) {
                return ids[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return crowded(key::compareTo);
    }

    /** The number of the word that the others are compared with, if it is among the crowded ones; otherwise -1. */
    private int crowded(ToIntFunction<String> order) {
        int from = 0;
        int to = crowded.length;
        while (from < to) {
            int middle = from + to >>> 1;
            int compared = order.applyAsInt(crowded[middle]);
            if (compared == 0) {
                return crowdedIds[middle];
            }
            from = compared > 0 ? middle + 1 : from;
            to = compared > 0 ? to : middle;
        }
        return -1;
    }

    /** The slot that holds the word, or else the free one where it would stand; -1 if there is neither near its start. */
    private int slot(String word) {
        int slot = start(word.hashCode());
        for (int place = 0; place < MOST_PLACES; place++) {
            String found = keys[slot];
            if (found == null || found.equals(word)) {
                return slot;
            }
            slot = slot + 1 & keys.length - 1;
        }
        return -1;
    }

    private int start(int hash) {
        return hash * 0x9E3779B9 >>> shift;
    }

    /** How many words are compared with in the longest search for one of the table. */
    int longestSearch() {
        int longest =
                crowded.length == 0 ? 0 : MOST_PLACES + Integer.SIZE - Integer.numberOfLeadingZeros(crowded.length);
        for (int slot = 0; slot < keys.length; slot++) {
            String key = keys[slot];
            if (key != null) {
                longest = Math.max(longest, 1 + (slot - start(key.hashCode()) & keys.length - 1));
            }
        }
        return longest;
    }
}
