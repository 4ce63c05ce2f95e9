package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.data.WordCharacters;
import org.jspecify.annotations.Nullable;

/** A lookup of the characters of every distinct word of a batch. */
public final class Characters extends Lookup {

    private final int number;
    private final Vocabulary vocabulary;
    private final Packing packing = new Packing();
    private final CharacterKinds kinds = new CharacterKinds();
    private int[] lengths = new int[0];
    private int[] wordOfRow = new int[0];
    private int words;

    Characters(int number, Vocabulary vocabulary) {
        this.number = number;
        this.vocabulary = vocabulary;
    }

    /** How the characters of the distinct words are packed; each distinct word is one sequence. */
    public Packing packing() {
        return packing;
    }

    /** The distinct characters of the batch, and which of them stands in every packed character row. */
    public CharacterKinds kinds() {
        return kinds;
    }

    /** Number of distinct words. */
    public int words() {
        return words;
    }

    /** Which distinct word stands in every packed row of words. */
    public int[] ofRows() {
        return wordOfRow;
    }

    @Override
    void pack(TextColumn text, Packing rows, Batch.@Nullable IdFilter filter) {
        DistinctWords distinct = text.distinct();
        words = distinct.size();
        wordOfRow = text.ofRows();
        lengths = TextColumn.grown(lengths, words);
        for (int i = 0; i < words; i++) {
            lengths[i] = WordCharacters.count(distinct.word(i));
        }
        packing.pack(lengths, words);
        kinds.start(vocabulary.size(), packing.rows());
        for (int i = 0; i < words; i++) {
            String word = distinct.word(i);
            int step = 0;
            for (int at = 0; at < word.length(); at = WordCharacters.next(word, at, step++)) {
                int id = vocabulary.characterId(word.codePointAt(at));
                kinds.set(
                        packing.row(i, step),
                        filter == null
                                ? id
                                : filter.character(number, id, distinct.sequence(i), distinct.position(i), step));
            }
        }
    }
}
