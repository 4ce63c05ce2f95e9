package dev.lanewise.processor.model;

import dev.lanewise.runtime.model.Dropout;
import dev.lanewise.runtime.model.Packing;
import java.util.List;

/**
 * What a model drops, for the reference: the masks that each sentence of a batch has by itself.
 *
 * @param seed the seed of the session
 * @param forward the number of the session's forward pass, from 0
 * @param places in the order in which the processor numbers them
 */
record DroppedPlaces(long seed, int forward, List<Place> places) implements Reference.Masks {

    /** A matrix that is dropped of: each word has a mask of its own, or all words of a sentence share one. */
    record Place(String name, boolean locked, float probability, int column, int columns) {

        static Place words(String name, float probability, int column, int columns) {
            return new Place(name, false, probability, column, columns);
        }

        static Place locked(String name, float probability, int columns) {
            return new Place(name, true, probability, 0, columns);
        }
    }

    @Override
    public double[][] drop(int sequence, String name, double[][] rows) {
        double[][] dropped = rows;
        for (int number = 0; number < places.size(); number++) {
            if (places.get(number).name.equals(name)) {
                dropped = drop(places.get(number), number, sequence, dropped);
            }
        }
        return dropped;
    }

    private double[][] drop(Place place, int number, int sequence, double[][] rows) {
        Packing alone = new Packing();
        alone.pack(new int[] {rows.length}, 1);
        Dropout dropout = new Dropout();
        dropout.start(seed, forward, new int[] {sequence}, 1);
        float[] mask = new float[rows.length * place.columns];
        if (place.locked) {
            dropout.locked(number, place.probability, alone, mask, place.columns, place.columns);
        } else {
            dropout.each(number, place.probability, alone, mask, 0, place.columns, place.columns);
        }
        double[][] dropped = new double[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            dropped[t] = rows[t].clone();
            for (int i = 0; i < place.columns; i++) {
                dropped[t][place.column + i] *= mask[(place.locked ? 0 : t * place.columns) + i];
            }
        }
        return dropped;
    }
}
