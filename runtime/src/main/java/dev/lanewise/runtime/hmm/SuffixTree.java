package dev.lanewise.runtime.hmm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How often each tag stands with the endings of words, every ending being a node below the ending that is one shorter. */
final class SuffixTree {

    private final int longest;
    private final Node root = new Node();

    /**
     * An empty tree.
     *
     * @param longest the length of the longest ending, in code points
     */
    SuffixTree(int longest) {
        this.longest = longest;
    }

    /** Adds a word that has a tag so many times. */
    void add(String word, int tag, int count) {
        Node node = root;
        node.add(tag, count);
        int end = word.length();
        for (int length = 0; length < longest && end > 0; length++) {
            int last = word.codePointBefore(end);
            node = node.children.computeIfAbsent(last, any -> new Node());
            node.add(tag, count);
            end -= Character.charCount(last);
        }
    }

    /**
     * Makes a distribution over tags into that of the word's endings, from the empty one to the longest that is known, each
     * mixed with the shorter one's: P = (relative frequency + theta P) / (1 + theta).
     */
    void abstractOver(String word, double theta, double[] distribution) {
        Node node = root;
        int end = word.length();
        while (node != null && node.total > 0) {
            node.mix(theta, distribution);
            int last = end > 0 ? word.codePointBefore(end) : -1;
            node = end > 0 ? node.children.get(last) : null;
            end -= end > 0 ? Character.charCount(last) : 0;
        }
    }

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>(2);
        private int[] tags = new int[0];
        private int[] counts = new int[0];
        private long total;

        void add(int tag, int count) {
            int at = 0;
            while (at < tags.length && tags[at] != tag) {
                at++;
            }
            if (at == tags.length) {
                tags = Arrays.copyOf(tags, at + 1);
                counts = Arrays.copyOf(counts, at + 1);
                tags[at] = tag;
            }
            counts[at] += count;
            total += count;
        }

        void mix(double theta, double[] distribution) {
            for (int i = 0; i < distribution.length; i++) {
                distribution[i] *= theta;
            }
            for (int i = 0; i < tags.length; i++) {
                distribution[tags[i]] += (double) counts[i] / total;
            }
            for (int i = 0; i < distribution.length; i++) {
                distribution[i] /= 1 + theta;
            }
        }
    }
}
