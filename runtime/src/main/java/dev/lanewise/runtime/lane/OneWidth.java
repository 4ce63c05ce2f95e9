package dev.lanewise.runtime.lane;

/**
 * The vector width of a JVM whose JIT keeps vectors of one width in registers, but boxes all of them once it has met two: the first
 * width that a model takes.
 */
final class OneWidth {

    private static final String REASON =
            " Before JDK 25 the JIT compiles vectors of one width. Run on JDK 25 or newer, or give the small"
                    + " model a layer of more than 8 numbers.";

    private final boolean several;
    private int taken;

    /**
     * A JVM in which no model has vectors yet.
     *
     * @param several whether its JIT takes several widths, so that each model may have its own
     */
    OneWidth(boolean several) {
        this.several = several;
    }

    /**
     * Takes a width for a model.
     *
     * @param lanes how many numbers its vectors hold at most
     * @return how many they may hold: fewer where narrower ones were taken before
     */
    synchronized int take(int lanes) {
        if (taken == 0) {
            taken = lanes;
        }
        if (several || taken >= lanes) {
            return lanes;
        }
        Warnings.once(
                "A model whose layers have at most 8 numbers runs in this JVM, so wider models get vectors of 8 numbers too,"
                        + " half of what this CPU offers." + REASON);
        return taken;
    }

    /** Whether a model whose vectors hold at most so many numbers may have them: not where wider ones were taken before. */
    synchronized boolean allows(int lanes) {
        boolean allowed = several || taken <= lanes;
        if (!allowed) {
            Warnings.once(
                    "A wider model runs in this JVM, so one whose layers have at most 8 numbers runs its scalar twin: same"
                            + " results, slower." + REASON);
        }
        return allowed;
    }
}
