package dev.lanewise.examples.tagging.print;

import java.util.List;

/** A tagged sentence on one line. */
public final class TaggedLine {

    private TaggedLine() {}

    /** Such as {@code Dogs/NOUN bark/VERB}, of two heads {@code Dogs/NOUN/NNS bark/VERB/VBP}, without a line end. */
    public static String of(List<String> words, List<String> tags) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            line.append(i == 0 ? "" : " ")
                    .append(words.get(i))
                    .append('/')
                    .append(tags.get(i).replace('\t', '/'));
        }
        return line.toString();
    }
}
