package dev.lanewise.runtime.lane;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector shapes of this CPU. Only generated classes that have a vector twin call it. */
public final class Species {

    private Species() {}

    /**
     * The widest species of floats that has at most the given lanes and that this CPU has.
     *
     * @param lanes 8 or 16
     */
    @SuppressWarnings("exports") // whoever calls it sees the module itself
    public static VectorSpecies<Float> upTo(int lanes) {
        VectorSpecies<Float> widest = FloatVector.SPECIES_PREFERRED;
        return widest.length() > lanes ? FloatVector.SPECIES_256 : widest;
    }
}
