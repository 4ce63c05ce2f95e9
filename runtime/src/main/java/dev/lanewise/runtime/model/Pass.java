package dev.lanewise.runtime.model;

import java.util.List;

/**
 * One thread's way through a generated model: forward, and backward through the same batch. Matrices have one row for each
 * packed word or time step (see {@link Packing}) and are valid until the next call of {@link #forward}.
 */
public interface Pass {

    /** Runs all layers. */
    void forward(Batch batch);

    /** The encoder's hidden states, {@code [rows][hiddenStride]}. */
    float[] hidden();

    /** The number of hidden numbers of a row: hidden size times directions of the last layer. */
    int hiddenSize();

    /** The distance of two rows of {@link #hidden()}. */
    int hiddenStride();

    /**
     * Where the caller puts the gradient of its loss with respect to {@link #hidden()} before {@link #backward}: every row and,
     * in it, every number that is not padding. Only of an encoder; a tagger's heads have losses.
     */
    float[] hiddenGradient();

    /** The heads in the order of the declaration; none of an encoder. */
    List<Head> heads();

    /**
     * Runs all layers backwards and adds the gradients of the parameters to those given. Can be called once for each forward
     * pass, since activations are overwritten.
     */
    void backward(GradientSet gradients);

    /** After {@link #backward}: the gradient of dense inputs, {@code [rows][inputStride]}; empty for words. */
    float[] inputGradient();

    /** The distance of two rows of {@link #inputGradient()}. */
    int inputStride();

    /** The word-level LSTM runs: layer after layer, in each left to right, then right to left. */
    List<LstmRun> runs();
}
