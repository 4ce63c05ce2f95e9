package dev.lanewise.processor.model;

import java.util.List;

/** What the tests call of a tagger of dense vectors; the interfaces that they compile extend it. */
public interface VectorTagger<T> {

    List<T> tag(float[][] inputs);

    float[][] scores(float[][] inputs);

    float[][] encode(float[][] inputs);
}
