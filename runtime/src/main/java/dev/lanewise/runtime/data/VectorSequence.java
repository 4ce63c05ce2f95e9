package dev.lanewise.runtime.data;

import java.util.Arrays;

/**
 * A run of vectors in time, such as the windows of a sensor.
 *
 * @param vectors shape {@code [time][dim]}, all rows of one length; not copied, so leave them alone while they are in use
 */
public record VectorSequence(float[][] vectors) implements Sequence {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a vector has no elements or a length other than the first one's
     * @throws NullPointerException if a vector is null
     */
    public VectorSequence {
        for (int time = 0; time < vectors.length; time++) {
            int length = vectors[time].length;
            if (length == 0) {
                throw new IllegalArgumentException("vector " + time + " is empty (counted from 0); give it elements");
            }
            if (length != vectors[0].length) {
                throw new IllegalArgumentException("vector " + time + " has length " + length + ", vector 0 has length "
                        + vectors[0].length + "; give all vectors of a sequence one length");
            }
        }
    }

    @Override
    public int length() {
        return vectors.length;
    }

    /** The length of each vector; 0 for an empty sequence. */
    public int dim() {
        return vectors.length == 0 ? 0 : vectors[0].length;
    }

    /** Whether the other is a sequence of the same numbers (as {@link Float#equals} compares them). */
    @Override
    public boolean equals(Object other) {
        return other instanceof VectorSequence that && Arrays.deepEquals(vectors, that.vectors);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(vectors);
    }

    @Override
    public String toString() {
        return "VectorSequence[" + length() + " x " + dim() + "]";
    }
}
