package dev.lanewise.examples.tagging;

import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

/**
 * A part-of-speech tagger for any language: word vectors, joined with what a bidirectional LSTM makes of the word's
 * characters, read by a bidirectional LSTM over the sentence (Plank, Søgaard and Goldberg, 2016). The tags are those of the
 * training data.
 */
@Tagger
@Embedding(dim = 100)
@CharLstm(embedding = 30, hidden = 50, bidirectional = true)
@Lstm(hidden = 128, bidirectional = true)
@Linear
public interface PosTagger {

    /** The best tag of each word. */
    List<String> tag(List<String> words);

    /** The best tags of each sentence, in the order given; much faster than one by one. */
    List<List<String>> tagAll(List<List<String>> sentences);
}
