package dev.lanewise.processor.model;

import java.util.List;

/** What the tests call of a tagger of words; the interfaces that they compile extend it. */
public interface TextTagger<T> {

    List<T> tag(List<String> words);

    List<List<T>> tagAll(List<List<String>> sentences);

    float[][] scores(List<String> words);

    void scores(List<String> words, float[][] into);

    float[][] encode(List<String> words);
}
