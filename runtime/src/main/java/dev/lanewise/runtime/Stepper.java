package dev.lanewise.runtime;

/**
 * Runs a left-to-right encoder one time step at a time and carries its state over, as calling {@code nn.LSTM} or {@code nn.GRU} with sequences
 * of length one does. A stepper belongs to one thread; a model gives as many as are wanted.
 */
public interface Stepper {

    /**
     * Reads one input and moves the state on.
     *
     * @param input {@code [dim]}
     * @return the last layer's hidden state, {@code [hidden]}
     * @throws IllegalArgumentException if the input has another length
     */
    float[] step(float[] input);

    /** The state after the last step, zeros before the first. */
    EncoderState state();

    /**
     * Sets the state from which the next step goes on.
     *
     * @throws IllegalArgumentException if the state has not this model's layers and sizes
     */
    void state(EncoderState state);

    /** Sets the state back to zeros. */
    void reset();
}
