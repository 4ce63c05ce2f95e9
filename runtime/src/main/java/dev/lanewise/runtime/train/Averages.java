package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
import java.util.Arrays;

/**
 * The exponential moving average of the weights: {@code torch.optim.swa_utils.AveragedModel} with
 * {@code get_ema_multi_avg_fn(decay)}; the first step copies the weights, each further one adds (1 - decay) (weight - average).
 *
 * <p>A row of a lookup table that no step moves need not be averaged step by step: after k steps its distance to the row is
 * decay^k times what it was. So it catches up just before it moves and at the end of an epoch, and a step costs nothing for the
 * others.
 */
final class Averages {

    private final float decay;
    private final ParameterSet weights;
    private final ParameterSet averages;
    private final GradientSet gradients;
    private final boolean dense;
    private final int[][] updated;
    private int steps;

    /**
     * An average of an engine's weights that has seen no step.
     *
     * @param averages where the averages are put
     */
    Averages(TrainerSettings<?> settings, Engine<?> engine, ParameterSet averages) {
        this.decay = settings.average();
        this.weights = engine.parameters();
        this.averages = averages;
        this.gradients = engine.gradients();
        this.dense = settings.optimizer().isDense();
        this.updated = new int[weights.all().size()][];
        for (int p = 0; p < updated.length; p++) {
            updated[p] = new int[lazy(p) ? weights.all().get(p).learnedRows() : 0];
        }
    }

    private boolean lazy(int parameter) {
        return !dense && gradients.at(parameter).sparse();
    }

    /**
     * Says that a step is about to move a range of a parameter.
     *
     * @param from the begin of the range, in the gradient's extent; in numbers where every row takes part in every step
     * @param to its end
     */
    void beforeMove(int p, int from, int to) {
        for (int i = from; lazy(p) && steps > 0 && i < to; i++) {
            catchUp(p, gradients.at(p).touched(i));
        }
    }

    /** Takes a range that a step has moved into the average. */
    void afterMove(int p, int from, int to) {
        if (steps == 0) {
            return;
        }
        if (!lazy(p)) {
            approach(p, from, to, 1);
            return;
        }
        for (int i = from; i < to; i++) {
            int row = gradients.at(p).touched(i);
            int stride = weights.all().get(p).stride();
            approach(p, row * stride, (row + 1) * stride, 1);
            updated[p][row] = steps + 1;
        }
    }

    /** Ends a step. */
    void endStep() {
        steps++;
        if (steps == 1) {
            averages.copyFrom(weights);
            Arrays.stream(updated).forEach(rows -> Arrays.fill(rows, 1));
        }
    }

    /** Ends an epoch: brings every row up to now, so that the averages can be read. */
    void endEpoch() {
        for (int p = 0; p < updated.length; p++) {
            for (int row = 0; row < updated[p].length; row++) {
                catchUp(p, row);
            }
        }
    }

    /** Copies the averages to or from a snapshot. */
    void copy(Snapshot snapshot) {
        steps = (int) snapshot.number("average.steps", steps);
        snapshot.weights("average/", averages);
        for (int p = 0; p < updated.length; p++) {
            if (updated[p].length > 0) {
                copyAges(snapshot, weights.all().get(p), updated[p]);
            }
        }
    }

    /** Ages are counted within an epoch, so that they are whole numbers that a float can hold. */
    private void copyAges(Snapshot snapshot, Parameter parameter, int[] rows) {
        int[] ages = Arrays.stream(rows).map(step -> steps - step).toArray();
        snapshot.rows("average.age/", parameter, ages);
        Arrays.setAll(rows, row -> steps - ages[row]);
    }

    private void catchUp(int p, int row) {
        int missed = steps - updated[p][row];
        if (missed > 0) {
            int stride = weights.all().get(p).stride();
            approach(p, row * stride, (row + 1) * stride, missed);
            updated[p][row] = steps;
        }
    }

    /** Moves averages as so many steps with the same weights do. */
    private void approach(int p, int from, int to, int times) {
        float[] weight = weights.all().get(p).values();
        float[] average = averages.all().get(p).values();
        float part = (float) (1 - StrictMath.pow(decay, times));
        for (int i = from; i < to; i++) {
            average[i] += part * (weight[i] - average[i]);
        }
    }
}
