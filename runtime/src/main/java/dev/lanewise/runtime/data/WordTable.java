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

    /** Only a search from the beginning tells. */
    private static final int UNCLEAR = -2;

    private final List<String> words;
    private final int first;

    /** The words; null those of a file that nobody wanted yet. */
    private final @Nullable String[] made;

    /** The words by their places, counted from 1, with a tag of their hash codes in front; 0 where there is none. */
    private final int[] places;

    private final int shift;

    /** Which bits of a place are a word's number; the others are its tag, which tells most other words without reading them. */
    private final int numbers;

    private final int[] crowded;

    /**
     * Takes up words, the first with the number {@code first}.
     *
     * @param words do not change
     * @throws IllegalArgumentException if a word stands twice
     */
    WordTable(List<String> words, int first) {
        this.words = words;
        this.first = first;
        this.made = words instanceof Utf8Words stored ? stored.made() : words.toArray(new String[0]);
        int bits = 64 - Long.numberOfLeadingZeros(2L * words.size() + 1); // at most half full
        places = new int[1 << bits];
        shift = Integer.SIZE - bits;
        numbers = places.length - 1;
        int[] hashes = new int[words.size()];
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < hashes.length; i++) {
            if (!add(i, hashes)) {
                without.add(i);
            }
        }
        if (!without.isEmpty()) {
            without.sort(Comparator.comparing(words::get));
        }
        crowded = new int[without.size()];
        for (int i = 0; i < crowded.length; i++) {
            crowded[i] = without.get(i);
            if (i > 0 && words.get(crowded[i]).equals(words.get(crowded[i - 1]))) {
                throw twice(crowded[i - 1], crowded[i]);
            }
        }
    }

    /** Gives a word a place; false if all of its places are taken. */
    private boolean add(int index, int[] hashes) {
        Utf8Words stored = words instanceof Utf8Words utf8 ? utf8 : null;
        int hash = stored == null ? words.get(index).hashCode() : stored.hash(index);
        hashes[index] = hash;
        for (int step = 0; step < MOST_PLACES; step++) {
            int other = at(hash, step);
            if (other < 0) {
                places[slot(hash, step)] = tag(hash) | index + 1;
                return true;
            }
            if (hashes[other] == hash
                    && (stored == null ? words.get(index).equals(words.get(other)) : stored.same(index, other))) {
                throw twice(other, index);
            }
        }
        return false;
    }

    private IllegalArgumentException twice(int index, int other) {
        return new IllegalArgumentException("the entry \"" + words.get(other) + "\" stands twice, with id "
                + (first + index) + " and " + (first + other) + "; list each entry once");
    }

    private String word(int index) {
        String word = made[index];
        return word != null ? word : words.get(index);
    }

    /** The number of a word, or -1. */
    int id(String word) {
        int hash = word.hashCode();
        for (int step = next(hash, 0); step < MOST_PLACES; step = next(hash, step + 1)) {
            int found = at(hash, step);
            if (found < 0) {
                return -1;
            }
            if (word(found).equals(word)) {
                return first + found;
            }
        }
        return crowded(word::compareTo);
    }

    /**
     * The numbers of many words, or -1: what {@link #id(String)} gives. The places of all are read before the words that stand
     * there, and those before any is compared, so that what comes from main memory is waited for together.
     */
    void ids(String[] wanted, int count, int[] ids) {
        for (int i = 0; i < count; i++) {
            int hash = wanted[i].hashCode();
            int step = next(hash, 0);
            ids[i] = step < MOST_PLACES ? at(hash, step) : UNCLEAR;
        }
        for (int i = 0; i < count; i++) {
            if (ids[i] >= 0 && word(ids[i]).hashCode() != wanted[i].hashCode()) {
                ids[i] = UNCLEAR;
            }
        }
        for (int i = 0; i < count; i++) {
            int found = ids[i];
            if (found >= 0 && word(found).equals(wanted[i])) {
                ids[i] = first + found;
            } else if (found != -1) {
                ids[i] = id(wanted[i]);
            }
        }
    }

    /** The number of the word that a key spells, or -1. */
    int id(TextKey key) {
        int hash = key.hashCode();
        for (int step = next(hash, 0); step < MOST_PLACES; step = next(hash, step + 1)) {
            int found = at(hash, step);
            if (found < 0) {
                return -1;
            }
            if (key.contentEquals(word(found))) {
                return first + found;
            }
        }
        return crowded(key::compareTo);
    }

    /** The first step, from a given one on, whose place is free or may be that of a word of a hash code. */
    private int next(int hash, int from) {
        int step = from;
        while (step < MOST_PLACES && !mayHold(places[slot(hash, step)], hash)) {
            step++;
        }
        return step;
    }

    /** The word that stands where a search for a hash code comes to, before {@link #first} is added; -1 if none does. */
    private int at(int hash, int step) {
        return (places[slot(hash, step)] & numbers) - 1;
    }

    /** The number of the word that the others are compared with, if it is among the crowded ones; otherwise -1. */
    private int crowded(ToIntFunction<String> order) {
        int from = 0;
        int to = crowded.length;
        while (from < to) {
            int middle = from + to >>> 1;
            int compared = order.applyAsInt(word(crowded[middle]));
            if (compared == 0) {
                return first + crowded[middle];
            }
            from = compared > 0 ? middle + 1 : from;
            to = compared > 0 ? to : middle;
        }
        return -1;
    }

    private int start(int hash) {
        return hash * 0x9E3779B9 >>> shift;
    }

    private int slot(int hash, int step) {
        return start(hash) + step & places.length - 1;
    }

    /** The lowest bits of what {@link #start} takes the highest of. */
    private int tag(int hash) {
        return hash * 0x9E3779B9 << Integer.SIZE - shift;
    }

    /** Whether a place is free, or has the tag of a hash code. */
    private boolean mayHold(int place, int hash) {
        return place == 0 || (place & ~numbers) == tag(hash);
    }

    /** How many words are compared with in the longest search for one of the table. */
    int longestSearch() {
        int longest =
                crowded.length == 0 ? 0 : MOST_PLACES + Integer.SIZE - Integer.numberOfLeadingZeros(crowded.length);
        for (int slot = 0; slot < places.length; slot++) {
            if (places[slot] != 0) {
                int start = start(word((places[slot] & numbers) - 1).hashCode());
                longest = Math.max(longest, 1 + (slot - start & places.length - 1));
            }
        }
        return longest;
    }
}
