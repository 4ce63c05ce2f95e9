package dev.lanewise.runtime.lane;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** The vector shapes of this CPU. Only vector twins, and what transposes for them, call it. */
public final class Species {

    private static final OneWidth WIDTH = new OneWidth(Jit.here().takesSeveralWidths() || Lanes.vectorAtOnce());

    private static @Nullable VectorSpecies<Float> taken;

    private Species() {}

    /**
     * The widest species of floats that has at most the given lanes and that this CPU has; before JDK 25 no wider one than a model
     * before it took.
     *
     * @param lanes 8 or 16
     */
    @SuppressWarnings("exports") // whoever calls it sees the module itself
    public static synchronized VectorSpecies<Float> upTo(int lanes) {
        VectorSpecies<Float> widest = FloatVector.SPECIES_PREFERRED;
        int length = WIDTH.take(Math.min(widest.length(), lanes));
        VectorSpecies<Float> species = widest.length() > length ? FloatVector.SPECIES_256 : widest;
        if (taken == null && length >= VectorTransposer.FEWEST_LANES) {
            taken = species;
            Transposer.vectorsAreThere();
        }
        return species;
    }

    /** The species that blocks are transposed by: that of the first model that has vectors. */
    static VectorSpecies<Float> taken() {
        return Objects.requireNonNull(taken, "no model has vectors yet");
    }

    /** Whether a model of the given lanes may have vectors beside those of the models before it. */
    static boolean allows(int lanes) {
        return WIDTH.allows(Math.min(FloatVector.SPECIES_PREFERRED.length(), lanes));
    }

    /**
     * Whether this CPU has 32 vector registers rather than 16: those with vectors of 512 bits do, and all of ARM's. Where
     * wide vectors are switched off it counts as not.
     */
    public static boolean manyRegisters() {
        return FloatVector.SPECIES_PREFERRED.length() > 8
                || !System.getProperty("os.arch", "").matches("amd64|x86_64|x86|i386");
    }
}
