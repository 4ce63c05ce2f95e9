package dev.lanewise.runtime.train;

import dev.lanewise.runtime.eval.Evaluation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of an epoch.
 *
 * @param epoch the epoch, from 1
 * @param epochs how many there will be at most
 * @param loss the mean negative log-likelihood a word in nats, of several heads the sum of theirs by their weights
 * @param words words trained on
 * @param seconds time of the training, evaluation not counted
 * @param learningRate the rate of the epoch's last step
 * @param development the evaluation on development data, where there are any
 * @param metric what chooses the best epoch, {@link Trainer#metric} or {@link Trainer#judgedBy}, where there are development data
 * @param best whether it is the best metric so far
 * @param heads of a model with several heads, what came of each, under the component that it gives, in the order of the heads;
 *     {@code development} counts a record as right if all of it is. Empty where there is one head; immutable
 */
public record EpochReport(
        int epoch,
        int epochs,
        double loss,
        long words,
        double seconds,
        float learningRate,
        Optional<Evaluation> development,
        OptionalDouble metric,
        boolean best,
        Map<String, HeadReport> heads) {

    /** Words trained on in a second. */
    public double wordsPerSecond() {
        return words / Math.max(seconds, 1e-9);
    }
}
