package dev.lanewise.runtime.model;

import java.util.List;

/**
 * One thread's way through a generated model: forward, and backward through the same batch. Matrices have one row for each
 * packed word or time step (see {@link Packing}) and are valid until the next call of {@link #forward}.
 */
public interface Pass {

    /** Runs all layers. */
    void forward(Batch batch);

    /** How many numbers the model computes of a word alone, before words meet; 0 for a model that does not tell them apart. */
    default int tokenSize() {
        return 0;
    }

    /**
     * Computes what depends on a word alone.
     *
     * @param words a packed batch of sequences of one word each
     * @param into for every packed row, {@link #tokenSize} numbers
     */
    default void tokens(Batch words, float[][] into) {
        throw new IllegalStateException("this model computes nothing of single words: see tokenSize");
    }

    /**
     * Runs the layers from where words meet; only for inference.
     *
     * @param batch a batch that is arranged, without anything looked up
     * @param tokens for every packed row what {@link #tokens} computes of its word
     */
    default void forward(Batch batch, float[][] tokens) {
        throw new IllegalStateException("this model computes nothing of single words: see tokenSize");
    }

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
     *
     * @throws IllegalStateException if a recurrent layer kept nothing for it: {@link Batch#learn} was not called before
     */
    void backward(GradientSet gradients);

    /** After {@link #backward}: the gradient of dense inputs, {@code [rows][inputStride]}; empty for words. */
    float[] inputGradient();

    /** The distance of two rows of {@link #inputGradient()}. */
    int inputStride();

    /** The runs of the encoder: layer after layer, in each left to right, then right to left. */
    List<RecurrentRun> runs();
}
