package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Encoder: gated recurrent units (Cho et al., 2014) over the sequence, as PyTorch has them: the reset gate multiplies the
 * recurrent product with its bias (v1 of arXiv:1406.1078, cuDNN, {@code reset_after} of Keras), not the state before that
 * product (v3).
 *
 * <pre>{@code
 * r = sigmoid(W_ir x + b_ir + W_hr h + b_hr)
 * z = sigmoid(W_iz x + b_iz + W_hz h + b_hz)
 * n = tanh(W_in x + b_in + r * (W_hn h + b_hn))
 * h' = (1 - z) * n + z * h
 * }</pre>
 *
 * <p>It reads {@code [time][K]}, the concatenated features or the output of the encoder above, and gives {@code
 * [time][hidden]}; with {@link #bidirectional()} {@code [time][2 hidden]}, the left-to-right states first.
 *
 * <p>It may be repeated, and stacked with {@code @Lstm}: each encoder reads what the one above it gives. Repeated ones stand
 * where the first one stands. For equal sizes {@link #layers()} is the shorter way.
 *
 * <p>PyTorch's equivalent is {@code nn.GRU(K, hidden, layers, bidirectional = ...)}. Tensors in the state dict for each layer
 * {@code k} from 0, where {@code K} of the layers above 0 is {@code hidden}, twice that if bidirectional (gates in the order r,
 * z, n):
 *
 * <table>
 *   <caption>Tensors</caption>
 *   <tr><th>name</th><th>shape</th><th>drawn from, at first</th></tr>
 *   <tr><td>{@code <name>.weight_ih_l<k>}</td><td>{@code [3 hidden, K]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>.weight_hh_l<k>}</td><td>{@code [3 hidden, hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>.bias_ih_l<k>}</td><td>{@code [3 hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>.bias_hh_l<k>}</td><td>{@code [3 hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>the same four with {@code _reverse}</td><td>as above</td><td>only if bidirectional</td></tr>
 * </table>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Gru.List.class)
public @interface Gru {
    /**
     * Units in each layer and direction, 1 to 8192.
     *
     * @return {@code hidden_size} of {@code nn.GRU}
     */
    int hidden() default 128;

    /**
     * Layers of equal size on top of each other, 1 to 16.
     *
     * @return {@code num_layers} of {@code nn.GRU}
     */
    int layers() default 1;

    /**
     * Whether every layer has a second run from right to left, whose states are joined to the first one's.
     *
     * @return {@code bidirectional} of {@code nn.GRU}
     */
    boolean bidirectional() default false;

    /**
     * Variational (locked) dropout on what each layer gives while training, from 0 (none) to below 1: between the layers and behind
     * the last one, with one mask for each sequence and layer, as {@link Lstm#dropout()}.
     *
     * @return the probability that a unit is dropped
     */
    float dropout() default 0f;

    /**
     * Variational (locked) dropout on what the first layer reads while training, from 0 (none) to below 1, as {@link
     * Lstm#inputDropout()}.
     *
     * @return the probability that an input is dropped
     */
    float inputDropout() default 0f;

    /**
     * Dropout on the way from step to step while training, from 0 (none) to below 1: what the gates read of the hidden state before
     * is multiplied with one mask for each sequence, layer and direction, as {@link Lstm#recurrentDropout()}. What the update gate
     * keeps of that state is left alone.
     *
     * @return the probability that a unit is dropped
     */
    float recurrentDropout() default 0f;

    /**
     * Name of the module in the state dict: letters, digits and {@code _}, with dots between if need be. The empty name
     * stands for tensors without a prefix ({@code weight_ih_l0}), as in the state dict of a bare {@code nn.GRU}.
     *
     * <p>Of several {@code @Gru} that leave the name out, the second one is called {@code gru2}, the third one {@code
     * gru3}, and so on.
     *
     * @return the prefix of this layer's tensor names
     */
    String name() default "gru";

    /** What the compiler puts repeated {@link Gru} annotations into; there is no need to write it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return the encoders from the first to the last, as they stand in the source
         */
        Gru[] value();
    }
}
