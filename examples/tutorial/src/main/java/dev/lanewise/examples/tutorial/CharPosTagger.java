package dev.lanewise.examples.tutorial;

import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

/**
 * The tutorial's exercise: a word vector of 5 joined with the last hidden state, of 3, of an LSTM over the word's
 * characters, so that the word LSTM reads 8 numbers.
 */
@Tagger
@Embedding(dim = 5, unknown = false)
@CharLstm(embedding = 4, hidden = 3, unknown = false)
@Lstm(hidden = 6)
@Linear
public interface CharPosTagger {

    /** The best tag of each word. */
    List<PosTagger.Tag> tag(List<String> words);

    /** Log-probabilities, {@code [word][tag]}. */
    float[][] scores(List<String> words);
}
