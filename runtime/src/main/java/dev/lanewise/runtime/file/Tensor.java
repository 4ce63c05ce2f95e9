package dev.lanewise.runtime.file;

import dev.lanewise.runtime.file.json.JsonWriter;
import java.util.Arrays;
import java.util.List;

/**
 * A named block of floats, as it stands in a model file.
 *
 * @param name the state-dict name, such as {@code lstm.weight_ih_l0}
 * @param shape the sizes, outermost first; copied; empty for a single number
 * @param values the numbers, row-major; not copied
 */
public record Tensor(String name, List<Integer> shape, float[] values) {

    /**
     * Checks that the values fill the shape.
     *
     * @throws IllegalArgumentException if a size is negative or the number of values is not the product of the sizes
     */
    public Tensor {
        shape = List.copyOf(shape);
        long product = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException(describe(name, shape) + " has a negative size");
            }
            // Saturates instead of overflowing; a size of 0 further on still makes the product 0.
            product = Math.min(product, 1L << 32) * size;
        }
        if (product != values.length) {
            throw new IllegalArgumentException(
                    describe(name, shape) + " needs " + product + " values but was given " + values.length);
        }
    }

    /**
     * A tensor from sizes that are known as numbers.
     *
     * @param name the state-dict name
     * @param values the numbers, row-major; not copied
     * @param shape the sizes, outermost first
     * @return the tensor
     * @throws IllegalArgumentException if a size is negative or the number of values is not the product of the sizes
     */
    public static Tensor of(String name, float[] values, int... shape) {
        return new Tensor(name, Arrays.stream(shape).boxed().toList(), values);
    }

    /** Equal name, shape and values, to the bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && name.equals(tensor.name)
                && shape.equals(tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return (name.hashCode() * 31 + shape.hashCode()) * 31 + Arrays.hashCode(values);
    }

    /** Name and shape only. */
    @Override
    public String toString() {
        return describe(name, shape);
    }

    /** How a tensor is named in messages. */
    static String describe(String name, List<? extends Number> shape) {
        return "tensor " + JsonWriter.excerpt(name) + " of shape " + shape;
    }
}
