package dev.lanewise.examples.tagging.corpus;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.spans.SpanScheme;
import dev.lanewise.runtime.spans.Spans;
import java.util.ArrayList;
import java.util.List;

/** How tags write down spans. */
final class Spelling {

    private Spelling() {}

    /**
     * The same spans as BIO, whichever of IO, IOB1, BIO and BIOES they are in; strays are read as conlleval reads them.
     *
     * @param file what to call the sentences in errors
     * @throws IllegalArgumentException if a tag is none of a span
     */
    static List<Example<String>> bio(List<Example<String>> examples, String file) {
        List<Example<String>> result = new ArrayList<>(examples.size());
        for (Example<String> example : examples) {
            try {
                List<String> tags = SpanScheme.IOB2.write(Spans.of(example.tags()), example.length());
                result.add(Example.of(example.words(), tags));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + ", sentence " + (result.size() + 1) + ", \"" + start(example) + "\": " + e.getMessage()
                                + "; choose another --column, or --task tags for tags of another kind",
                        e);
            }
        }
        return result;
    }

    private static String start(Example<String> example) {
        List<String> words = example.words();
        int shown = Math.min(words.size(), 5);
        return String.join(" ", words.subList(0, shown)) + (shown < words.size() ? " ..." : "");
    }
}
