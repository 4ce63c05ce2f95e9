package dev.lanewise.examples.tutorial;

import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

/** The tutorial's {@code LSTMTagger}: word vectors of 6, an LSTM of 6, an affine layer and log-softmax. */
@Tagger
@Embedding(dim = 6, unknown = false)
@Lstm(hidden = 6)
@Linear
public interface PosTagger {

    /** The parts of speech. */
    enum Tag {
        /** Determiner. */
        DET,
        /** Noun. */
        NN,
        /** Verb. */
        V
    }

    /** The best tag of each word. */
    List<Tag> tag(List<String> words);

    /** Log-probabilities, {@code [word][tag]}. */
    float[][] scores(List<String> words);
}
