package dev.lanewise.runtime.model;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.VectorSequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sequences on their way into a model: words looked up, characters looked up once for each distinct word, everything packed.
 * Reused from batch to batch; allocates only when it grows.
 */
public final class Batch {

    /** Replaces ids while training, so that the unknown entries are trained too. */
    public interface IdFilter {

        /** The id to read in place of a word's id in the given lookup. */
        int token(int lookup, int id, int sequence, int position);

        /** The id to read in place of a character's id, in the word that first occurs at the given place. */
        int character(int lookup, int id, int sequence, int position, int index);
    }

    private final FeatureSpec features;
    private final List<Lookup> lookups = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<@Nullable EncoderState> states = new ArrayList<>();
    private final Packing words = new Packing();
    private final List<TextColumn> columns = new ArrayList<>();
    private boolean stateful;
    private boolean learns;
    private int[] lengths = new int[8];
    private float[] vectors = new float[0];
    private @Nullable IdFilter filter;
    private final Dropout dropout = new Dropout();

    /** An empty batch for models with these features and vocabularies. */
    public Batch(FeatureSpec features, Vocabularies vocabularies) {
        this.features = features;
        for (int i = 0; i < Math.max(1, features.columns().size()); i++) {
            columns.add(new TextColumn());
        }
        List<Vocabulary> all = features.vocabularies(vocabularies);
        for (int i = 0; i < all.size(); i++) {
            LookupSpec spec = features.lookups().get(i);
            boolean characters = spec.kind() == LookupKind.CHARACTER;
            lookups.add(characters ? new Characters(i, all.get(i)) : new TokenIds(i, spec, all.get(i)));
        }
    }

    /** Sets what replaces ids while training; null for nothing. */
    @SuppressWarnings("exports") // of an annotation that nobody needs to see
    public void filter(@Nullable IdFilter replacement) {
        this.filter = replacement;
    }

    /** Says that backward passes will follow, whatever is added: from now on forward passes keep what those need. */
    public void learn() {
        learns = true;
    }

    /** Whether a forward pass has to keep what a backward pass needs. */
    public boolean learns() {
        return learns;
    }

    /** What is dropped of this batch: nothing until it is started. */
    public Dropout dropout() {
        return dropout;
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
    public Batch add(Sequence sequence, EncoderState state) {
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
        arrange();
        return lookUp();
    }

    /** Looks everything up in a batch that is arranged; throws what {@link #pack} does. */
    Batch lookUp() {
        if (features.text()) {
            for (int i = 0; i < lookups.size(); i++) {
                TextColumn text = columns.get(features.lookups().get(i).column());
                lookups.get(i).pack(text, words, filter);
            }
        } else {
            packVectors();
        }
        return this;
    }

    /** Packs without looking anything up: for a model that takes what it computes of single words from a cache. */
    void arrange() {
        place();
        if (features.text()) {
            arrangeWords();
        }
    }

    /** Packs without looking at words. */
    void place() {
        int count = sequences.size();
        if (lengths.length < count) {
            lengths = new int[Math.max(count, lengths.length * 2)];
        }
        for (int i = 0; i < count; i++) {
            lengths[i] = sequences.get(i).length();
        }
        words.pack(lengths, count);
    }

    /** Finds the distinct words of a batch of texts that is placed. */
    void arrangeWords() {
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).start(words.rows());
        }
        for (int s = 0; s < sequences.size(); s++) {
            for (int c = 0; c < columns.size(); c++) {
                List<String> tokens = features.texts(sequences.get(s), c);
                for (int t = 0; t < tokens.size(); t++) {
                    columns.get(c).set(words.row(s, t), tokens.get(t), s, t);
                }
            }
        }
    }

    /** The words of a sequence. */
    List<String> words(int sequence) {
        return features.texts(sequences.get(sequence), 0);
    }

    /** The words of the batch, each once, and which of them stands in every packed row; of tokens, what stands for the word. */
    TextColumn text() {
        return columns.get(0);
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

    /** The id of every packed row in a lookup of words, by its number in {@link FeatureSpec#lookups}. */
    public int[] ids(int lookup) {
        return ((TokenIds) lookups.get(lookup)).ofRows();
    }

    /** A lookup of characters, by its number in {@link FeatureSpec#lookups}. */
    public Characters characters(int lookup) {
        return (Characters) lookups.get(lookup);
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
    public @Nullable EncoderState state(int sequence) {
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
}
