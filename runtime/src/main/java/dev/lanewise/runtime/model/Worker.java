package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch and the pass it goes through: what one thread needs to run a model. */
public final class Worker {

    private final Batch batch;
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
        if (cache == null) {
            pass.forward(batch.pack());
        } else {
            forward(cache);
        }
    }

    private void forward(TokenCache words) {
        batch.arrange();
        TextColumn text = batch.text();
        int count = text.distinct().size();
        int rows = batch.words().rows();
        ofWords = grown(ofWords, count);
        ofRows = grown(ofRows, rows);
        int missed = 0;
        missingWords = TextColumn.grown(missingWords, count);
        for (int i = 0; i < count; i++) {
            float[] found = words.get(text.distinct().word(i));
            if (found == null) {
                missingWords[missed++] = i;
            } else {
                ofWords[i] = found;
            }
        }
        if (missed > 0 && !compute(words, text.distinct(), missed)) {
            pass.forward(batch.pack());
            return;
        }
        for (int r = 0; r < rows; r++) {
            ofRows[r] = ofWords[text.ofRows()[r]];
        }
        pass.forward(batch, ofRows);
        Arrays.fill(ofWords, 0, count, null);
        Arrays.fill(ofRows, 0, rows, null);
    }

    /** Computes and keeps what is missing; false if a word cannot be read, so that the sentence itself says which. */
    private boolean compute(TokenCache words, DistinctWords distinct, int count) {
        missing.clear();
        for (int i = 0; i < count; i++) {
            missing.add(Sequence.of(List.of(distinct.word(missingWords[i]))));
        }
        try {
            missing.pack();
        } catch (IllegalArgumentException unknown) {
            return false;
        }
        float[][] fresh = new float[count][pass.tokenSize()];
        pass.tokens(missing, fresh);
        for (int i = 0; i < count; i++) {
            float[] numbers = fresh[missing.words().row(i, 0)];
            ofWords[missingWords[i]] = numbers;
            words.put(distinct.word(missingWords[i]), numbers);
        }
        return true;
    }

    private static float[][] grown(float[][] array, int size) {
        return array.length >= size ? array : Arrays.copyOf(array, Math.max(size, array.length * 2));
    }
}
