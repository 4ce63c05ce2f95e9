package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Feature: one learned vector of {@link #dim()} numbers for the shape of each word, that is its pattern of case, digits and
 * punctuation.
 *
 * <p>Every character (Unicode code point) of the word becomes a sign:
 *
 * <table>
 *   <caption>Signs</caption>
 *   <tr><th>character</th><th>sign</th></tr>
 *   <tr><td>upper-case or title-case letter</td><td>{@code X}</td></tr>
 *   <tr><td>lower-case letter</td><td>{@code x}</td></tr>
 *   <tr><td>letter without case, such as those of Telugu or Chinese</td><td>{@code c}</td></tr>
 *   <tr><td>digit or other number</td><td>{@code d}</td></tr>
 *   <tr><td>punctuation or symbol of ASCII</td><td>itself</td></tr>
 *   <tr><td>other punctuation</td><td>{@code p}</td></tr>
 *   <tr><td>combining mark</td><td>none</td></tr>
 *   <tr><td>anything else</td><td>{@code s}</td></tr>
 * </table>
 *
 * Of a run of the same sign, two stay: {@code It} and {@code I} are {@code Xx} and {@code X}, {@code London} is {@code Xxx},
 * {@code 1990} is {@code dd}, {@code U.S.} is {@code X.X.}, {@code e-mail} is {@code x-xx}.
 *
 * <p>The shapes are learned from the training data, in the order of their first appearance; entry 0 stands for all others.
 * PyTorch's equivalent is {@code nn.Embedding(shapes, dim)}. Tensor in the state dict, {@code V} being the size of the
 * vocabulary:
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
public @interface Shape {
    /**
     * Numbers in each shape's vector, 1 to 65536.
     *
     * @return the size of this feature, {@code embedding_dim} of {@code nn.Embedding}
     */
    int dim() default 16;

    /**
     * Which component of the tokens is read, where the model's methods take tokens of a record, for example {@code "pos"} of
     * {@code record Token(String form, String pos)}; it has to be a {@code String}. By default, and where the methods take words,
     * it is the first {@code String} component, which stands for the word.
     *
     * @return the name of the component; empty for the first one
     */
    String of() default "";

    /**
     * Dropout on the shape's vector while training, from 0 (none) to below 1: every number of every word is set to zero with this
     * probability, independently of the others, and the rest is scaled by 1 / (1 - dropout).
     *
     * @return {@code p} of an {@code nn.Dropout} behind the {@code nn.Embedding}
     */
    float dropout() default 0f;

    /**
     * Name of the module in the state dict: letters, digits and {@code _}, with dots between if need be.
     *
     * @return the prefix of this layer's tensor names
     */
    String name() default "shape_embeddings";
}
