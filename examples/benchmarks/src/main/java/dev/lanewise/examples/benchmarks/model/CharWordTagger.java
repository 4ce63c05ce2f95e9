package dev.lanewise.examples.benchmarks.model;

import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

/** Workload W3: {@link WordTagger} with an LSTM of 50 over the characters of each word, whose vectors have 25 numbers. */
@Tagger
@Embedding(dim = 100, unknown = false)
@CharLstm(embedding = 25, hidden = 50, unknown = false)
@Lstm(hidden = 128, bidirectional = true)
@Linear
public interface CharWordTagger {

    /** The best tag of each word. */
    List<Upos> tag(List<String> words);

    /** The best tags of each sentence. */
    List<List<Upos>> tagAll(List<List<String>> sentences);

    /** Log-probabilities, {@code [word][tag]}. */
    float[][] scores(List<String> words);
}
