package dev.lanewise.runtime.model;

/** The buffers of one layer and direction of gated recurrent units for one batch. */
public final class GruRun extends RecurrentRun {

    /**
     * Empty buffers.
     *
     * @param hidden the number of units
     * @param hiddenStride the units, padded to whole vectors
     * @param gateStride the distance of two rows of gates, at least four times hiddenStride
     * @param reverse whether the run goes from right to left
     */
    public GruRun(int hidden, int hiddenStride, int gateStride, boolean reverse) {
        super(Gates.GRU, hidden, hiddenStride, gateStride, reverse);
    }
}
