package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the head of a {@link Tagger} a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001): tags are
 * chosen together, by what each counts for its word and by what neighbours count beside each other. It stands after {@link
 * Linear}, whose scores are its emission scores then, without log-softmax.
 *
 * <p>Tagging is exact (Viterbi); confidences are marginal probabilities, and a tagging's score is its log-probability.
 * Training minimises the negative log-likelihood of the sentences' taggings, as the mean over words.
 *
 * <p>PyTorch's equivalent is {@code torchcrf.CRF(T, batch_first=True)} of pytorch-crf with {@code reduction='token_mean'}.
 * Tensors in the state dict, {@code T} being the number of tags:
 *
 * <table>
 *   <caption>Tensors</caption>
 *   <tr><th>name</th><th>shape</th><th>drawn from, at first</th></tr>
 *   <tr><td>{@code <name>.start_transitions}</td><td>{@code [T]}</td><td>uniform, ±0.1</td></tr>
 *   <tr><td>{@code <name>.end_transitions}</td><td>{@code [T]}</td><td>uniform, ±0.1</td></tr>
 *   <tr><td>{@code <name>.transitions}, {@code [from][to]}</td><td>{@code [T, T]}</td><td>uniform, ±0.1</td></tr>
 * </table>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Crf.List.class)
public @interface Crf {
    /**
     * Of several heads, the one whose tags are chosen together: the component that its {@link Linear} gives.
     *
     * @return {@link Linear#of} of that head; empty where there is only one
     */
    String of() default "";

    /**
     * Which tags may stand beside each other. The names of an enum's constants are checked while compiling, strings when they
     * are learned from the training data.
     *
     * @return the scheme of the tags
     */
    Constraints constraints() default Constraints.NONE;

    /**
     * Name of the module in the state dict: letters, digits and {@code _}, with dots between if need be. With {@link #of} it is
     * {@code <of>_crf} by default.
     *
     * @return the prefix of this layer's tensor names
     */
    String name() default "crf";

    /** What the compiler puts repeated {@link Crf} annotations into; there is no need to write it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return the fields of several heads, as they stand in the source
         */
        Crf[] value();
    }
}
