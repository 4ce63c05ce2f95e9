package dev.lanewise.runtime.model;

/**
 * PyTorch's default initialisation of a parameter.
 *
 * @param kind the distribution
 * @param bound half the width of the uniform distribution; 0 for the normal one
 */
public record Init(Kind kind, float bound) {

    /** The distributions. */
    public enum Kind {
        /** Standard normal, as in {@code nn.Embedding}. */
        NORMAL,
        /** Uniform in ±bound, as in {@code nn.LSTM} and {@code nn.Linear}. */
        UNIFORM
    }

    /** Standard normal. */
    public static Init normal() {
        return new Init(Kind.NORMAL, 0f);
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
