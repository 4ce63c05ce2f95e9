package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Feature: the last hidden state of an LSTM that reads the word character by character (by Unicode code points).
 *
 * <p>The feature is {@link #hidden()} numbers: the hidden state after the last character. With {@link #bidirectional()} it
 * is twice that: the last hidden state of the left-to-right run, then that of the right-to-left run (which has read the
 * first character last). With {@link #projection()} an affine layer turns these numbers into {@code projection} ones. The
 * empty word has zeros in place of the hidden states.
 *
 * <p>The characters are learned from the training data, in the order of their first appearance.
 *
 * <p>PyTorch's equivalent is {@code nn.Embedding(characters, embedding)}, {@code nn.LSTM(embedding, hidden)} over each
 * word, {@code torch.cat((h_n[0], h_n[1]))}, and {@code nn.Linear(hidden x directions, projection)}. Tensors in the state
 * dict, {@code C} being the number of characters, {@code D} the number of directions (gates in the order i, f, g, o):
 *
 * <table>
 *   <caption>Tensors</caption>
 *   <tr><th>name</th><th>shape</th><th>drawn from, at first</th></tr>
 *   <tr><td>{@code <name>_embeddings.weight}</td><td>{@code [C, embedding]}</td><td>N(0, 1)</td></tr>
 *   <tr><td>{@code <name>_lstm.weight_ih_l0}</td><td>{@code [4 hidden, embedding]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>_lstm.weight_hh_l0}</td><td>{@code [4 hidden, hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>_lstm.bias_ih_l0}</td><td>{@code [4 hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>{@code <name>_lstm.bias_hh_l0}</td><td>{@code [4 hidden]}</td><td>uniform, ±1/sqrt(hidden)</td></tr>
 *   <tr><td>the same four with {@code _reverse}</td><td>as above</td><td>only if bidirectional</td></tr>
 *   <tr><td>{@code <name>_h2t.weight}</td><td>{@code [projection, D hidden]}</td><td>uniform, ±1/sqrt(D hidden)</td></tr>
 *   <tr><td>{@code <name>_h2t.bias}</td><td>{@code [projection]}</td><td>uniform, ±1/sqrt(D hidden)</td></tr>
 * </table>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CharLstm {
    /**
     * Numbers in each character's vector, 1 to 65536.
     *
     * @return {@code embedding_dim} of the characters' {@code nn.Embedding}
     */
    int embedding() default 30;

    /**
     * Units of the character LSTM in each direction, 1 to 8192.
     *
     * @return {@code hidden_size} of the characters' {@code nn.LSTM}
     */
    int hidden() default 50;

    /**
     * Whether a second LSTM reads the word from right to left.
     *
     * @return {@code bidirectional} of the characters' {@code nn.LSTM}
     */
    boolean bidirectional() default false;

    /**
     * Size of the affine layer behind the LSTM ({@code char_h2t} in the sketch of PyTorch's tutorial), 1 to 65536, or 0
     * for none.
     *
     * @return {@code out_features} of the {@code nn.Linear}, 0 for none
     */
    int projection() default 0;

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
     * need be. Of {@code @CharLstm} and {@link CharCnn @CharCnn} that both leave it out, the second one is called {@code char2}.
     *
     * @return the stem of the names of the three modules
     */
    String name() default "char";
}
