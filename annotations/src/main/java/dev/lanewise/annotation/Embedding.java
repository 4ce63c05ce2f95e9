package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Feature: one learned vector of {@link #dim()} numbers for each word of the vocabulary.
 *
 * <p>The vocabulary is made from the training data: words in the order of their first appearance, exactly as written
 * (no lower-casing). With {@link #unknown()} entry 0 stands for every other word.
 *
 * <p>It may be repeated: every one has a table and a vocabulary of its own, and their vectors are joined. Repeated ones
 * stand where the first one stands.
 *
 * <p>PyTorch's equivalent is {@code nn.Embedding(vocabulary, dim)}. Tensor in the state dict, {@code V} being the size of
 * the vocabulary:
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
@Repeatable(Embedding.List.class)
public @interface Embedding {
    /**
     * Numbers in each word's vector, 1 to 65536.
     *
     * @return the size of this feature, {@code embedding_dim} of {@code nn.Embedding}
     */
    int dim() default 100;

    /**
     * Which component of the tokens is read, where the model's methods take tokens of a record, for example {@code "pos"} of
     * {@code record Token(String form, String pos)}; it has to be a {@code String}. By default, and where the methods take words,
     * it is the first {@code String} component, which stands for the word.
     *
     * @return the name of the component; empty for the first one
     */
    String of() default "";

    /**
     * How often a word must occur in the training data to be in the vocabulary, 1 or more. Rarer words are read as
     * unknown, so a number above 1 needs {@link #unknown()}.
     *
     * @return the smallest number of occurrences
     */
    int minCount() default 1;

    /**
     * Whether entry 0 of the vocabulary stands for unknown words. Without it a word that did not occur in training is an
     * error that names the word, as in PyTorch's tutorial.
     *
     * @return whether there is an entry for unknown words
     */
    boolean unknown() default true;

    /**
     * Dropout on the word's vector while training, from 0 (none) to below 1: every number of every word is set to zero with this
     * probability, independently of the others, and the rest is scaled by 1 / (1 - dropout).
     *
     * @return {@code p} of an {@code nn.Dropout} behind the {@code nn.Embedding}
     */
    float dropout() default 0f;

    /**
     * Name of the module in the state dict: letters, digits and {@code _}, with dots between if need be.
     *
     * <p>With {@link #of()}, the name is by default made of that: {@code pos_embeddings}.
     *
     * <p>Of several {@code @Embedding} that leave the name out, the second one is called {@code word_embeddings2}, the third
     * one {@code word_embeddings3}, and so on.
     *
     * @return the prefix of this layer's tensor names
     */
    String name() default "word_embeddings";

    /** What the compiler puts repeated {@link Embedding} annotations into; there is no need to write it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return the embeddings from the first to the last, as they stand in the source
         */
        Embedding[] value();
    }
}
