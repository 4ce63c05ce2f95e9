package dev.lanewise.runtime.model;

import dev.lanewise.runtime.EncoderState;
import java.util.List;

/** The states of all runs of a pass, from and to what users hold. */
public final class RunStates {

    private RunStates() {}

    /** The final states of a sequence in all runs. */
    public static EncoderState last(List<? extends RecurrentRun> runs, Packing packing, int sequence) {
        return state(runs, (run, h, c) -> run.copyFinal(packing, sequence, h, c));
    }

    /** After a backward pass: the gradients of a sequence's initial states in all runs. */
    public static EncoderState initialGradient(List<? extends RecurrentRun> runs, Packing packing, int sequence) {
        return state(runs, (run, h, c) -> run.copyInitialGradient(packing, sequence, h, c));
    }

    /** A state of zeros for all runs. */
    public static EncoderState zero(List<? extends RecurrentRun> runs) {
        return state(runs, (run, h, c) -> {});
    }

    /**
     * Checks that a state belongs to a model.
     *
     * @throws IllegalArgumentException if it has not the model's layers and sizes
     */
    public static void check(List<? extends RecurrentRun> runs, EncoderState state) {
        if (state.rows() != runs.size()) {
            throw new IllegalArgumentException("the state has " + state.rows() + " rows, but this model has "
                    + runs.size() + " layers and directions: give one row for each");
        }
        for (int row = 0; row < runs.size(); row++) {
            RecurrentRun run = runs.get(row);
            if (state.size(row) != run.hidden()) {
                throw new IllegalArgumentException("row " + row + " of the state has " + state.size(row)
                        + " numbers, but the layer has hidden = " + run.hidden());
            }
            if (state.cells(row) != run.cellCount()) {
                throw new IllegalArgumentException("row " + row + " of the state has " + state.cells(row)
                        + " cell numbers, but the layer has "
                        + (run.cellCount() == 0 ? "no cells: leave that row empty" : run.cellCount() + " of them"));
            }
        }
    }

    private interface Reader {
        void read(RecurrentRun run, float[] hidden, float[] cell);
    }

    private static EncoderState state(List<? extends RecurrentRun> runs, Reader reader) {
        float[][] h = new float[runs.size()][];
        float[][] c = new float[runs.size()][];
        for (int i = 0; i < h.length; i++) {
            h[i] = new float[runs.get(i).hidden()];
            c[i] = new float[runs.get(i).cellCount()];
            reader.read(runs.get(i), h[i], c[i]);
        }
        return EncoderState.of(h, c);
    }
}
