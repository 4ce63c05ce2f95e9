package dev.lanewise.processor.model;

import dev.lanewise.runtime.Tagging;
import java.util.List;

/** What the tests call of a hidden Markov model; the interfaces that they compile extend it. */
public interface HmmTagger<T> {

    /** Tags of which the last one never occurs. */
    enum Tag {
        A,
        B,
        C,
        NEVER
    }

    List<T> tag(List<String> words);

    List<Tagging<T>> tagAll(List<List<String>> sentences);

    float[][] scores(List<String> words);

    void scores(List<String> words, float[][] into);
}
