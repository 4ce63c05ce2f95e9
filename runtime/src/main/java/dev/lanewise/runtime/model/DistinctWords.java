package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.WordCharacters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The distinct words of a batch in the order of first occurrence: an open hash table that is reused without allocating. A search looks
 * at 64 places at the most; words that find all of theirs taken, which takes crafted hash codes, stand in a tree.
 */
final class DistinctWords {

    private static final int MOST_PLACES = 64;

    private int[] table = new int[64];
    private String[] words = new String[32];
    private int[] sequences = new int[32];
    private int[] positions = new int[32];
    private int size;
    /** The JDK's map orders strings of equal hash codes in trees. */
    private Map<String, Integer> crowded = new HashMap<>();

    void clear() {
        Arrays.fill(words, 0, size, ""); // nothing of the caller's is held
        Arrays.fill(table, 0);
        size = 0;
        if (!crowded.isEmpty()) {
            crowded = new HashMap<>();
        }
    }

    /** Returns the number of the word, a new one where it occurs for the first time. */
    int add(String word, int sequence, int position) {
        int slot = slot(word);
        int found = slot < 0 ? crowded.getOrDefault(word, 0) : table[slot];
        if (found != 0) {
            return found - 1;
        }
        if (word.isEmpty()) {
            throw new IllegalArgumentException(
                    "word " + position + " of sentence " + sequence + " is empty: a word needs at least one character");
        }
        if (size == words.length) {
            grow();
            return add(word, sequence, position);
        }
        words[size] = word;
        sequences[size] = sequence;
        positions[size] = position;
        put(word, slot, ++size);
        return size - 1;
    }

    /** The slot that holds the word, or else the free one where it is to stand; -1 if there is neither near its start. */
    private int slot(String word) {
        int mask = table.length - 1;
        int slot = spread(word) & mask;
        for (int place = 0; place < MOST_PLACES; place++) {
            int found = table[slot];
            if (found == 0 || word.equals(words[found - 1])) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private void put(String word, int slot, int number) {
        if (slot < 0) {
            crowded.put(word, number);
        } else {
            table[slot] = number;
        }
    }

    /** How many words stand where a search looks at 64 places and then climbs a tree. */
    int crowded() {
        return crowded.size();
    }

    /** How many characters are read of the words together, at the most. */
    long characters() {
        long characters = 0;
        for (int i = 0; i < size; i++) {
            characters += characters(word(i));
        }
        return characters;
    }

    /** How many characters are read of a word, at the most. */
    static int characters(String word) {
        return Math.min(WordCharacters.MOST, word.length());
    }

    int size() {
        return size;
    }

    /** The words, of which the first {@link #size} count. */
    String[] words() {
        return words;
    }

    String word(int i) {
        return words[Objects.checkIndex(i, size)];
    }

    int sequence(int i) {
        return sequences[i];
    }

    int position(int i) {
        return positions[i];
    }

    private void grow() {
        int capacity = words.length * 2;
        words = Arrays.copyOf(words, capacity);
        sequences = Arrays.copyOf(sequences, capacity);
        positions = Arrays.copyOf(positions, capacity);
        table = new int[capacity * 2];
        crowded = new HashMap<>();
        for (int i = 0; i < size; i++) {
            put(word(i), slot(word(i)), i + 1);
        }
    }

    private static int spread(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
