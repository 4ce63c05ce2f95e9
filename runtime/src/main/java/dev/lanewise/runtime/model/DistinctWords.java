package dev.lanewise.runtime.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The distinct words of a batch in the order of first occurrence: an open hash table that is reused without allocating. */
final class DistinctWords {

    private int[] table = new int[64];
    private @Nullable String[] words = new String[32];
    private int[] sequences = new int[32];
    private int[] positions = new int[32];
    private int size;

    void clear() {
        Arrays.fill(words, 0, size, null);
        Arrays.fill(table, 0);
        size = 0;
    }

    /** Returns the number of the word, a new one where it occurs for the first time. */
    int add(String word, int sequence, int position) {
        int mask = table.length - 1;
        int slot = spread(word) & mask;
        for (int found = table[slot]; found != 0; found = table[slot]) {
            if (word.equals(words[found - 1])) {
                return found - 1;
            }
            slot = (slot + 1) & mask;
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
        table[slot] = ++size;
        return size - 1;
    }

    int size() {
        return size;
    }

    String word(int i) {
        String word = words[i];
        if (word == null) {
            throw new IndexOutOfBoundsException(i);
        }
        return word;
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
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = spread(word(i)) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = i + 1;
        }
    }

    private static int spread(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
