package dev.lanewise.runtime.hmm;

import dev.lanewise.runtime.file.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each of some tuples of numbers occurred. Rows are in ascending order, no tuple stands twice, the last column is the
 * count, at least 1. All numbers are floats, as they stand in a file, so that one that is refused takes no more than itself.
 */
final class CountTable {

    /** Every whole number up to this one is a float. */
    static final int MAX = 1 << 24;

    private final int columns;
    private final float[] values;

    private CountTable(int columns, float[] values) {
        this.columns = columns;
        this.values = values;
    }

    int rows() {
        return values.length / columns;
    }

    /** A number of a row's tuple. */
    int at(int row, int column) {
        return (int) values[row * columns + column];
    }

    int count(int row) {
        return (int) values[row * columns + columns - 1];
    }

    /** The table as a matrix, {@code [rows][tuple, count]}; nothing is copied. */
    Tensor tensor(String name) {
        return Tensor.of(name, values, rows(), columns);
    }

    /**
     * Reads what {@link #tensor} wrote; keeps its numbers.
     *
     * @param tensor the matrix
     * @param bounds for each number of the tuple, what it is less than
     * @throws IllegalArgumentException if the matrix is no such table; the message says what is wrong in it
     */
    static CountTable of(Tensor tensor, int... bounds) {
        int columns = bounds.length + 1;
        if (tensor.shape().size() != 2 || tensor.shape().get(1) != columns) {
            throw new IllegalArgumentException("it has the shape " + tensor.shape() + ", not [rows, " + columns + "]");
        }
        float[] values = tensor.values();
        long before = -1;
        for (int at = 0; at < values.length; at += columns) {
            int row = at / columns;
            for (int i = 0; i < columns; i++) {
                boolean tuple = i < bounds.length;
                checkWhole(values[at + i], tuple ? 0 : 1, tuple ? bounds[i] : MAX + 1, row);
            }
            long key = 0;
            for (int i = 0; i < bounds.length; i++) {
                key = key * bounds[i] + (int) values[at + i];
            }
            if (key <= before) {
                throw new IllegalArgumentException("row " + row + " is not greater than the row before it");
            }
            before = key;
        }
        return new CountTable(columns, values);
    }

    private static void checkWhole(float number, int least, int bound, int row) {
        int value = (int) number;
        if (value != number || value < least || value >= bound) {
            throw new IllegalArgumentException(
                    "row " + row + " holds " + number + ", no whole number from " + least + " to " + (bound - 1));
        }
    }

    /** Counts tuples; the product of the bounds fits into a long. */
    static final class Builder {
        private final int[] bounds;
        private final Map<Long, Integer> counts = new HashMap<>();

        Builder(int... bounds) {
            this.bounds = bounds;
        }

        void add(int... tuple) {
            long key = 0;
            for (int i = 0; i < bounds.length; i++) {
                key = key * bounds[i] + tuple[i];
            }
            counts.merge(key, 1, Integer::sum);
        }

        /**
         * The table.
         *
         * @throws IllegalArgumentException if a count is too large for a model file
         */
        CountTable build() {
            int columns = bounds.length + 1;
            float[] values = new float[counts.size() * columns];
            int at = 0;
            for (Map.Entry<Long, Integer> entry : new TreeMap<>(counts).entrySet()) {
                int count = entry.getValue();
                if (count > MAX) {
                    throw new IllegalArgumentException(
                            "something occurs " + count + " times in the training data, but an" + " @Hmm counts up to "
                                    + MAX + "; train it on fewer sentences");
                }
                long rest = entry.getKey();
                for (int i = bounds.length - 1; i >= 0; i--) {
                    values[at + i] = (int) (rest % bounds[i]);
                    rest /= bounds[i];
                }
                values[at + bounds.length] = count;
                at += columns;
            }
            return new CountTable(columns, values);
        }
    }
}
