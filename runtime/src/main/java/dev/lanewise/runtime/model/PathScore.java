package dev.lanewise.runtime.model;

import java.util.Optional;

/** What a tagging counts. */
final class PathScore {

    private PathScore() {}

    /** The sum of the words' scores and of the chain's, from left to right as in {@link Viterbi}, so that it is the same number. */
    static double of(Head head, int sequence, int[] path) {
        Packing words = head.words();
        int length = words.length(words.place(sequence));
        Optional<Chain> chain = head.chain();
        double score = 0;
        for (int t = 0; t < length; t++) {
            if (chain.isPresent()) {
                score += t == 0 ? chain.get().start()[path[0]] : chain.get().transition(path[t - 1], path[t]);
            }
            score += head.scores()[words.row(sequence, t) * head.stride() + path[t]];
        }
        return chain.isPresent() && length > 0 ? score + chain.get().end()[path[length - 1]] : score;
    }
}
