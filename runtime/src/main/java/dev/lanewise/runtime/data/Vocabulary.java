package dev.lanewise.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words, or characters, and their numbers: the rows of an embedding. Immutable and safe to share between threads;
 * lookups allocate nothing.
 *
 * <p>Ids follow the order of first appearance. With an entry for unknown words that entry is number 0 and the words
 * start at 1; it is held apart, so a word of the text that happens to be spelt {@value #UNKNOWN} has a number of its own.
 *
 * <p>Two vocabularies are equal if they give every word the same number; counts are not compared.
 */
public final class Vocabulary {

    /** How the entry for unknown words is shown. */
    public static final String UNKNOWN = "<unk>";

    private static final TextKey NO_KEY = new TextKey();

    private static final Vocabulary EMPTY = new Vocabulary(List.of(), false, new long[0], -1);

    private final List<String> words;
    private final int first;
    private final WordTable ids;
    private final long[] counts;
    private final int learned;

    /** Made when it is first wanted, maybe by several threads, all of which make the same. */
    private @Nullable CharacterTable characters;

    /** {@code counts} is by id, the unknown entry included; {@code learned} is -1 where no vectors were read. */
    private Vocabulary(List<String> words, boolean unknown, long[] counts, int learned) {
        this.learned = learned;
        this.first = unknown ? 1 : 0;
        this.counts = counts;
        if (words instanceof Utf8Words) {
            // They are valid, and the table refuses empty ones.
            this.words = words;
        } else {
            this.words = List.copyOf(words);
            for (String word : words) {
                CodePoints.checkEntry(word);
            }
        }
        this.ids = new WordTable(this.words, first);
    }

    /** A vocabulary without any entry: that of a model without such a layer. */
    public static Vocabulary empty() {
        return EMPTY;
    }

    /**
     * A vocabulary of known entries, as read from a model file; all counts are 0.
     *
     * @param entries the words in the order of their ids, without the entry for unknown words
     * @param unknown whether number 0 stands for unknown words
     * @throws IllegalArgumentException if an entry is empty, stands twice or holds half a surrogate pair
     */
    public static Vocabulary of(List<String> entries, boolean unknown) {
        return new Vocabulary(entries, unknown, new long[entries.size() + (unknown ? 1 : 0)], -1);
    }

    /**
     * A vocabulary of a table that vectors were read into. A word that it does not hold is looked for in lower case, then with its
     * digits as 0, then with its digits as #.
     *
     * @param entries the words in the order of their ids, without the entry for unknown words
     * @param unknown whether number 0 stands for unknown words
     * @param learned how many entries, the unknown one included, are learned; those behind them keep the vectors of the file
     * @throws IllegalArgumentException if an entry is not valid, or there are not so many entries
     */
    public static Vocabulary ofVectors(List<String> entries, boolean unknown, int learned) {
        int size = entries.size() + (unknown ? 1 : 0);
        checkLearned(learned, size, unknown);
        return new Vocabulary(entries, unknown, new long[size], learned);
    }

    /**
     * Checks how many entries of a table that vectors were read into are learned.
     *
     * @param size how many there are, the unknown one included
     * @throws IllegalArgumentException if it cannot be so many
     */
    public static void checkLearned(int learned, int size, boolean unknown) {
        if (learned < (unknown ? 1 : 0) || learned > size) {
            throw new IllegalArgumentException(learned + " of " + size + " entries cannot be learned");
        }
    }

    /**
     * This vocabulary for a table that vectors are read into; see {@link #ofVectors}.
     *
     * @param vectors the file's words
     * @param frozen whether only the entry for unknown words is learned: words that the file does not hold have no entry then;
     *     otherwise all words of this vocabulary are, with the file's other words behind them
     */
    public Vocabulary with(Vectors vectors, boolean frozen) {
        if (frozen) {
            return ofVectors(vectors.words(), hasUnknown(), first);
        }
        List<String> all = new ArrayList<>(words);
        vectors.words().stream().filter(word -> !contains(word)).forEach(all::add);
        return new Vocabulary(all, hasUnknown(), Arrays.copyOf(counts, first + all.size()), size());
    }

    /** Collects a vocabulary from training text; by default every word is kept and there is an entry for unknown ones. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of entries, the one for unknown words included. */
    public int size() {
        return first + words.size();
    }

    /** Whether number 0 stands for unknown words. */
    public boolean hasUnknown() {
        return first == 1;
    }

    /** Whether vectors were read into the table, so that words are looked for in several forms. */
    public boolean hasVectors() {
        return learned >= 0;
    }

    /** Whether there are words that are learned: not where vectors were read and frozen. */
    public boolean learnsWords() {
        return learned < 0 || learned > first;
    }

    /** Whether a word occurred in training, in exactly this form; where vectors are frozen, whether it has one. */
    public boolean isKnown(String word) {
        int id = ids.id(word);
        return id >= 0 && (id < learned() || !learnsWords());
    }

    /** The number of entries that are learned, the one for unknown words included: all, unless vectors were read. */
    public int learned() {
        return learned < 0 ? size() : learned;
    }

    /**
     * The number of a word; 0 for one that is not held, if there is an entry for unknown words.
     *
     * @throws UnknownWordException if the word is not held and there is no entry for unknown words
     */
    public int id(String word) {
        return id(word, learned < 0 ? NO_KEY : new TextKey());
    }

    /**
     * The number of a word, the same as {@link #id(String)}, without allocating.
     *
     * @param scratch overwritten
     */
    int id(String word, TextKey scratch) {
        int id = ids.id(word);
        for (int form = 1; id < 0 && learned >= 0 && form < Folding.FORMS; form++) {
            id = Folding.find(ids, word, form, scratch);
        }
        if (id < 0 && first == 0) {
            throw UnknownWordException.word(word);
        }
        return Math.max(id, 0);
    }

    /**
     * The numbers of many words, the same as {@link #id(String)} of each, without allocating.
     *
     * @param numbers where they go
     * @param scratch overwritten
     */
    void ids(String[] wanted, int count, int[] numbers, TextKey scratch) {
        ids.ids(wanted, count, numbers);
        for (int i = 0; i < count; i++) {
            if (numbers[i] < 0) {
                numbers[i] = id(wanted[i], scratch);
            }
        }
    }

    /**
     * The number of the word that a key spells, the same as {@code id(key.toString())}.
     *
     * @throws UnknownWordException if the word is not held and there is no entry for unknown words
     */
    public int id(TextKey key) {
        int id = ids.id(key);
        if (id < 0 && first == 0) {
            throw UnknownWordException.word(key.toString());
        }
        return Math.max(id, 0);
    }

    /**
     * The number of a single character, the same as {@code id(Character.toString(codePoint))}.
     *
     * @param codePoint the character, as {@link String#codePointAt} gives it
     * @throws UnknownWordException if the character is not held and there is no entry for unknown ones
     */
    public int characterId(int codePoint) {
        CharacterTable table = characters;
        if (table == null) {
            table = new CharacterTable(words, first);
            characters = table;
        }
        int id = table.id(codePoint);
        if (id >= 0) {
            return id;
        }
        if (first == 0) {
            throw UnknownWordException.character(codePoint);
        }
        return 0;
    }

    /** Whether the word is held. The entry for unknown words is not a word. */
    public boolean contains(String word) {
        return ids.id(word) >= 0;
    }

    /**
     * This vocabulary, if every entry of it is a single character.
     *
     * @throws IllegalArgumentException if one is not; the message names it
     */
    public Vocabulary requireCharacters() {
        for (String entry : words) {
            if (!CodePoints.isSingle(entry)) {
                throw new IllegalArgumentException("the entry \"" + entry
                        + "\" of the characters is not a single character; build them with addCharacters");
            }
        }
        return this;
    }

    /**
     * The word with a number; {@value #UNKNOWN} for the entry for unknown words.
     *
     * @throws IllegalArgumentException if there is no such number
     */
    public String word(int id) {
        checkId(id);
        return id < first ? UNKNOWN : words.get(id - first);
    }

    /** The words in the order of their numbers, without the entry for unknown ones; unmodifiable. */
    public List<String> words() {
        return words;
    }

    /**
     * How often the word occurred in training, 0 where that is not known. For the entry for unknown words it is the
     * number of words that were left out for being too rare.
     *
     * @throws IllegalArgumentException if there is no such number
     */
    public long count(int id) {
        checkId(id);
        return counts[id];
    }

    private void checkId(int id) {
        if (id < 0 || id >= size()) {
            throw new IllegalArgumentException("no entry " + id + " in " + this + "; ask for 0 to " + (size() - 1));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary that
                && first == that.first
                && learned == that.learned
                && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return 31 * words.hashCode() + first;
    }

    @Override
    public String toString() {
        return "Vocabulary[" + size() + " entries, " + (hasUnknown() ? "with" : "without") + " unknown]";
    }

    /** Counts words and numbers them in the order of their first appearance. Not for use by several threads. */
    public static final class Builder {

        private final Map<String, Long> counts = new LinkedHashMap<>();
        private int minCount = 1;
        private boolean unknown = true;

        private Builder() {}

        /**
         * Leaves out words that were added fewer times; they are read as unknown then. The default is 1, all are kept.
         *
         * @throws IllegalArgumentException if the count is below 1
         */
        public Builder minCount(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("minCount is " + count + "; give 1 to keep every word, or more");
            }
            minCount = count;
            return this;
        }

        /** Whether there is an entry, number 0, for unknown words. The default is true. */
        public Builder unknown(boolean value) {
            unknown = value;
            return this;
        }

        /**
         * Counts one occurrence of a word.
         *
         * @throws IllegalArgumentException if it is empty or holds half a surrogate pair
         */
        public Builder add(String word) {
            Long before = counts.get(CodePoints.checkEntry(word));
            counts.put(word, before == null ? 1 : before + 1);
            return this;
        }

        /** Counts one occurrence of each of the words. */
        public Builder addAll(Iterable<String> words) {
            for (String word : words) {
                add(word);
            }
            return this;
        }

        /**
         * Counts one occurrence of each character of a word, as far as they are read ({@link WordCharacters}); a character outside
         * the basic plane is one, not two.
         *
         * @throws IllegalArgumentException if the word is empty or holds half a surrogate pair
         */
        public Builder addCharacters(String word) {
            CodePoints.checkEntry(word);
            int step = 0;
            for (int at = 0; at < word.length(); at = WordCharacters.next(word, at, step++)) {
                add(Character.toString(word.codePointAt(at)));
            }
            return this;
        }

        /**
         * The vocabulary of what has been added so far.
         *
         * @throws IllegalArgumentException if rare words are to be left out but there is no entry to read them as
         */
        public Vocabulary build() {
            if (!unknown && minCount > 1) {
                throw new IllegalArgumentException(
                        "minCount is " + minCount + " but there is no entry for unknown words,"
                                + " so rare words would have no number; use minCount = 1 or unknown = true");
            }
            List<String> kept = new ArrayList<>();
            long[] byId = new long[counts.size() + 1];
            int id = unknown ? 1 : 0;
            for (Map.Entry<String, Long> entry : counts.entrySet()) {
                if (entry.getValue() >= minCount) {
                    kept.add(entry.getKey());
                    byId[id++] = entry.getValue();
                } else {
                    byId[0] += entry.getValue();
                }
            }
            return new Vocabulary(kept, unknown, Arrays.copyOf(byId, id), -1);
        }
    }
}
