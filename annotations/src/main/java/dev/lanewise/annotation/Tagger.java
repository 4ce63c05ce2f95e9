package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The interface is a sequence labeller: it gives every word of a sentence (or every vector of a sequence) one tag.
 *
 * <p>Below it stand, from top to bottom, at least one feature, at least one {@link Lstm} or {@link Gru} and the head, a {@link
 * Linear}. The bare {@code @Tagger @Embedding @CharLstm @Lstm @Linear} is a good tagger for real text.
 *
 * <p>In place of all that an {@link Hmm} may stand below it, alone: a baseline that is trained by counting.
 *
 * <p>Features are words ({@link Embedding}, {@link CharLstm}, in the order in which they are joined) or dense vectors
 * ({@link Input}), not both.
 *
 * <h2>Methods</h2>
 *
 * The abstract methods say what is to be generated, in any number and combination, inherited ones too. With words:
 *
 * <ul>
 *   <li>{@code List<T> tag(List<String> words)}: the best tag of each word
 *   <li>{@code Tagging<T> tag(List<String> words)}: the same as a result object
 *   <li>{@code List<List<T>> tagAll(List<List<String>> sentences)}: many sentences at once, the fastest way
 *   <li>{@code List<Tagging<T>> tagAll(List<List<String>> sentences)}: the same as result objects
 *   <li>{@code float[][] scores(List<String> words)}: log-probabilities, {@code [word][tag]}
 *   <li>{@code void scores(List<String> words, float[][] into)}: the same into the caller's rows, {@code [word][tag]}
 *   <li>{@code float[][] encode(List<String> words)}: what the encoder gives the head, {@code [word][size]}
 * </ul>
 *
 * With {@link Input}, {@code float[][] inputs} ({@code [time][dim]}) stands in place of {@code List<String> words}, and
 * {@code List<float[][]> sequences} in place of {@code List<List<String>> sentences}.
 *
 * <p>{@code T} is an enum of at least two constants, which makes the number of tags a constant of the generated code, or
 * {@code String}: then the tags are learned from the training data. It is the same in every method; without any method
 * that names it, tags are {@code String}.
 *
 * <p>With several {@link Linear} heads {@code T} is a record, such as {@code record Tags(Upos upos, String xpos) {}}, each component
 * of which one head gives; some method has to speak of it. Methods of one head have the name of its component behind their own,
 * {@code List<Upos> tagUpos(List<String> words)}; {@code scores} and {@code nBest} are always of one head.
 *
 * <p>An interface {@code Outer.PosTagger} gives the class {@code Outer_PosTaggerModel} in the same package, public if the
 * interface can be seen from everywhere, otherwise package-private. The interface itself is neither generic, sealed nor
 * private; default and static methods are left alone.
 *
 * <p>PyTorch's equivalent is the module of the sequence models tutorial: {@code nn.Embedding}, {@code nn.LSTM}, {@code
 * nn.Linear}, {@code log_softmax}, trained with {@code nn.NLLLoss} over words.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Tagger {}
