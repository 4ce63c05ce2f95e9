package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
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
 *
 * <p>It may be repeated: several heads read the same encoder, and each gives one component of a record of tags. Training minimises
 * the sum of their losses by their {@link #weight}. Methods of one head have its component behind their name: {@code tagUpos}, {@code
 * tagAllUpos}, {@code scoresUpos}, {@code nBestUpos}; {@code tag}, {@code tagAll} and {@code nBest} are of all heads, in one pass.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Linear.List.class)
public @interface Linear {
    /**
     * Which component of the record of tags this head gives, where the methods speak of a record such as {@code record Tags(Upos upos,
     * String xpos) {}}. Each component has one head. Empty where the tags are an enum or {@code String}.
     *
     * @return the name of a component whose type is an enum or {@code String}
     */
    String of() default "";

    /**
     * What the loss of this head counts in the sum of those of several heads, above 0; it plays no part but in training.
     *
     * @return the factor of the head's loss
     */
    float weight() default 1f;

    /**
     * Dropout on what the head reads while training, from 0 (none) to below 1: every number of every word is set to zero with this
     * probability, independently of the others, and the rest is scaled by 1 / (1 - dropout). To drop the same units all through a
     * sentence, use {@link Lstm#dropout()} of the last {@code @Lstm}. Several heads read the same numbers, so it is the same for all.
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
     * Name of the module in the state dict: letters, digits and {@code _}, with dots between if need be. With {@link #of} it is
     * {@code <of>_hidden2tag} by default.
     *
     * @return the prefix of this layer's tensor names
     */
    String name() default "hidden2tag";

    /** What the compiler puts repeated {@link Linear} annotations into; there is no need to write it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return the heads from the first to the last, as they stand in the source
         */
        Linear[] value();
    }
}
