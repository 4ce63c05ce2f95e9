package dev.lanewise.processor.model;

import dev.lanewise.runtime.Tagging;
import java.util.List;
import java.util.stream.Stream;

/** {@link ManyTagger} with the other results. */
public interface ManyOtherwiseTagger<T> {

    List<Tagging<T>> tagAll(List<List<String>> sentences);

    Stream<List<T>> tagAll(Stream<List<String>> sentences);

    Iterable<Tagging<T>> tagAll(Iterable<List<String>> sentences);
}
