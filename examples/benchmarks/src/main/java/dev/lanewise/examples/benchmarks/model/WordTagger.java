package dev.lanewise.examples.benchmarks.model;

import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

/** Workload W2: word vectors of 100, a bidirectional LSTM of 128, 17 tags. */
@Tagger
@Embedding(dim = 100, unknown = false)
@Lstm(hidden = 128, bidirectional = true)
@Linear
public interface WordTagger {

    /** The best tag of each word. */
    List<Upos> tag(List<String> words);

    /** The best tags of each sentence. */
    List<List<Upos>> tagAll(List<List<String>> sentences);

    /** Log-probabilities, {@code [word][tag]}. */
    float[][] scores(List<String> words);
}
