package dev.lanewise.runtime.model;

import java.util.Optional;

/** Reads the best tags out of a head. Reused from sequence to sequence; belongs to one thread at a time. */
public final class Decoder {

    private final Viterbi viterbi = new Viterbi();
    private int[] best = new int[16];

    /** A decoder. */
    public Decoder() {}

    /**
     * The best tags of a sequence: the best tagging under a chain, otherwise the best tag of each word; among equals the first.
     *
     * @return one tag a word, valid until the next call; longer than the sequence
     */
    public int[] best(Head head, int sequence) {
        int length = head.words().length(head.words().place(sequence));
        if (best.length < length) {
            best = new int[Math.max(length, 2 * best.length)];
        }
        Optional<Chain> chain = head.chain();
        if (chain.isPresent() && length > 0) {
            viterbi.decode(head, chain.get(), sequence, best);
            return best;
        }
        for (int t = 0; t < length; t++) {
            best[t] = head.best(head.words().row(sequence, t));
        }
        return best;
    }
}
