package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Encoder: a long short-term memory (Hochreiter and Schmidhuber, 1997) over the sequence, with forget gates and two biases,
 * as PyTorch has it.
 *
 * <p>It reads {@code [time][K]}, the concatenated features or the output of the encoder above, and gives {@code
 * [time][hidden]}; with {@link #bidirectional()} {@code [time][2 hidden]}, the left-to-right states first.
 *
 * <p>It may be repeated to stack encoders of different sizes; repeated ones stand where the first one stands, and each
 * reads what the one above it gives. {@link Gru @Gru} is stacked with it in the same way. For equal sizes {@link #layers()} is the shorter way.
 *
 * <p>PyTorch's equivalent is {@code nn.LSTM(K, hidden, layers, bidirectional = ...)}. Tensors in the state dict for each
 * layer {@code k} from 0, where {@code K} of the layers above 0 is {@code hidden}, twice that if bidirectional (gates in the
 * order i, f, g, o):
 *
 * <table>
 *   <caption>Tensors</caption>
 *   <tr><th>name</th><th>shape</th><th>drawn from, at first</th></tr>
 *   <tr><td>{@code <name>.weight_ih_l<k>}</td><td>{@code [4 hidden, K]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>.weight_hh_l<k>}</td><td>{@code [4 hidden, hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>.bias_ih_l<k>}</td><td>{@code [4 hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>.bias_hh_l<k>}</td><td>{@code [4 hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>the same four with {@code _reverse}</td><td>as above</td><td>only if bidirectional</td></tr>
 * </table>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Lstm.List.class)
public @interface Lstm {
    /**
     * Units in each layer and direction, 1 to 8192.
     *
     * @return {@code hidden_size} of {@code nn.LSTM}
     */
    int hidden() default 128;

    /**
     * Layers of equal size on top of each other, 1 to 16.
     *
     * @return {@code num_layers} of {@code nn.LSTM}
     */
    int layers() default 1;

    /**
     * Whether every layer has a second run from right to left, whose states are joined to the first one's.
     *
     * @return {@code bidirectional} of {@code nn.LSTM}
     */
    boolean bidirectional() default false;

    /**
     * Variational (locked) dropout on what each layer gives while training, from 0 (none) to below 1: between the layers and behind
     * the last one. A unit that is dropped is zero at every step of the sequence, as one mask is drawn for each sequence and
     * layer; the other units are scaled by 1 / (1 - dropout) (Gal and Ghahramani 2016, "A theoretically grounded application of
     * dropout in recurrent neural networks").
     *
     * <p>It differs from {@code dropout} of {@code nn.LSTM}, which draws anew for each step and leaves the last layer's output
     * alone. In PyTorch it is {@code y * F.dropout(torch.ones(batch, 1, units), p)} on the output of each layer.
     *
     * @return the probability that a unit is dropped
     */
    float dropout() default 0f;

    /**
     * Variational (locked) dropout on what the first layer reads while training, from 0 (none) to below 1: as {@link #dropout()},
     * one mask for each sequence. It comes after the dropout of the features themselves.
     *
     * @return the probability that an input is dropped
     */
    float inputDropout() default 0f;

    /**
     * Dropout on the way from step to step while training, from 0 (none) to below 1: what the gates read of the hidden state before
     * is multiplied with one mask for each sequence, layer and direction, the same at every step and for all four gates (Gal and
     * Ghahramani 2016). The hidden states that the layer gives, and its cell states, are left alone.
     *
     * <p>PyTorch's {@code nn.LSTM} has no such thing; with {@code nn.LSTMCell} it is {@code cell(x[t], (h * mask, c))}, {@code mask}
     * being {@code F.dropout(torch.ones(batch, hidden), p)}.
     *
     * @return the probability that a unit is dropped
     */
    float recurrentDropout() default 0f;

    /**
     * Name of the module in the state dict: letters, digits and {@code _}, with dots between if need be. The empty name
     * stands for tensors without a prefix ({@code weight_ih_l0}), as in the state dict of a bare {@code nn.LSTM}.
     *
     * <p>Of several {@code @Lstm} that leave the name out, the second one is called {@code lstm2}, the third one {@code
     * lstm3}, and so on.
     *
     * @return the prefix of this layer's tensor names
     */
    String name() default "lstm";

    /** What the compiler puts repeated {@link Lstm} annotations into; there is no need to write it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return the encoders from the first to the last, as they stand in the source
         */
        Lstm[] value();
    }
}
