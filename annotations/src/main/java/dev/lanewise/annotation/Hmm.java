package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link Tagger} that is a hidden Markov model, trained by counting: a baseline that costs seconds. It stands alone below
 * {@code @Tagger}, without features, encoder and head, and reads words.
 *
 * <p>Its model is that of TnT (T. Brants, "TnT: a statistical part-of-speech tagger", ANLP 2000):
 *
 * <ul>
 *   <li>a tag depends on the two tags before it, or on one; trigrams, bigrams and unigrams are mixed with the weights of deleted
 *       interpolation, and the boundaries of the sentence count as tags;
 *   <li>a word depends on its tag; a word of the training data can only have tags that it had there;
 *   <li>any other word can have every tag, by its ending: the longest one that rare words have, smoothed by the shorter ones
 *       (successive abstraction), capitalised words apart from the others.
 * </ul>
 *
 * <p>{@code tag} gives the most probable path (Viterbi, exact), {@code scores} the logarithms of the words' posterior probabilities
 * (forward-backward), minus infinity for a tag that is impossible, and {@code Tagging} both: the path with the posteriors as
 * confidences. There are no hidden states, so no {@code encode}.
 *
 * <p>Model files hold two matrices of counts: {@code hmm.transitions}, {@code [n-grams][tags, count]}, and {@code
 * hmm.emissions}, {@code [pairs][word, tag, count]}; the number of the tags is the boundary, word 0 any other word.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Hmm {
    /**
     * How many tags a tag depends on, 1 or 2.
     *
     * @return 1 for bigrams of tags, 2 for trigrams
     */
    int order() default 2;

    /**
     * The length of the longest ending by which an unknown word is judged, 0 to 32 characters.
     *
     * @return TnT's maximal suffix length
     */
    int suffix() default 10;

    /**
     * How often a word occurs at most in the training data if its endings are to count, at least 1.
     *
     * @return TnT's maximal frequency of suffix words
     */
    int rare() default 10;
}
