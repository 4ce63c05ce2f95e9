package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch and the pass it goes through: what one thread needs to run a model. */
public final class Worker {

    /** Characters of distinct words that are computed together: some tens of MB of a large model's states. */
    private static final int MOST_CHARACTERS = 1 << 15;

    private final Batch batch;
    private final boolean wordsApart;
    private final Pass pass;
    private final Decoder decoder = new Decoder();
    private final @Nullable TokenCache cache;
    private final Batch missing;
    private int[] missingWords = new int[16];
    private float[][] ofWords = new float[16][];
    private float[][] ofRows = new float[16][];

    /** A worker on a network. */
    public Worker(ModelSpec spec, Vocabularies vocabularies, Network network) {
        this(spec, vocabularies, network, null);
    }

    /** A worker that takes what the network computes of single words from a cache. */
    Worker(ModelSpec spec, Vocabularies vocabularies, Network network, @Nullable TokenCache cache) {
        this.batch = new Batch(spec.features(), vocabularies);
        this.missing = new Batch(spec.features(), vocabularies);
        this.pass = network.newPass();
        FeatureSpec features = spec.features();
        this.wordsApart =
                features.text() && features.columns().isEmpty() && features.characters() && pass.tokenSize() > 0;
        this.cache = cache;
    }

    /** The batch. */
    public Batch batch() {
        return batch;
    }

    /** The pass. */
    public Pass pass() {
        return pass;
    }

    /** What reads tags out of the pass. */
    public Decoder decoder() {
        return decoder;
    }

    /** Packs what was added to the batch and runs it forward. */
    public void forward() {
        if (cache != null && batch.size() == 1) {
            batch.place();
            if (findRows(cache)) {
                pass.forward(batch, ofRows);
                Arrays.fill(ofRows, 0, batch.words().rows(), null);
                return;
            }
            batch.arrangeWords();
        } else {
            batch.arrange();
        }
        boolean apart = cache != null || wordsApart && batch.text().distinct().characters() > MOST_CHARACTERS;
        if (apart && findWords()) {
            pass.forward(batch, ofRows);
            Arrays.fill(ofWords, 0, batch.text().distinct().size(), null);
            Arrays.fill(ofRows, 0, batch.words().rows(), null);
        } else {
            pass.forward(batch.lookUp());
        }
    }

    /** Finds what every row of a single sentence needs of its word, if all is kept: to look for its distinct words takes as long. */
    private boolean findRows(TokenCache kept) {
        List<String> words = batch.words(0);
        ofRows = grown(ofRows, words.size());
        for (int t = 0; t < words.size(); t++) {
            float[] found = kept.get(words.get(t));
            if (found == null) {
                return false;
            }
            ofRows[t] = found;
        }
        return true;
    }

    /** Finds or computes what every row needs of its word; false if one cannot be read, so that the sentence itself says which. */
    private boolean findWords() {
        TextColumn text = batch.text();
        int count = text.distinct().size();
        int rows = batch.words().rows();
        ofWords = grown(ofWords, count);
        ofRows = grown(ofRows, rows);
        missingWords = TextColumn.grown(missingWords, count);
        int missed = cache == null
                ? TokenCache.all(count, missingWords)
                : cache.get(text.distinct().words(), count, ofWords, missingWords);
        int to = 0;
        while (to < missed) {
            int from = to;
            to = groupEnd(text.distinct(), from, missed);
            if (!compute(text.distinct(), from, to)) {
                return false;
            }
        }
        for (int r = 0; r < rows; r++) {
            ofRows[r] = ofWords[text.ofRows()[r]];
        }
        return true;
    }

    /** The end of the missing words, from one on, that are computed together: what their characters take is bounded. */
    private int groupEnd(DistinctWords distinct, int from, int missed) {
        int to = from;
        long characters = 0;
        do {
            characters += DistinctWords.characters(distinct.word(missingWords[to++]));
        } while (to < missed && characters <= MOST_CHARACTERS);
        return to;
    }

    /** Computes, and keeps if there is a cache, what is missing of some words; false if one cannot be read. */
    private boolean compute(DistinctWords distinct, int from, int to) {
        missing.clear();
        for (int i = from; i < to; i++) {
            missing.add(Sequence.of(List.of(distinct.word(missingWords[i]))));
        }
        try {
            missing.pack();
        } catch (IllegalArgumentException unknown) {
            return false;
        }
        float[][] fresh = new float[to - from][pass.tokenSize()];
        pass.tokens(missing, fresh);
        for (int i = from; i < to; i++) {
            float[] numbers = fresh[missing.words().row(i - from, 0)];
            ofWords[missingWords[i]] = numbers;
            if (cache != null) {
                cache.put(distinct.word(missingWords[i]), numbers);
            }
        }
        return true;
    }

    private static float[][] grown(float[][] array, int size) {
        return array.length >= size ? array : Arrays.copyOf(array, Math.max(size, array.length * 2));
    }
}
