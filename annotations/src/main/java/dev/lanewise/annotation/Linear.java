package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Head of a {@link Tagger}: an affine layer from the encoder's states to one score for each tag, followed by log-softmax.
 *
 * <p>It sizes itself: {@code [time][K]} becomes {@code [time][T]}, {@code K} being what the encoder gives and {@code T} the
 * number of tags. It stands last, unless a {@link Crf} over its scores follows: then there is no log-softmax, and the loss is
 * the CRF's.
 *
 * <p>PyTorch's equivalent is {@code F.log_softmax(nn.Linear(K, T)(states), dim=1)}; training minimises {@code nn.NLLLoss}
 * over it. Tensors in the state dict:
 *
 * <table>
 *   <caption>Tensors</caption>
 *   <tr><th>name</th><th>shape</th><th>drawn from, at first</th></tr>
 *   <tr><td>{@code <name>.weight}</td><td>{@code [T, K]}</td><td>uniform, ±1/sqrt(K)</td></tr>
 *   <tr><td>{@code <name>.bias}</td><td>{@code [T]}</td><td>uniform, ±1/sqrt(K)</td></tr>
 *   <tr><td colspan="3">with {@code decoder = Decoder.VITERBI}, counted and not trained, as a {@code register_buffer}:</td></tr>
 *   <tr><td>{@code <name>.start_counts}</td><td>{@code [T]}</td><td>how often a sentence begins with a tag</td></tr>
 *   <tr><td>{@code <name>.end_counts}</td><td>{@code [T]}</td><td>how often a sentence ends with a tag</td></tr>
 *   <tr><td>{@code <name>.transition_counts}</td><td>{@code [T, T]}</td><td>how often a tag, of the row, stands before
 *       another one, of the column</td></tr>
 * </table>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Linear {
    /**
     * Dropout on what the head reads while training, from 0 (none) to below 1: every number of every word is set to zero with this
     * probability, independently of the others, and the rest is scaled by 1 / (1 - dropout). To drop the same units all through a
     * sentence, use {@link Lstm#dropout()} of the last {@code @Lstm}.
     *
     * @return {@code p} of an {@code nn.Dropout} before the {@code nn.Linear}
     */
    float dropout() default 0f;

    /**
     * How tags are chosen. {@link Decoder#VITERBI} adds what neighbouring tags count, after the training tags, to the
     * log-probabilities; it cannot stand together with {@link Crf}.
     *
     * @return how tags are chosen
     */
    Decoder decoder() default Decoder.GREEDY;

    /**
     * Name of the module in the state dict: letters, digits and {@code _}, with dots between if need be.
     *
     * @return the prefix of this layer's tensor names
     */
    String name() default "hidden2tag";
}
