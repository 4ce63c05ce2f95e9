package dev.lanewise.examples.benchmarks.model;

import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

/** Workload W1: the tagger of PyTorch's tutorial. */
@Tagger
@Embedding(dim = 6, unknown = false)
@Lstm(hidden = 6)
@Linear
public interface ToyTagger {

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
