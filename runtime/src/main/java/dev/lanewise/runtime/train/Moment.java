package dev.lanewise.runtime.train;

import java.util.List;

/**
 * Where a training stands when it asks for a learning rate.
 *
 * @param epoch the epoch, from 0
 * @param epochs how many there will be
 * @param batch the batch of the epoch, from 0
 * @param batches how many batches the epoch has
 * @param metrics the development metric of each finished epoch, larger being better; empty without development data
 */
public record Moment(int epoch, int epochs, int batch, int batches, List<Double> metrics) {

    /** Epochs done, with the part of the epoch that goes on: from 0 to below {@link #epochs}. */
    public double done() {
        return epoch + (double) batch / batches;
    }

    /** Epochs done when the batch is through: what a warm-up goes by, so that its first step is not one of rate 0. */
    double doneAfter() {
        return epoch + (batch + 1.0) / batches;
    }
}
