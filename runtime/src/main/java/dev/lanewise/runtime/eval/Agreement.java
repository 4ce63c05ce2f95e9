package dev.lanewise.runtime.eval;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.spans.Span;
import dev.lanewise.runtime.spans.Spans;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What all measures need of right and predicted tags: as many of the one as of the other, and their spans. */
final class Agreement {

    private Agreement() {}

    /**
     * Checks that there is one prediction for each word.
     *
     * @throws IllegalArgumentException if the numbers of sentences, or of the tags of a sentence, differ
     */
    static <T> void checkSizes(List<Example<T>> gold, List<List<T>> predicted) {
        if (gold.size() != predicted.size()) {
            throw new IllegalArgumentException(gold.size() + " sentences, but predictions for " + predicted.size()
                    + "; give one list of tags for each sentence");
        }
        for (int i = 0; i < gold.size(); i++) {
            if (gold.get(i).length() != predicted.get(i).size()) {
                throw new IllegalArgumentException("sentence " + i + " (counted from 0) has "
                        + gold.get(i).length() + " words, but predictions for "
                        + predicted.get(i).size() + "; give one tag for each word");
            }
        }
    }

    /** How many tags of a sentence are right. */
    static <T> int correctTags(Example<T> gold, List<T> predicted) {
        int correct = 0;
        for (int word = 0; word < predicted.size(); word++) {
            correct += gold.tags().get(word).equals(predicted.get(word)) ? 1 : 0;
        }
        return correct;
    }

    /**
     * The spans of a sentence.
     *
     * @throws IllegalArgumentException if a tag is no span tag, with the numbers of the sentence and the word
     */
    static List<Span<String>> spans(List<?> tags, int sentence) {
        try {
            return Spans.of(tags);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sentence " + sentence + ": " + e.getMessage(), e);
        }
    }

    /** The spans that both have: the same words and the same type. */
    static Set<Span<String>> common(List<Span<String>> gold, List<Span<String>> predicted) {
        Set<Span<String>> common = new HashSet<>(gold);
        common.retainAll(new HashSet<>(predicted));
        return common;
    }
}
