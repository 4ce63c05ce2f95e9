package dev.lanewise.runtime.model;

/**
 * PyTorch's default initialisation of a parameter, or that it is none that is trained.
 *
 * @param kind the distribution
 * @param bound half the width of the uniform distribution; 0 for another one
 */
public record Init(Kind kind, float bound) {

    /** The distributions. */
    public enum Kind {
        /** Standard normal, as in {@code nn.Embedding}. */
        NORMAL,
        /** Uniform in ±bound, as in {@code nn.LSTM} and {@code nn.Linear}. */
        UNIFORM,
        /** No numbers are drawn: they are counted in the training data and never trained. */
        COUNTED
    }

    /** Standard normal. */
    public static Init normal() {
        return new Init(Kind.NORMAL, 0f);
    }

    /** Counted in the training data, not trained: a buffer of a PyTorch module. */
    public static Init counted() {
        return new Init(Kind.COUNTED, 0f);
    }

    /** Uniform in ±bound. */
    public static Init uniform(float bound) {
        return new Init(Kind.UNIFORM, bound);
    }

    /**
     * Uniform in ±1/sqrt(n).
     *
     * @param n the hidden size of an LSTM, or the number of inputs of a linear layer
     */
    public static Init fanIn(int n) {
        return new Init(Kind.UNIFORM, (float) (1.0 / Math.sqrt(n)));
    }
}
