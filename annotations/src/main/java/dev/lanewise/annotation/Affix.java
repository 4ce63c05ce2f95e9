package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Feature: one learned vector of {@link #dim()} numbers for the first or the last characters of each word.
 *
 * <p>Characters are Unicode code points, so a surrogate pair is never cut. A word that is shorter than {@link #length()} is
 * looked up whole, with a mark where it ends too early: U+0003 behind it for a prefix, U+0002 before it for a suffix. The
 * suffix of length 3 of {@code walking} is {@code ing}, that of {@code of} is {@code U+0002 of}, which no longer word has.
 *
 * <p>The affixes are learned from the training data, in the order of their first appearance; entry 0 stands for all others.
 *
 * <p>It may be repeated; repeated ones stand where the first one stands. PyTorch's equivalent is {@code
 * nn.Embedding(affixes, dim)}. Tensor in the state dict, {@code V} being the size of the vocabulary:
 *
 * <table>
 *   <caption>Tensors</caption>
 *   <tr><th>name</th><th>shape</th><th>drawn from, at first</th></tr>
 *   <tr><td>{@code <name>.weight}</td><td>{@code [V, dim]}</td><td>N(0, 1)</td></tr>
 * </table>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Affix.List.class)
public @interface Affix {
    /** Which end of the word. */
    enum Kind {
        /** The first characters. */
        PREFIX,
        /** The last characters. */
        SUFFIX
    }

    /**
     * Characters (Unicode code points) of the affix, 1 to 16.
     *
     * @return the number of characters
     */
    int length() default 3;

    /**
     * Which end of the word.
     *
     * @return prefix or suffix
     */
    Kind kind() default Kind.SUFFIX;

    /**
     * Numbers in each affix's vector, 1 to 65536.
     *
     * @return the size of this feature, {@code embedding_dim} of {@code nn.Embedding}
     */
    int dim() default 32;

    /**
     * Which component of the tokens is read, where the model's methods take tokens of a record, for example {@code "pos"} of
     * {@code record Token(String form, String pos)}; it has to be a {@code String}. By default, and where the methods take words,
     * it is the first {@code String} component, which stands for the word.
     *
     * @return the name of the component; empty for the first one
     */
    String of() default "";

    /**
     * How often an affix must occur in the training data to be in the vocabulary, 1 or more. Rarer ones are read as unknown.
     *
     * @return the smallest number of occurrences
     */
    int minCount() default 2;

    /**
     * Dropout on the affix's vector while training, from 0 (none) to below 1: every number of every word is set to zero with this
     * probability, independently of the others, and the rest is scaled by 1 / (1 - dropout).
     *
     * @return {@code p} of an {@code nn.Dropout} behind the {@code nn.Embedding}
     */
    float dropout() default 0f;

    /**
     * Name of the module in the state dict: letters, digits and {@code _}, with dots between if need be. By default it is made
     * of kind and length, with {@link #of()} before them: {@code suffix3_embeddings}, {@code lemma_suffix3_embeddings}.
     *
     * @return the prefix of this layer's tensor names
     */
    String name() default "";

    /** What the compiler puts repeated {@link Affix} annotations into; there is no need to write it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return the affixes from the first to the last, as they stand in the source
         */
        Affix[] value();
    }
}
