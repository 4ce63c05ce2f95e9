package dev.lanewise.runtime.model;

/**
 * The forward-backward algorithm (Rabiner 1989) in double precision: what the taggings of a sequence weigh together under a counted
 * chain, and the part of it in which a word has a tag. Messages are scaled to sum up to one. Reused from batch to batch.
 */
final class ForwardBackward {

    private int tags;
    private double[] evidence = new double[0];
    private double[] forward = new double[0];
    private double[] message = new double[0];
    private double[] next = new double[0];
    private double[] partitions = new double[0];

    /** Runs through all sequences of a head. */
    void run(Head head, CountedChain chain) {
        Packing words = head.words();
        tags = head.tags();
        int size = Math.multiplyExact(words.rows(), tags);
        if (evidence.length < size) {
            evidence = new double[Math.max(size, 2 * evidence.length)];
            forward = new double[evidence.length];
        }
        if (partitions.length < words.sequences()) {
            partitions = new double[Math.max(words.sequences(), 2 * partitions.length)];
        }
        if (message.length < tags) {
            message = new double[tags];
            next = new double[tags];
        }
        for (int row = 0; row < words.rows(); row++) {
            for (int tag = 0; tag < tags; tag++) {
                evidence[row * tags + tag] = StrictMath.exp(head.scores()[row * head.stride() + tag]);
            }
        }
        for (int s = 0; s < words.sequences(); s++) {
            int length = words.length(words.place(s));
            // The only tagging of no words weighs one.
            partitions[s] = length == 0 ? 0 : forward(chain, words, s, length);
            backward(chain, words, s, length);
        }
    }

    /** The logarithm of what all taggings of a sequence weigh. */
    double logPartition(int sequence) {
        return partitions[sequence];
    }

    /** The probability of a word's tag. */
    double probability(int row, int tag) {
        return forward[row * tags + tag];
    }

    private double forward(CountedChain chain, Packing words, int sequence, int length) {
        double log = 0;
        for (int t = 0; t < length; t++) {
            int to = words.row(sequence, t) * tags;
            if (t == 0) {
                System.arraycopy(chain.startWeights(), 0, forward, to, tags);
            } else {
                transfer(chain.weights(), words.row(sequence, t - 1) * tags, to);
            }
            for (int tag = 0; tag < tags; tag++) {
                forward[to + tag] *= evidence[to + tag];
            }
            log += StrictMath.log(normalise(forward, to));
        }
        double ends = 0;
        for (int tag = 0; tag < tags; tag++) {
            ends += forward[words.row(sequence, length - 1) * tags + tag] * chain.endWeights()[tag];
        }
        return log + StrictMath.log(ends);
    }

    private void transfer(double[] weights, int from, int to) {
        for (int tag = 0; tag < tags; tag++) {
            forward[to + tag] = 0;
        }
        for (int before = 0; before < tags; before++) {
            double mass = forward[from + before];
            for (int tag = 0; tag < tags; tag++) {
                forward[to + tag] += mass * weights[before * tags + tag];
            }
        }
    }

    /** Multiplies the forward messages with what comes behind them, so that they become probabilities. */
    private void backward(CountedChain chain, Packing words, int sequence, int length) {
        System.arraycopy(chain.endWeights(), 0, message, 0, tags);
        for (int t = length - 1; t >= 0; t--) {
            int at = words.row(sequence, t) * tags;
            for (int tag = 0; tag < tags; tag++) {
                forward[at + tag] *= message[tag];
                next[tag] = evidence[at + tag] * message[tag];
            }
            normalise(forward, at);
            for (int before = 0; before < tags; before++) {
                double sum = 0;
                for (int tag = 0; tag < tags; tag++) {
                    sum += chain.weights()[before * tags + tag] * next[tag];
                }
                message[before] = sum;
            }
            normalise(message, 0);
        }
    }

    private double normalise(double[] masses, int from) {
        double sum = 0;
        for (int tag = 0; tag < tags; tag++) {
            sum += masses[from + tag];
        }
        for (int tag = 0; tag < tags; tag++) {
            masses[from + tag] /= sum;
        }
        return sum;
    }
}
