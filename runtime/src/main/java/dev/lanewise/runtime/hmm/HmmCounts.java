package dev.lanewise.runtime.hmm;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.TagSet;
import java.util.Arrays;
import java.util.List;

/**
 * What training counts, and all that a model file holds of a hidden Markov model; everything else is computed from it.
 *
 * @param words the words of the training data; number 0 stands for all others
 * @param tags the number of tags; that number itself stands for the boundary of a sentence
 * @param transitions how often each tag or boundary followed {@code order} others, in their order
 * @param emissions how often each word had each tag
 */
record HmmCounts(Vocabulary words, int tags, CountTable transitions, CountTable emissions) {

    /** Most tags: tables grow with its square. */
    static final int MAX_TAGS = 2048;

    /**
     * Counts.
     *
     * @param order how many tags the next one depends on, 1 or 2
     * @throws IllegalArgumentException if an example holds vectors, a tag is not in the set, there are too many tags or
     *     counts are too large
     */
    static <T> HmmCounts of(List<Example<T>> examples, TagSet<T> tags, int order) {
        checkTags(tags.size());
        Vocabulary.Builder learned = Vocabulary.builder();
        examples.forEach(example -> example.words().forEach(learned::add));
        Vocabulary words = learned.build();
        int boundary = tags.size();
        CountTable.Builder transitions = new CountTable.Builder(transitionBounds(order, boundary));
        CountTable.Builder emissions = new CountTable.Builder(words.size(), boundary);
        for (int i = 0; i < examples.size(); i++) {
            Example<T> example = examples.get(i);
            int[] window = new int[order + 1];
            Arrays.fill(window, boundary);
            for (int word = 0; word < example.length(); word++) {
                int tag = tags.find(example.tags().get(word));
                if (tag < 0) {
                    throw new IllegalArgumentException(
                            "the tag " + example.tags().get(word) + " of word " + word + " in sentence " + i
                                    + " is none of " + tags.names());
                }
                transitions.add(next(window, tag));
                emissions.add(words.id(example.words().get(word)), tag);
            }
            transitions.add(next(window, boundary));
        }
        return new HmmCounts(words, boundary, transitions.build(), emissions.build());
    }

    /** Moves a window on by one tag. */
    private static int[] next(int[] window, int tag) {
        System.arraycopy(window, 1, window, 0, window.length - 1);
        window[window.length - 1] = tag;
        return window;
    }

    /** The bounds of the transitions' tuples. */
    static int[] transitionBounds(int order, int tags) {
        int[] bounds = new int[order + 1];
        Arrays.fill(bounds, tags + 1);
        return bounds;
    }

    /**
     * Checks the number of tags.
     *
     * @throws IllegalArgumentException if there are none or too many
     */
    static void checkTags(int tags) {
        if (tags < 1 || tags > MAX_TAGS) {
            throw new IllegalArgumentException(
                    "there are " + tags + " tags, but an @Hmm can have from 1 to " + MAX_TAGS + "; use fewer");
        }
    }

    /**
     * Checks that the counts are those of some training data, so that no word is without a tag and no tag without a neighbour.
     *
     * @param words how many there are, the unknown one included
     * @throws IllegalArgumentException if not
     */
    static void check(CountTable transitions, CountTable emissions, int words, int tags, int order) {
        long[] tagged = tagCounts(emissions, tags);
        long[] after = new long[tags + 1];
        long[] before = new long[tags + 1];
        for (int row = 0; row < transitions.rows(); row++) {
            before[transitions.at(row, order - 1)] += transitions.count(row);
            after[transitions.at(row, order)] += transitions.count(row);
        }
        for (int tag = 0; tag <= tags; tag++) {
            boolean boundary = tag == tags;
            if (before[tag] != after[tag] || (boundary ? after[tag] == 0 : after[tag] != tagged[tag])) {
                throw new IllegalArgumentException("transitions and emissions count "
                        + (boundary ? "the boundary" : "tag " + tag) + " differently");
            }
        }
        int word = 0;
        for (int row = 0; row < emissions.rows(); row++) {
            if (emissions.at(row, 0) > word + 1 || emissions.at(row, 0) == 0) {
                throw new IllegalArgumentException("word " + (word + 1) + " has no tag");
            }
            word = emissions.at(row, 0);
        }
        if (word != words - 1) {
            throw new IllegalArgumentException("word " + (word + 1) + " has no tag");
        }
    }

    /** How often each tag occurred. */
    long[] tagCounts() {
        return tagCounts(emissions, tags);
    }

    private static long[] tagCounts(CountTable emissions, int tags) {
        long[] counts = new long[tags];
        for (int row = 0; row < emissions.rows(); row++) {
            counts[emissions.at(row, 1)] += emissions.count(row);
        }
        return counts;
    }
}
