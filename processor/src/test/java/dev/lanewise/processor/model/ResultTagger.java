package dev.lanewise.processor.model;

import dev.lanewise.runtime.Tagging;
import java.util.List;

/** What the tests call of a tagger with result objects; the interfaces that they compile extend it. */
public interface ResultTagger<T> {

    Tagging<T> tag(List<String> words);

    List<Tagging<T>> tagAll(List<List<String>> sentences);

    List<Tagging<T>> nBest(List<String> words, int n);

    float[][] scores(List<String> words);
}
