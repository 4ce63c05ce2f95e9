package dev.lanewise.runtime.model;

import java.util.Optional;

/** A head with given scores of one sentence. */
final class StubHead implements Head {

    private final float[][] scores;
    private final int tags;
    private final Optional<Chain> chain;
    private final Packing words = new Packing();

    StubHead(float[][] scores, int tags, Optional<Chain> chain) {
        this.scores = scores;
        this.tags = tags;
        this.chain = chain;
        words.pack(new int[] {scores.length}, 1);
    }

    @Override
    public Packing words() {
        return words;
    }

    @Override
    public int tags() {
        return tags;
    }

    @Override
    public int stride() {
        return tags + 1;
    }

    @Override
    public float[] scores() {
        float[] matrix = new float[scores.length * stride()];
        for (int t = 0; t < scores.length; t++) {
            System.arraycopy(scores[t], 0, matrix, t * stride(), tags);
        }
        return matrix;
    }

    @Override
    public Optional<Chain> chain() {
        return chain;
    }

    @Override
    public void raise(int row, int tag, float by) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public double loss(int[] gold, float scale) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public float[] gradient() {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public void infer() {}

    @Override
    public float probability(int row, int tag) {
        return 1f;
    }

    @Override
    public void logProbabilities(int row, float[] into) {}

    @Override
    public double logPartition(int sequence) {
        return 0;
    }
}
