package dev.lanewise.processor.model;

import dev.lanewise.runtime.Tagging;
import java.util.List;
import java.util.stream.Stream;

/** What the tests call of a tagger of many sentences; the interfaces that they compile extend it. */
public interface ManyTagger<T> {

    Tagging<T> tag(List<String> words);

    List<List<T>> tagAll(List<List<String>> sentences);

    Stream<Tagging<T>> tagAll(Stream<List<String>> sentences);

    Iterable<List<T>> tagAll(Iterable<List<String>> sentences);
}
