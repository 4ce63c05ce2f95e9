package dev.lanewise.examples.benchmarks.peers;

import dev.lanewise.examples.benchmarks.work.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Random text as numbers, which is what the peers read: our own models read the words. */
final class TextIds {

    private final Map<String, Integer> words = new HashMap<>();

    TextIds(Text text) {
        for (String word : text.vocabulary()) {
            words.put(word, words.size());
        }
    }

    /** Word ids, {@code [sentence][word]} row-major. */
    long[] words(List<List<String>> sentences) {
        return sentences.stream().flatMap(List::stream).mapToLong(words::get).toArray();
    }

    /** Character ids, {@code [sentence][word][character]} row-major. */
    static long[] characters(List<List<String>> sentences) {
        return sentences.stream()
                .flatMap(List::stream)
                .flatMapToInt(String::codePoints)
                .mapToLong(codePoint -> codePoint - Text.FIRST_CHARACTER)
                .toArray();
    }

    /** Tag ids, {@code [sentence][word]} row-major. */
    static long[] tags(Text.Batch batch) {
        return batch.tags().stream()
                .flatMap(List::stream)
                .mapToLong(Enum::ordinal)
                .toArray();
    }
}
