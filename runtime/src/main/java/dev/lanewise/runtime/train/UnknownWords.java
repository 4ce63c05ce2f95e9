package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.Batch;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.LookupSpec;
import dev.lanewise.runtime.random.CounterRandom;
import java.util.List;

/**
 * Reads words as unknown now and then, rare ones more often, so that the unknown entries learn what rare words have in common:
 * a word seen n times with probability alpha / (alpha + n) (Kiperwasser and Goldberg 2016); characters likewise. Words that
 * keep the vector of a file are not rare in it, so they stay. Word dropout does
 * so with every word alike. The choice depends on seed, epoch, sentence and position alone.
 */
final class UnknownWords implements Batch.IdFilter {

    private static final long CHARACTERS = 1L << 32;
    private static final long LOOKUPS = 1L << 56;

    /** Keeps word dropout apart from the rest under the same seed ("worddrop" in ASCII). */
    private static final long WORD_DROPOUT = 0x776f726464726f70L;

    private final List<LookupSpec> lookups;
    private final List<Vocabulary> vocabularies;
    private final float alpha;
    private final float wordDropout;
    private final long seed;
    private long epoch;
    private int[] sentences = new int[0];

    UnknownWords(FeatureSpec features, Vocabularies vocabularies, float alpha, float wordDropout, long seed) {
        this.lookups = features.lookups();
        this.vocabularies = features.vocabularies(vocabularies);
        this.alpha = alpha;
        this.wordDropout = wordDropout;
        this.seed = seed;
    }

    /**
     * Says what comes next.
     *
     * @param sentenceOf the number, in the training data, of each sequence of the batch
     */
    void next(long epochNumber, int[] sentenceOf) {
        epoch = epochNumber;
        sentences = sentenceOf;
    }

    @Override
    public int token(int lookup, int id, int sequence, int position) {
        return lookups.get(lookup).isWord() && vocabularies.get(lookup).hasUnknown() && isDropped(sequence, position)
                ? 0
                : read(lookup, id, sequence, position);
    }

    /** One choice for all tables that look the word up. */
    private boolean isDropped(int sequence, int position) {
        return CounterRandom.uniform(seed ^ WORD_DROPOUT, epoch, sentences[sequence], position) < wordDropout;
    }

    @Override
    public int character(int lookup, int id, int sequence, int position, int index) {
        return read(lookup, id, sequence, CHARACTERS * (position + 1L) + index);
    }

    private int read(int lookup, int id, int sequence, long place) {
        Vocabulary vocabulary = vocabularies.get(lookup);
        if (!vocabulary.hasUnknown() || id == 0 || id >= vocabulary.learned() || alpha == 0) {
            return id;
        }
        float chance = alpha / (alpha + vocabulary.count(id));
        long key = LOOKUPS * lookup + place;
        return CounterRandom.uniform(seed, epoch, sentences[sequence], key) < chance ? 0 : id;
    }
}
