package dev.lanewise.runtime.lane;

import static dev.lanewise.runtime.lane.ScalarMath.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector twin of {@link ScalarMath}: the same operations in the same order in every lane.
 *
 * <p>The species comes as a parameter and is a constant of the calling class: these methods are small enough to be inlined
 * there, which is what keeps a vector in a register.
 */
public final class VectorMath {

    private VectorMath() {}

    /**
     * The species of at most the given number of float lanes that this CPU has.
     *
     * @param lanes 4, 8 or 16
     */
    public static VectorSpecies<Float> species(int lanes) {
        VectorSpecies<Float> widest = FloatVector.SPECIES_PREFERRED;
        return switch (Math.min(lanes, widest.length())) {
            case 4 -> FloatVector.SPECIES_128;
            case 8 -> FloatVector.SPECIES_256;
            case 16 -> FloatVector.SPECIES_512;
            default -> FloatVector.SPECIES_64;
        };
    }

    /** {@link ScalarMath#tanh} in every lane. */
    public static FloatVector tanh(VectorSpecies<Float> species, FloatVector x) {
        FloatVector c = x.min(TANH_CLAMP).max(-TANH_CLAMP);
        FloatVector s = c.mul(c);
        FloatVector p = s.fma(TANH_13, TANH_11);
        p = p.fma(s, FloatVector.broadcast(species, TANH_9));
        p = p.fma(s, FloatVector.broadcast(species, TANH_7));
        p = p.fma(s, FloatVector.broadcast(species, TANH_5));
        p = p.fma(s, FloatVector.broadcast(species, TANH_3));
        p = p.fma(s, FloatVector.broadcast(species, TANH_1));
        FloatVector q = s.fma(TANH_D6, TANH_D4);
        q = q.fma(s, FloatVector.broadcast(species, TANH_D2));
        q = q.fma(s, FloatVector.broadcast(species, TANH_D0));
        return p.mul(c).div(q);
    }

    /** {@link ScalarMath#sigmoid} in every lane. */
    public static FloatVector sigmoid(VectorSpecies<Float> species, FloatVector x) {
        return tanh(species, x.mul(0.5f)).fma(0.5f, 0.5f);
    }

    /** {@link ScalarMath#exp} in every lane. */
    public static FloatVector exp(VectorSpecies<Float> species, FloatVector x) {
        FloatVector c = x.min(EXP_MAX).max(EXP_MIN);
        FloatVector t = c.fma(LOG2_E, ROUND);
        FloatVector n = t.sub(ROUND);
        FloatVector r = n.fma(FloatVector.broadcast(species, -LN2_HIGH), c);
        r = n.fma(FloatVector.broadcast(species, -LN2_LOW), r);
        FloatVector p = r.fma(EXP_5, EXP_4);
        p = p.fma(r, FloatVector.broadcast(species, EXP_3));
        p = p.fma(r, FloatVector.broadcast(species, EXP_2));
        p = p.fma(r, FloatVector.broadcast(species, EXP_1));
        p = p.fma(r, FloatVector.broadcast(species, EXP_0));
        FloatVector y = p.fma(r.mul(r), r).add(1f);
        IntVector scale =
                t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(0x3f800000);
        return y.mul(scale.reinterpretAsFloats());
    }
}
