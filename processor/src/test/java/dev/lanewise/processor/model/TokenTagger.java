package dev.lanewise.processor.model;

import java.util.List;

/** What the tests call of a tagger of tokens; the interfaces that they compile extend it. */
public interface TokenTagger<T> {

    List<T> tag(List<Token> tokens);

    List<List<T>> tagAll(List<List<Token>> sentences);

    float[][] scores(List<Token> tokens);

    void scores(List<Token> tokens, float[][] into);

    float[][] encode(List<Token> tokens);
}
