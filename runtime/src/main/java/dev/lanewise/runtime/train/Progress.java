package dev.lanewise.runtime.train;

import java.util.Arrays;

/** How far a training has come. */
final class Progress {

    /** The epoch that goes on, from 0; at its end already the next one. */
    int epoch;

    /** Batches of the epoch that are done. */
    int batch;

    /** Batches of all epochs that are done. */
    long steps;

    /** The sum over the words of the epoch so far. */
    double loss;

    /** The same for each of several heads, before its weight; empty where there is one head. */
    final double[] headLosses;

    /** Words of the epoch so far. */
    long words;

    /** Time of the epoch so far. */
    double seconds;

    /** The learning rate of the last step. */
    float rate;

    Progress(int heads) {
        headLosses = new double[heads > 1 ? heads : 0];
    }

    /** The mean losses of several heads in an epoch of so many words. */
    double[] headLosses(long inAll) {
        double[] means = headLosses.clone();
        for (int head = 0; head < means.length; head++) {
            means[head] /= inAll;
        }
        return means;
    }

    /** The epoch that goes on, for messages. */
    String epochName() {
        return "epoch " + (epoch + 1);
    }

    /** The epoch and the batch that come next, for messages. */
    String place() {
        return epochName() + ", batch " + (batch + 1);
    }

    void startEpoch(int number) {
        epoch = number;
        batch = 0;
        loss = 0;
        Arrays.fill(headLosses, 0);
        words = 0;
        seconds = 0;
    }
}
