package dev.lanewise.runtime.model;

import dev.lanewise.runtime.LstmState;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.VectorSequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.data.WordSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sequences on their way into a model: words looked up, characters looked up once for each distinct word, everything packed.
 * Reused from batch to batch; allocates only when it grows.
 */
public final class Batch {

    /** Replaces word and character ids while training, so that the unknown entries are trained too. */
    public interface IdFilter {

        /** The id to read in place of a word's id. */
        int word(int id, int sequence, int position);

        /** The id to read in place of a character's id, in the word that first occurs at the given place. */
        int character(int id, int sequence, int position, int index);
    }

    private final FeatureSpec features;
    private final Vocabularies vocabularies;
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<@Nullable LstmState> states = new ArrayList<>();
    private final Packing words = new Packing();
    private final Packing characters = new Packing();
    private final DistinctWords distinct = new DistinctWords();
    private boolean stateful;
    private int[] lengths = new int[8];
    private int[] wordIds = new int[0];
    private int[] distinctIds = new int[0];
    private final CharacterKinds kinds = new CharacterKinds();
    private float[] vectors = new float[0];
    private @Nullable IdFilter filter;

    /** An empty batch for models with these features and vocabularies. */
    public Batch(FeatureSpec features, Vocabularies vocabularies) {
        this.features = features;
        this.vocabularies = vocabularies;
    }

    /** Sets what replaces ids while training; null for nothing. */
    @SuppressWarnings("exports") // of an annotation that nobody needs to see
    public void filter(@Nullable IdFilter replacement) {
        this.filter = replacement;
    }

    /** Empties the batch. */
    public Batch clear() {
        sequences.clear();
        states.clear();
        stateful = false;
        return this;
    }

    /** Adds a sequence that starts from a zero state. */
    public Batch add(Sequence sequence) {
        sequences.add(sequence);
        states.add(null);
        return this;
    }

    /** Adds a sequence that starts from a given state. */
    public Batch add(Sequence sequence, LstmState state) {
        sequences.add(sequence);
        states.add(state);
        stateful = true;
        return this;
    }

    /**
     * Looks everything up and packs it.
     *
     * @throws IllegalArgumentException if a sequence is not of the kind the model reads, or holds an unknown word or character
     *     where the model has no entry for unknown ones
     */
    public Batch pack() {
        int count = sequences.size();
        if (lengths.length < count) {
            lengths = new int[Math.max(count, lengths.length * 2)];
        }
        for (int i = 0; i < count; i++) {
            lengths[i] = sequences.get(i).length();
        }
        words.pack(lengths, count);
        if (features.text()) {
            packWords();
        } else {
            packVectors();
        }
        return this;
    }

    private void packWords() {
        wordIds = grown(wordIds, words.rows());
        distinctIds = grown(distinctIds, words.rows());
        distinct.clear();
        Vocabulary vocabulary = vocabularies.words();
        for (int s = 0; s < sequences.size(); s++) {
            if (!(sequences.get(s) instanceof WordSequence text)) {
                throw new IllegalArgumentException(
                        "this model reads words, not vectors: use Sequence.of(List<String>)");
            }
            List<String> tokens = text.words();
            for (int t = 0; t < tokens.size(); t++) {
                String word = tokens.get(t);
                int row = words.row(s, t);
                if (features.words()) {
                    int id = vocabulary.id(word);
                    wordIds[row] = filter == null ? id : filter.word(id, s, t);
                }
                if (features.characters()) {
                    distinctIds[row] = distinct.add(word, s, t);
                }
            }
        }
        if (features.characters()) {
            packCharacters();
        }
    }

    private void packCharacters() {
        int count = distinct.size();
        if (lengths.length < count) {
            lengths = new int[Math.max(count, lengths.length * 2)];
        }
        for (int i = 0; i < count; i++) {
            String word = distinct.word(i);
            lengths[i] = word.codePointCount(0, word.length());
        }
        characters.pack(lengths, count);
        Vocabulary vocabulary = vocabularies.characters();
        kinds.start(vocabulary.size(), characters.rows());
        for (int i = 0; i < count; i++) {
            String word = distinct.word(i);
            int step = 0;
            for (int at = 0; at < word.length(); step++) {
                int codePoint = word.codePointAt(at);
                at += Character.charCount(codePoint);
                int id = vocabulary.characterId(codePoint);
                kinds.set(
                        characters.row(i, step),
                        filter == null ? id : filter.character(id, distinct.sequence(i), distinct.position(i), step));
            }
        }
    }

    private void packVectors() {
        int size = features.vectors();
        if (vectors.length < words.rows() * size) {
            vectors = new float[Math.max(words.rows() * size, vectors.length * 2)];
        }
        for (int s = 0; s < sequences.size(); s++) {
            if (!(sequences.get(s) instanceof VectorSequence dense)) {
                throw new IllegalArgumentException("this model reads vectors, not words: use Sequence.of(float[][])");
            }
            float[][] rows = dense.vectors();
            for (int t = 0; t < rows.length; t++) {
                if (rows[t].length != size) {
                    throw new IllegalArgumentException("input " + t + " has " + rows[t].length
                            + " numbers, but @Input(dim = " + size + ") needs " + size);
                }
                System.arraycopy(rows[t], 0, vectors, words.row(s, t) * size, size);
            }
        }
    }

    /** How the words, or time steps, are packed. */
    public Packing words() {
        return words;
    }

    /** How the characters of the distinct words are packed; each distinct word is one sequence. */
    public Packing characters() {
        return characters;
    }

    /** The word id of every packed row. */
    public int[] wordIds() {
        return wordIds;
    }

    /** Which distinct word stands in every packed row. */
    public int[] distinctIds() {
        return distinctIds;
    }

    /** Number of distinct words. */
    public int distinctCount() {
        return distinct.size();
    }

    /** The distinct characters of the batch, and which of them stands in every packed character row. */
    public CharacterKinds characterKinds() {
        return kinds;
    }

    /** The dense inputs, {@code [rows][dim]} without padding. */
    public float[] vectors() {
        return vectors;
    }

    /** Whether a sequence starts from a state of its own. */
    public boolean stateful() {
        return stateful;
    }

    /** The state a sequence starts from; null for zeros. */
    @SuppressWarnings("exports") // of an annotation that nobody needs to see
    public @Nullable LstmState state(int sequence) {
        return states.get(sequence);
    }

    /** Number of sequences added. */
    public int size() {
        return sequences.size();
    }

    /** The i-th sequence in the order of adding. */
    public Sequence sequence(int i) {
        return sequences.get(i);
    }

    private static int[] grown(int[] array, int size) {
        return array.length >= size ? array : Arrays.copyOf(array, Math.max(size, array.length * 2));
    }
}
