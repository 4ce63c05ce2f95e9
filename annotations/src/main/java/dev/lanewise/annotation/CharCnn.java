package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Feature: a convolution over the characters of the word (Unicode code points), of which each filter gives its largest value
 * (Ma and Hovy, 2016; the character CNN of NCRF++).
 *
 * <p>The feature is {@link #filters()} numbers. Filter {@code f} is applied at the positions {@code p = 0, 1, ...} of a word of
 * {@code n} characters with the vectors {@code x[0] ... x[n - 1]}, which stand between {@code width / 2} vectors of zeros on
 * either side:
 *
 * <pre>{@code
 * y[f] = max over p of bias[f] + sum over i, k of weight[f][i][k] * x[p - width / 2 + k][i]
 * }</pre>
 *
 * <p>There are {@code n} positions if the width is odd and {@code n + 1} if it is even, so that every word has one, however
 * short it is. No activation function follows. Where several positions give the largest value, the gradient goes to the first
 * of them.
 *
 * <p>The characters are learned from the training data, in the order of their first appearance, apart from those of any other
 * feature.
 *
 * <p>PyTorch's equivalent is {@code nn.Embedding(characters, embedding)}, {@code nn.Conv1d(embedding, filters, width, padding =
 * width // 2)} over each word alone, and {@code max(dim = 2)}. Tensors in the state dict, {@code C} being the number of
 * characters:
 *
 * <table>
 *   <caption>Tensors</caption>
 *   <tr><th>name</th><th>shape</th><th>drawn from, at first</th></tr>
 *   <tr><td>{@code <name>_embeddings.weight}</td><td>{@code [C, embedding]}</td><td>N(0, 1)</td></tr>
 *   <tr><td>{@code <name>_cnn.weight}</td><td>{@code [filters, embedding, width]}</td><td>uniform, ±1/sqrt(embedding
 *   width)</td></tr>
 *   <tr><td>{@code <name>_cnn.bias}</td><td>{@code [filters]}</td><td>uniform, ±1/sqrt(embedding width)</td></tr>
 * </table>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CharCnn {
    /**
     * Numbers in each character's vector, 1 to 65536.
     *
     * @return {@code embedding_dim} of the characters' {@code nn.Embedding}
     */
    int embedding() default 30;

    /**
     * Filters of the convolution, which is the number of numbers in the feature, 1 to 8192.
     *
     * @return {@code out_channels} of {@code nn.Conv1d}
     */
    int filters() default 50;

    /**
     * Characters that a filter reads at a time, 1 to 9.
     *
     * @return {@code kernel_size} of {@code nn.Conv1d}, whose {@code padding} is half of it, rounded down
     */
    int width() default 3;

    /**
     * Which component of the tokens is read, where the model's methods take tokens of a record, for example {@code "pos"} of
     * {@code record Token(String form, String pos)}; it has to be a {@code String}. By default, and where the methods take words,
     * it is the first {@code String} component, which stands for the word.
     *
     * @return the name of the component; empty for the first one
     */
    String of() default "";

    /**
     * Whether entry 0 of the characters stands for unknown ones. Without it a character that did not occur in training is
     * an error that names the character.
     *
     * @return whether there is an entry for unknown characters
     */
    boolean unknown() default true;

    /**
     * Dropout on the feature while training, from 0 (none) to below 1: every number that a word gets from its characters is set to
     * zero with this probability, independently of the others and anew for each occurrence of the word, and the rest is scaled by
     * 1 / (1 - dropout).
     *
     * @return {@code p} of an {@code nn.Dropout} behind the feature
     */
    float dropout() default 0f;

    /**
     * What this layer's tensor names in the state dict begin with: letters, digits and {@code _}, with dots between if
     * need be.
     *
     * <p>Beside a {@code @CharLstm} that leaves its name out as well, the second one of the two is called {@code char2}.
     *
     * @return the stem of the names of the two modules
     */
    String name() default "char";
}
